package org.chasqui.web.bots;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.bots.BotAction;
import org.chasqui.messaging.bots.BotRules;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.messaging.bots.Reply;
import org.chasqui.messaging.bots.RuleView;
import org.chasqui.messaging.bots.RuleWish;
import org.chasqui.messaging.media.Media;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.platform.users.UserView;
import org.chasqui.platform.users.Users;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Where a rule is written. The preview follows each key. Whoever may not change bots can look at it. */
@Named
@ViewScoped
public class RuleEditor implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("bots");
    private static final int MOST_ACTIONS = 10;

    @Inject
    CurrentUser me;

    @Inject
    Bots bots;

    @Inject
    BotRules rules;

    @Inject
    Users users;

    @Inject
    Media media;

    @Inject
    FillableTemplates templates;

    private final RuleForm form = new RuleForm();
    private @Nullable String bot;
    private @Nullable String id;

    /** Takes over the rule that the address names; 404 when there is none, or no such bot. */
    public void open() throws IOException {
        if (find().isEmpty() || (id != null && rule().isEmpty())) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            return;
        }
        if (FacesContext.getCurrentInstance().isPostback()) {
            return;
        }
        rule().ifPresentOrElse(form::read, form::begin);
        for (var action : form.getActions()) {
            var own = action.getFile().getOwn();
            if (own != null) {
                media.find(me.workspaceId(), own)
                        .ifPresent(file -> action.getFile().setFileName(file.fileName()));
            }
        }
    }

    private Optional<BotView> find() {
        var uuid = BotAddress.uuid(bot);
        return uuid == null ? Optional.empty() : bots.find(me.workspaceId(), uuid);
    }

    private BotView bot() {
        return find().orElseThrow(() -> RequestFailed.notFound("bot", String.valueOf(bot)));
    }

    private Optional<RuleView> rule() {
        var uuid = BotAddress.uuid(id);
        return uuid == null ? Optional.empty() : rules.find(me.workspaceId(), bot().id(), uuid);
    }

    /** Nothing to do: what was written is in the form by now, and the page draws it. */
    public void refresh() {}

    public void addAction() {
        if (form.getActions().size() < MOST_ACTIONS) {
            form.add();
        }
    }

    public void removeAction(int index) {
        form.remove(index);
    }

    public void moveAction(int index) {
        form.forward(index);
    }

    private BotAction action(ActionField field) {
        return field.action(templates.content(field));
    }

    /** Keeps the rule and leads to its bot; stays, with a notice, when it is refused. */
    public @Nullable String save() {
        me.demand(Permission.MANAGE_BOTS);
        var owner = bot().id();
        try {
            var actions = form.getActions().stream().map(this::action).toList();
            var wish = new RuleWish(form.getTitle(), form.match(), form.words(), actions, null, form.isActive());
            UUID known = BotAddress.uuid(id);
            if (known == null) {
                rules.add(me.workspaceId(), owner, wish);
            } else {
                rules.change(me.workspaceId(), owner, known, wish);
            }
            Notices.done(TEXTS.get("editor.saved"));
            return BotAddress.page(owner);
        } catch (RequestFailed refused) {
            refuse(refused);
            return null;
        }
    }

    private static void refuse(RequestFailed refused) {
        var fields = refused.fields();
        if (fields.isEmpty()) {
            Notices.refuse(String.valueOf(refused.getMessage()));
        }
        fields.forEach(fault -> FacesContext.getCurrentInstance()
                .addMessage(
                        null,
                        new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence(fault.field(), fault.message()), null)));
    }

    private static String sentence(String field, String message) {
        return Character.isUpperCase(message.charAt(0)) ? message : field + " " + message;
    }

    /** Removes the rule and leads to its bot. */
    public String delete() {
        me.demand(Permission.MANAGE_BOTS);
        var owner = bot().id();
        rule().ifPresent(known -> {
            rules.remove(me.workspaceId(), owner, known.id());
            Notices.done(TEXTS.get("editor.deleted", RuleRow.name(known)));
        });
        return BotAddress.page(owner);
    }

    public boolean isNew() {
        return id == null;
    }

    public String getBotName() {
        return bot().name();
    }

    public String getHeading() {
        if (!form.getTitle().isBlank()) {
            return form.getTitle();
        }
        return form.words().isEmpty() ? TEXTS.get("rule.add") : form.words().get(0);
    }

    /** What somebody might write who means this rule; empty for a pattern and for none. */
    public String getAsked() {
        return form.isPattern() || form.words().isEmpty() ? "" : form.words().get(0);
    }

    /** What it would say: a text with one of its variants, other messages as they are. What is not complete is left out. */
    public List<ReplyBubble> getPreview() {
        var bubbles = new ArrayList<ReplyBubble>();
        for (var field : form.getActions()) {
            if (field.kind() == ActionField.Kind.TEXT) {
                new SpokenText(field.value("text"))
                        .getVariants().stream()
                                .limit(1)
                                .forEach(said -> bubbles.add(new ReplyBubble(Reply.text(said))));
            } else {
                sent(field).ifPresent(bubbles::add);
            }
        }
        return bubbles;
    }

    private Optional<ReplyBubble> sent(ActionField field) {
        try {
            return action(field) instanceof BotAction.Send send
                    ? Optional.of(new ReplyBubble(new Reply(send.type(), send.content()), templates.words(field)))
                    : Optional.empty();
        } catch (RequestFailed incomplete) {
            return Optional.empty();
        }
    }

    /** What it does beside answering. */
    public List<PlainLine> getNotes() {
        var notes = new ArrayList<PlainLine>();
        for (var field : form.getActions()) {
            if (field.kind() == ActionField.Kind.TAG && !field.value("add").isEmpty()) {
                notes.add(new PlainLine("tag", TEXTS.get("note.tags", field.value("add"))));
            }
            if (field.kind() == ActionField.Kind.HANDOVER) {
                notes.add(new PlainLine("hand", TEXTS.get("note.handover")));
            }
        }
        return notes;
    }

    /** The variants of each text that varies. */
    public List<SpokenText> getSpoken() {
        return form.getActions().stream()
                .filter(field -> field.kind() == ActionField.Kind.TEXT
                        && !field.value("text").isEmpty())
                .map(field -> new SpokenText(field.value("text")))
                .toList();
    }

    /** Whom a conversation can be given to. */
    public List<String> getPeople() {
        return users.list(me.workspaceId()).stream().map(UserView::email).toList();
    }

    public RuleForm getForm() {
        return form;
    }

    public @Nullable String getBot() {
        return bot;
    }

    public void setBot(@Nullable String bot) {
        this.bot = bot;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null || id.isBlank() ? null : id;
    }
}
