package org.chasqui.web.campaigns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.campaigns.campaigns.Campaigns;
import org.chasqui.campaigns.campaigns.NewCampaign;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.templates.definition.HeaderFormat;
import org.chasqui.templates.templates.Effect;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.NumberTag;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The first step of a campaign: its name, what is said, and from where. What follows is done with the draft. */
@Named
@RequestScoped
public class NewCampaignPage {
    private static final Texts TEXTS = Texts.of("campaigns");

    @Inject
    CurrentUser me;

    @Inject
    Campaigns campaigns;

    @Inject
    Templates templates;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Accounts accounts;

    private @Nullable List<TemplateView> usable;
    private @Nullable String name;
    private @Nullable String number;
    private @Nullable String template;
    private @Nullable String media;

    /** Approved ones that are not for one-time codes. */
    private List<TemplateView> usable() {
        var known = usable;
        if (known == null) {
            known = templates.list(me.workspaceId()).stream()
                    .filter(one -> one.deletedAt() == null && one.effect() == Effect.SENDS)
                    .filter(one -> !one.category().equals("AUTHENTICATION"))
                    .sorted(Comparator.comparing(TemplateView::name).thenComparing(TemplateView::language))
                    .toList();
            usable = known;
        }
        return known;
    }

    /** Each with its language, its category, and its account where there are several. */
    public List<Choice> getTemplates() {
        Map<UUID, String> names =
                accounts.list(me.workspaceId()).stream().collect(Collectors.toMap(AccountView::id, AccountView::name));
        return usable().stream()
                .map(one -> new Choice(one.id().toString(), label(one, names)))
                .toList();
    }

    private static String label(TemplateView one, Map<UUID, String> accountNames) {
        var category = one.category().toLowerCase(Locale.ROOT);
        var label = one.name() + " · " + one.language() + " · " + TEXTS.getOr("category." + category, category);
        return accountNames.size() > 1 ? label + " · " + accountNames.get(one.accountId()) : label;
    }

    public List<Choice> getNumbers() {
        return numbers.list(me.workspaceId()).stream()
                .map(one -> new Choice(
                        one.phoneNumberId(), new NumberTag(one).getName() + " · " + one.displayPhoneNumber()))
                .toList();
    }

    /** Keeps the draft and leads to its list. */
    public @Nullable String create() {
        me.demand(Permission.SEND);
        try {
            var chosen = usable().stream()
                    .filter(one -> one.id().toString().equals(template))
                    .findFirst()
                    .orElseThrow(() -> RequestFailed.invalid("template", TEXTS.get("new.template.none")));
            var made = campaigns.create(new NewCampaign(
                    me.workspaceId(),
                    name == null ? "" : name,
                    chosen.name(),
                    from(chosen),
                    chosen.language(),
                    components(chosen),
                    null,
                    null,
                    null,
                    null,
                    me.getEmail(),
                    null));
            return "/console/campaignPlan.xhtml?faces-redirect=true&id=" + made.id();
        } catch (RequestFailed refused) {
            complain(refused);
            return null;
        }
    }

    /** The chosen number when it belongs to the template's account; else the first one that does. */
    private String from(TemplateView chosen) {
        var ours = numbers.list(me.workspaceId()).stream()
                .filter(one -> one.accountId().equals(chosen.accountId()))
                .map(SenderNumber::phoneNumberId)
                .toList();
        return ours.contains(number) || ours.isEmpty() ? Objects.requireNonNullElse(number, "") : ours.get(0);
    }

    private @Nullable JsonNode components(TemplateView chosen) {
        var header = chosen.shape().header();
        if (header == null || header.format() == HeaderFormat.TEXT) {
            return null;
        }
        if (media == null || media.isBlank()) {
            throw RequestFailed.invalid("media", TEXTS.get("new.media.none"));
        }
        var kind = header.format().wire();
        var components = JsonNodeFactory.instance.arrayNode();
        var parameter = components
                .addObject()
                .put("type", "header")
                .putArray("parameters")
                .addObject();
        parameter.put("type", kind).putObject(kind).put("link", media.strip());
        return components;
    }

    private static void complain(RequestFailed refused) {
        var fields = refused.fields();
        var field = fields.isEmpty() ? "name" : fields.get(0).field();
        var where = "newCampaign:" + (List.of("name", "template", "media").contains(field) ? field : "name");
        var why = fields.isEmpty()
                ? String.valueOf(refused.getMessage())
                : fields.get(0).message();
        FacesContext.getCurrentInstance().addMessage(where, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null));
    }

    public boolean isAnyTemplate() {
        return !usable().isEmpty();
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

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getTemplate() {
        return template;
    }

    public void setTemplate(@Nullable String template) {
        this.template = template;
    }

    /** Address of the picture, video or document of the header. */
    public @Nullable String getMedia() {
        return media;
    }

    public void setMedia(@Nullable String media) {
        this.media = media;
    }
}
