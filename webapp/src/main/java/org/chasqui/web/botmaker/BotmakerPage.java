package org.chasqui.web.botmaker;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.api.botmaker.Credentials;
import org.chasqui.api.botmaker.Example;
import org.chasqui.api.botmaker.KeyPreferences;
import org.chasqui.api.botmaker.subscriptions.Subscriptions;
import org.chasqui.api.botmaker.wire.ChannelId;
import org.chasqui.platform.accounts.PhoneNumbers;
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
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Everything that a client of Botmaker needs: credentials, webhooks, and its documentation's way to try a call. */
@Named
@RequestScoped
public class BotmakerPage {
    static final String HERE = "/console/botmaker.xhtml?faces-redirect=true";

    private static final Texts TEXTS = Texts.of("botmaker");
    private static final String FRESH = "org.chasqui.web.botmaker.fresh";
    private static final Set<String> DAYS = Set.of("30", "90", "365");
    /** Botmaker's tokens know no scopes: they may do whatever its API can do. */
    private static final Set<String> SCOPES = Set.of(Scope.READ, Scope.SEND, Scope.WRITE);

    @Inject
    CurrentUser me;

    @Inject
    Shell shell;

    @Inject
    ApiKeys keys;

    @Inject
    Credentials credentials;

    @Inject
    KeyPreferences preferences;

    @Inject
    Subscriptions subscriptions;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Clock clock;

    private @Nullable String name;
    private @Nullable String number;
    private String days = "";
    private @Nullable String keyId;
    private String acceptedStatus = Integer.toString(KeyPreferences.USUAL_STATUS);
    private @Nullable String webhookId;
    private @Nullable List<CredentialRow> rows;
    private @Nullable List<HookRow> hooks;

    /** The credentials that are not revoked, the newest first; none for roles that may not see keys. */
    public List<CredentialRow> getCredentials() {
        var known = rows;
        if (known == null) {
            var now = clock.instant();
            known = me.isMayManageKeys()
                    ? keys.list(me.workspaceId()).stream()
                            .filter(key -> key.kind() == KeyKind.BOTMAKER && key.revokedAt() == null)
                            .map(key ->
                                    new CredentialRow(key, numberOf(key), preferences.acceptedStatus(key.id()), now))
                            .toList()
                    : List.of();
            rows = known;
        }
        return known;
    }

    private String numberOf(ApiKeyView key) {
        var only = key.phoneNumberId();
        return only == null ? TEXTS.get("number.all") : nameOf(only);
    }

    private String nameOf(UUID numberId) {
        return shell.number(numberId).map(NumberTag::getName).orElse(TEXTS.get("number.gone"));
    }

    /** Makes credentials; the page that follows shows them, and no other. */
    public @Nullable String generate() {
        me.demand(Permission.MANAGE_KEYS);
        try {
            var made = keys.create(new CreateApiKey(
                    me.workspaceId(),
                    name == null ? "" : name.strip(),
                    KeyKind.BOTMAKER,
                    SCOPES,
                    number == null || number.isEmpty() ? null : UUID.fromString(number),
                    end(),
                    me.getEmail()));
            Faces.setFlashAttribute(FRESH, new ShownCredentials(made, credentials.of(made.key())));
            return HERE;
        } catch (RequestFailed refused) {
            Notices.refuse("generate", List.of("name"), refused);
            return null;
        }
    }

    private @Nullable Instant end() {
        return days.isEmpty() ? null : clock.instant().plus(Duration.ofDays(Long.parseLong(days)));
    }

    /** The credentials that the request before this one has made; null on every other page. */
    public @Nullable ShownCredentials getFresh() {
        return Faces.getFlashAttribute(FRESH);
    }

    /** Ends credentials. */
    public String revoke() {
        me.demand(Permission.MANAGE_KEYS);
        try {
            keys.revoke(me.workspaceId(), known(keyId), me.getEmail());
            Notices.done(TEXTS.get("revoked"));
        } catch (RequestFailed refused) {
            Notices.failed(String.valueOf(refused.getMessage()));
        }
        return HERE;
    }

    /** Sets what send-messages answers with. */
    public String prefer() {
        me.demand(Permission.MANAGE_KEYS);
        try {
            preferences.setAcceptedStatus(known(keyId), KeyPreferences.parse(acceptedStatus));
            Notices.done(TEXTS.get("answer.done", acceptedStatus));
        } catch (RequestFailed refused) {
            Notices.failed(String.valueOf(refused.getMessage()));
        }
        return HERE;
    }

    /** Only what the table shows: nobody's id of another workspace. */
    private UUID known(@Nullable String id) {
        return getCredentials().stream()
                .filter(row -> row.getId().equals(id))
                .map(row -> UUID.fromString(row.getId()))
                .findFirst()
                .orElseThrow(() -> RequestFailed.notFound("credentials", String.valueOf(id)));
    }

    /** The webhooks, the oldest first. */
    public List<HookRow> getHooks() {
        var known = hooks;
        if (known == null) {
            var now = clock.instant();
            known = subscriptions.list(me.workspaceId()).stream()
                    .map(found -> new HookRow(found, this::nameOf, now))
                    .toList();
            hooks = known;
        }
        return known;
    }

    /** Removes a webhook. */
    public String remove() {
        me.demand(Permission.MANAGE_WEBHOOKS);
        var found = getHooks().stream()
                .filter(row -> row.getId().equals(webhookId))
                .findFirst()
                .flatMap(row -> subscriptions.find(me.workspaceId(), UUID.fromString(row.getId())));
        found.ifPresentOrElse(
                one -> {
                    subscriptions.remove(one, me.getEmail());
                    Notices.done(TEXTS.get("hook.removed"));
                },
                () -> Notices.warn(TEXTS.get("hook.gone")));
        return HERE;
    }

    /** The calls to try, with the id of a channel of this workspace. */
    public List<ExampleView> getExamples() {
        var channelId = numbers.list(me.workspaceId()).stream()
                .findFirst()
                .map(ChannelId::of)
                .orElse("CHANNEL");
        return Arrays.stream(Example.values())
                .map(example -> new ExampleView(example, channelId))
                .toList();
    }

    /** What clients set their base address to. */
    public String getBaseUrl() {
        return shell.getPublicUrl();
    }

    /** A call that works with the new token; it changes nothing. */
    public String getCurl() {
        var fresh = getFresh();
        return "curl " + shell.getPublicUrl() + "/v2.0/channels \\\n  -H \"access-token: "
                + (fresh == null ? "$BOTMAKER_TOKEN" : fresh.getAccessToken()) + "\"";
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getNumber() {
        return number;
    }

    /** Our id of the only number; null for all. */
    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public String getDays() {
        return days;
    }

    /** How many days they are valid: 30, 90, 365 or nothing for ever. */
    public void setDays(@Nullable String days) {
        this.days = days != null && DAYS.contains(days) ? days : "";
    }

    public @Nullable String getKeyId() {
        return keyId;
    }

    public void setKeyId(@Nullable String keyId) {
        this.keyId = keyId;
    }

    public String getAcceptedStatus() {
        return acceptedStatus;
    }

    public void setAcceptedStatus(@Nullable String acceptedStatus) {
        this.acceptedStatus = acceptedStatus == null ? "" : acceptedStatus;
    }

    public @Nullable String getWebhookId() {
        return webhookId;
    }

    public void setWebhookId(@Nullable String webhookId) {
        this.webhookId = webhookId;
    }
}
