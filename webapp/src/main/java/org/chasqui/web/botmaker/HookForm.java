package org.chasqui.web.botmaker;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.botmaker.subscriptions.Kind;
import org.chasqui.api.botmaker.subscriptions.Subscriptions;
import org.chasqui.api.botmaker.subscriptions.Switches;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The form for a webhook in Botmaker's words: what its own configuration screen asks for (seed 002). */
@Named("botmakerHook")
@RequestScoped
public class HookForm {
    private static final Texts TEXTS = Texts.of("botmaker");
    private static final List<String> FIELDS = List.of("url", "channels", "token");

    @Inject
    CurrentUser me;

    @Inject
    HookAddress address;

    @Inject
    Subscriptions subscriptions;

    private Subscriptions.@Nullable Found old;
    private @Nullable String url;
    private @Nullable String kind;
    private String @Nullable [] channels;
    private @Nullable String token;
    private @Nullable SwitchFields switches;

    /** Answers 403 to roles that may not set webhooks, and 404 where there is none. */
    public void guard() throws IOException {
        if (!me.isMayManageWebhooks()) {
            Faces.responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
        } else if (!isNew() && old().isEmpty()) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        }
    }

    private Optional<Subscriptions.Found> old() {
        if (old == null) {
            old = uuid(address.getId())
                    .flatMap(id -> subscriptions.find(me.workspaceId(), id))
                    .orElse(null);
        }
        return Optional.ofNullable(old);
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    /** Makes or changes the webhook; stays, with a notice at the field, when it is refused. */
    public @Nullable String save() {
        me.demand(Permission.MANAGE_WEBHOOKS);
        try {
            var before = old();
            if (before.isPresent()) {
                subscriptions.change(before.get(), wanted());
            } else {
                subscriptions.create(me.workspaceId(), wanted());
            }
            Notices.done(TEXTS.get(before.isPresent() ? "hook.changed" : "hook.made"));
            return BotmakerPage.HERE;
        } catch (RequestFailed refused) {
            Notices.refuse("hook", FIELDS, refused);
            return null;
        }
    }

    private Subscriptions.Wanted wanted() {
        var numbers = Arrays.stream(getChannels()).map(UUID::fromString).toList();
        if (numbers.isEmpty()) {
            throw RequestFailed.invalid("channels", TEXTS.get("hook.channels.none"));
        }
        return new Subscriptions.Wanted(
                getUrl().strip(),
                Kind.valueOf(getKind()),
                numbers,
                getToken().strip(),
                switches().switches(),
                null,
                me.getEmail());
    }

    /** Whether it is to be made. */
    public boolean isNew() {
        var id = address.getId();
        return id == null || id.isBlank();
    }

    public List<Kind> getKinds() {
        return List.of(Kind.values());
    }

    /** How a kind is called by Botmaker. */
    public String kindText(Kind one) {
        return TEXTS.get("kind." + one);
    }

    public String getUrl() {
        return url != null ? url : old().map(one -> one.webhook().url()).orElse("");
    }

    public void setUrl(@Nullable String url) {
        this.url = url == null ? "" : url;
    }

    public String getKind() {
        return kind != null
                ? kind
                : old().map(one -> one.subscription().kind())
                        .orElse(Kind.MESSAGES)
                        .name();
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    /** Our ids of the numbers. */
    public String[] getChannels() {
        return channels != null
                ? channels.clone()
                : old().map(one -> one.subscription().channels()).orElse(List.of()).stream()
                        .map(UUID::toString)
                        .toArray(String[]::new);
    }

    public void setChannels(String @Nullable [] channels) {
        this.channels = channels == null ? new String[0] : channels.clone();
    }

    /** The token as it is; one is suggested for a new webhook. */
    public String getToken() {
        if (token == null) {
            token = isNew()
                    ? subscriptions.suggestedToken()
                    : old().map(one -> one.subscription().token()).orElse("");
        }
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = token == null ? "" : token;
    }

    /** The switches by the names of their fields. */
    public Map<String, Boolean> getSwitches() {
        return switches().values();
    }

    private SwitchFields switches() {
        var known = switches;
        if (known == null) {
            known = SwitchFields.of(
                    old().map(one -> one.subscription().switches()).orElse(Switches.USUAL));
            switches = known;
        }
        return known;
    }
}
