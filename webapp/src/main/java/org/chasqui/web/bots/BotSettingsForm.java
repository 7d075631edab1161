package org.chasqui.web.bots;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.chasqui.messaging.bots.BotSecrets;
import org.chasqui.messaging.bots.BotWish;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Where answers come from that rules do not give, hand-over and guards of the bot of the page. Secrets are written and never shown. */
@Named
@RequestScoped
public class BotSettingsForm {
    private static final Texts TEXTS = Texts.of("bots");

    @Inject
    CurrentUser me;

    @Inject
    BotPage page;

    @Inject
    Bots bots;

    @Inject
    BotSecrets secrets;

    private @Nullable SettingsFields fields;
    private @Nullable String key;
    private @Nullable String secret;
    private boolean forgetKey;

    private SettingsFields fields() {
        var known = fields;
        if (known == null) {
            known = SettingsFields.of(page.bot());
            fields = known;
        }
        return known;
    }

    /** Keeps them and leads back to the bot; stays, with a notice, when something is refused. */
    public @Nullable String save() {
        me.demand(Permission.MANAGE_BOTS);
        try {
            var bot = page.bot();
            bots.change(
                    me.workspaceId(),
                    bot.id(),
                    new BotWish(
                            null,
                            fields().kind(),
                            null,
                            fields().settings(bot.settings()),
                            fields().ai(),
                            forgetKey ? "" : key,
                            fields().external(),
                            secret,
                            me.getEmail()));
            Notices.done(TEXTS.get("set.saved"));
            // A new AI is tried at once, a server as well.
            return "/console/botSettings.xhtml?faces-redirect=true&id=" + bot.id();
        } catch (RequestFailed refused) {
            refuse(refused);
            return null;
        }
    }

    private static void refuse(RequestFailed refused) {
        if (refused.fields().isEmpty()) {
            Notices.refuse("set:kind", String.valueOf(refused.getMessage()));
        }
        for (var fault : refused.fields()) {
            var message = fault.message();
            switch (fault.field()) {
                case "ai.key" -> Notices.refuse("set:baseUrl", TEXTS.get("set.key.again"));
                case "ai.base_url" -> Notices.refuse("set:baseUrl", message);
                case "external.url" -> Notices.refuse("set:url", message);
                default ->
                    Notices.refuse(
                            "set:kind",
                            Character.isUpperCase(message.charAt(0)) ? message : fault.field() + " " + message);
            }
        }
    }

    public Map<String, Object> getValues() {
        return fields().values();
    }

    public boolean isKeyKept() {
        return page.bot().hasAiKey();
    }

    /** That a key is kept, with its end, or how one may look. */
    public String getKeyHint() {
        return secrets.aiKeyEnd(me.workspaceId(), page.bot().id())
                .map(end -> TEXTS.get("set.key.kept", end))
                .orElse("sk-…");
    }

    /** Always null: keys are written and never shown. */
    public @Nullable String getKey() {
        return null;
    }

    public void setKey(@Nullable String key) {
        this.key = key == null || key.isBlank() ? null : key.strip();
    }

    /** Always null, as {@link #getKey}. */
    public @Nullable String getSecret() {
        return null;
    }

    public void setSecret(@Nullable String secret) {
        this.secret = secret == null || secret.isBlank() ? null : secret.strip();
    }

    public boolean isForgetKey() {
        return forgetKey;
    }

    public void setForgetKey(boolean forgetKey) {
        this.forgetKey = forgetKey;
    }
}
