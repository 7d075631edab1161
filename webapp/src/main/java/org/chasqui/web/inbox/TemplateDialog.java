package org.chasqui.web.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.templates.templates.Templates;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** Fills in a template and sends it: what is left when the window is closed. */
@Named
@RequestScoped
public class TemplateDialog {
    private static final Texts TEXTS = Texts.of("inbox");
    private static final int CARDS = 3;

    @Inject
    CurrentUser me;

    @Inject
    Templates templates;

    @Inject
    TemplateDraft draft;

    @Inject
    InboxPage inbox;

    @Inject
    Composer composer;

    private @Nullable List<FillableTemplate> fillable;

    private List<FillableTemplate> fillable() {
        var known = fillable;
        if (known == null) {
            var account = inbox.account();
            known = templates.list(me.workspaceId()).stream()
                    .filter(template ->
                            template.deletedAt() == null && account.equals(Optional.of(template.accountId())))
                    .map(FillableTemplate::of)
                    .flatMap(Optional::stream)
                    .toList();
            fillable = known;
        }
        return known;
    }

    private Optional<FillableTemplate> chosen() {
        return fillable().stream()
                .filter(one -> one.key().equals(draft.getChosen()))
                .findFirst()
                .or(() -> fillable().stream().findFirst());
    }

    public boolean isNone() {
        return fillable().isEmpty();
    }

    public int getCount() {
        return fillable().size();
    }

    public List<Choice> getChoices() {
        return fillable().stream()
                .map(one -> new Choice(
                        one.key(),
                        one.template().name() + " · " + one.template().language()))
                .toList();
    }

    /** Another template was chosen: what was written for the one before does not fit. */
    public void choose() {
        draft.getValues().clear();
        prefill();
    }

    private void prefill() {
        var person = inbox.getPerson();
        var name = person == null || person.getName().startsWith("+") ? "" : person.getName();
        chosen().ifPresent(one -> one.fields().stream()
                .filter(field ->
                        field.getKey().equals("body.1") || field.variable().endsWith("name"))
                .findFirst()
                .ifPresent(field -> draft.getValues().putIfAbsent(field.getKey(), name.split(" ")[0])));
    }

    public List<TemplateField> getFields() {
        if (draft.getValues().isEmpty()) {
            prefill();
        }
        return chosen().map(FillableTemplate::fields).orElse(List.of());
    }

    public String getHeader() {
        return chosen().map(one -> one.text(draft.getValues()).header()).orElse("");
    }

    public String getBody() {
        return chosen().map(one -> one.text(draft.getValues()).body()).orElse("");
    }

    public String getFooter() {
        return chosen().map(one -> one.text(draft.getValues()).footer()).orElse("");
    }

    public String getCategory() {
        return chosen().map(one -> Texts.of("messages")
                        .getOr(
                                "category." + one.template().category().toLowerCase(Locale.ROOT),
                                one.template().category()))
                .orElse("");
    }

    /** Three of them, for the place of the text box. */
    public List<Card> getCards() {
        return fillable().stream().limit(CARDS).map(Card::new).toList();
    }

    /** Sends it; tells the page with {@code sent} whether the dialog may be closed. */
    public void send() {
        me.demand(Permission.SEND);
        var chosen = chosen().orElse(null);
        if (chosen == null) {
            return;
        }
        var missing = chosen.fields().stream()
                .filter(field -> Objects.requireNonNullElse(draft.getValues().get(field.getKey()), "")
                        .isBlank())
                .findFirst();
        if (missing.isPresent()) {
            refuse(TEXTS.get("template.missing", missing.get().getLabel()));
            return;
        }
        try {
            composer.send("template", chosen.content(draft.getValues()), null);
            draft.getValues().clear();
            PrimeFaces.current().ajax().addCallbackParam("sent", true);
        } catch (RequestFailed refused) {
            refuse(String.valueOf(refused.getMessage()));
        }
    }

    private static void refuse(String why) {
        Notices.refuse("template:which", why);
    }

    /** A template in the place of the text box. */
    public static final class Card {
        private final FillableTemplate fillable;

        Card(FillableTemplate fillable) {
            this.fillable = fillable;
        }

        public String getKey() {
            return fillable.key();
        }

        public String getName() {
            return fillable.template().name();
        }

        public String getCategory() {
            return Texts.of("messages")
                    .getOr(
                            "category." + fillable.template().category().toLowerCase(Locale.ROOT),
                            fillable.template().category());
        }

        public String getBody() {
            return fillable.text(Map.of()).body();
        }
    }
}
