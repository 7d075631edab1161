package org.chasqui.web.keys;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.CreateApiKey;
import org.chasqui.platform.keys.KeyCompanion;
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

    private static final Set<KeyKind> OF_ONE_NUMBER = Set.of(KeyKind.DIALOG360, KeyKind.CBOT);

    @Inject
    CurrentUser me;

    @Inject
    Shell shell;

    @Inject
    ApiKeys keys;

    @Inject
    @Any
    Instance<KeyCompanion> companions;

    @Inject
    Formats formats;

    @Inject
    Clock clock;

    private @Nullable String name;
    private KeyKind kind = KeyKind.CHASQUI;
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
                    kind,
                    Set.of(scopes),
                    wantedNumber(),
                    end(),
                    me.getEmail()));
            var end = made.key().expiresAt();
            var shown = new ShownKey(
                    made.key(),
                    made.secret(),
                    numberOf(made.key()),
                    end == null ? TEXTS.get("expiry.never") : TEXTS.get("expiry.until", formats.day(end)),
                    beside(made.key()).orElse(null));
            Faces.setFlashAttribute(NEW_KEY, shown);
            return HERE;
        } catch (RequestFailed refused) {
            Notices.refuse("createKey", List.of("name", "number"), refused);
            return null;
        }
    }

    /** The clients of some gateways never say which number they mean: their keys are one number's. */
    private @Nullable UUID wantedNumber() {
        if (number != null) {
            return UUID.fromString(number);
        }
        if (OF_ONE_NUMBER.contains(kind)) {
            throw RequestFailed.invalid("number", TEXTS.get("form.number.one"));
        }
        return null;
    }

    private Optional<KeyCompanion.Credentials> beside(ApiKeyView key) {
        return companions.stream()
                .filter(companion -> companion.kind() == key.kind())
                .findFirst()
                .flatMap(companion -> companion.of(key));
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

    /** A call that works with the new key, in the words of its API; it changes nothing. */
    public String getCurl() {
        var key = getNewKey();
        return key == null
                ? FirstCall.of(KeyKind.CHASQUI, shell.getPublicUrl(), "$CHASQUI_KEY")
                : FirstCall.of(key.kind(), shell.getPublicUrl(), key.getSecret());
    }

    /** The APIs that a key may speak. */
    public List<KeyKind> getKinds() {
        return List.of(KeyKind.values());
    }

    /** How a kind is called. */
    public String kindText(KeyKind one) {
        return TEXTS.get("kind." + one);
    }

    public KeyKind getKind() {
        return kind;
    }

    public void setKind(@Nullable KeyKind kind) {
        this.kind = kind == null ? KeyKind.CHASQUI : kind;
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
