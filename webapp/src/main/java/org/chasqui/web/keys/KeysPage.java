package org.chasqui.web.keys;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.CreateApiKey;
import org.chasqui.platform.keys.KeyKind;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.shell.NumberTag;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The API keys of the workspace. */
@Named
@RequestScoped
public class KeysPage {
    private static final Texts TEXTS = Texts.of("keys");
    private static final String NEW_KEY = "org.chasqui.web.keys.new";
    private static final String HERE = "/console/keys.xhtml?faces-redirect=true";

    @Inject
    CurrentUser me;

    @Inject
    Shell shell;

    @Inject
    ApiKeys keys;

    @Inject
    Formats formats;

    @Inject
    Clock clock;

    private @Nullable String name;
    private String[] scopes = {Scope.READ, Scope.SEND};
    private @Nullable String number;
    private String days = "";
    private @Nullable String keyId;
    private @Nullable List<KeyRow> rows;

    /** Answers 403 to roles that may not see keys. */
    public void guard() throws IOException {
        if (!me.isMayManageKeys()) {
            Faces.responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
        }
    }

    public List<KeyRow> getRows() {
        var known = rows;
        if (known == null) {
            var now = clock.instant();
            known = keys.list(me.workspaceId()).stream()
                    .map(key -> new KeyRow(key, numberOf(key), now))
                    .toList();
            rows = known;
        }
        return known;
    }

    private String numberOf(ApiKeyView key) {
        var only = key.phoneNumberId();
        return only == null
                ? TEXTS.get("number.all")
                : shell.number(only).map(NumberTag::getName).orElse(only.toString());
    }

    public String getCountText() {
        return TEXTS.get(
                "count",
                getRows().stream().filter(KeyRow::isValid).count(),
                getRows().size());
    }

    /** Makes a key; its secret is on the page that follows, and on no other. */
    public @Nullable String create() {
        me.demand(Permission.MANAGE_KEYS);
        try {
            var made = keys.create(new CreateApiKey(
                    me.workspaceId(),
                    name == null ? "" : name.strip(),
                    KeyKind.CHASQUI,
                    Set.of(scopes),
                    number == null ? null : UUID.fromString(number),
                    end(),
                    me.getEmail()));
            var end = made.key().expiresAt();
            var shown = new ShownKey(
                    made.key().name(),
                    made.secret(),
                    List.copyOf(new TreeSet<>(made.key().scopes())),
                    numberOf(made.key()),
                    end == null ? TEXTS.get("expiry.never") : TEXTS.get("expiry.until", formats.day(end)));
            Faces.setFlashAttribute(NEW_KEY, shown);
            return HERE;
        } catch (RequestFailed refused) {
            Notices.refuse("createKey", List.of("name"), refused);
            return null;
        }
    }

    private @Nullable Instant end() {
        return days.isEmpty() ? null : clock.instant().plus(Duration.ofDays(Long.parseLong(days)));
    }

    /** Revokes a key. */
    public @Nullable String revoke() {
        me.demand(Permission.MANAGE_KEYS);
        try {
            keys.revoke(me.workspaceId(), UUID.fromString(String.valueOf(keyId)), me.getEmail());
            Notices.done(TEXTS.get("revoked"));
        } catch (RequestFailed refused) {
            Notices.failed(String.valueOf(refused.getMessage()));
        }
        return HERE;
    }

    /** The key that the request before this one has made; null on every other page. */
    public @Nullable ShownKey getNewKey() {
        return Faces.getFlashAttribute(NEW_KEY);
    }

    /** A call that works with the new key: it lists the newest messages. */
    public String getCurl() {
        var key = getNewKey();
        var secret = key == null ? "$CHASQUI_KEY" : key.getSecret();
        return "curl " + shell.getPublicUrl() + "/api/v1/whatsapp/messages?limit=5 \\\n  -H \"Authorization: Bearer "
                + secret + "\"";
    }

    public List<String> getKnownScopes() {
        return List.of(Scope.READ, Scope.SEND, Scope.WRITE, Scope.ALL);
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public String[] getScopes() {
        return scopes.clone();
    }

    public void setScopes(String @Nullable [] scopes) {
        this.scopes = scopes == null ? new String[0] : scopes.clone();
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public String getDays() {
        return days;
    }

    /** How many days the key is valid: 30, 90, 365 or nothing for ever. */
    public void setDays(@Nullable String days) {
        this.days = days != null && Set.of("30", "90", "365").contains(days) ? days : "";
    }

    public @Nullable String getKeyId() {
        return keyId;
    }

    public void setKeyId(@Nullable String keyId) {
        this.keyId = keyId;
    }
}
