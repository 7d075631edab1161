package org.chasqui.web.templates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.phone.PhoneNumber;
import org.chasqui.platform.users.Permission;
import org.chasqui.templates.definition.Card;
import org.chasqui.templates.definition.Header;
import org.chasqui.templates.definition.HeaderFormat;
import org.chasqui.templates.parameters.SampleParameters;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Sends a template to one number, filled with the samples that it was handed in with, and leads to the message. */
@Named
@RequestScoped
public class TestSend {
    private static final Texts TEXTS = Texts.of("templates");
    private static final Duration OFFER_ENDS_IN = Duration.ofDays(1);

    @Inject
    CurrentUser me;

    @Inject
    TemplatePage page;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Messages messages;

    @Inject
    Clock clock;

    private @Nullable String to;
    private final MediaField file = new MediaField();

    /** Sends; stays with a notice when it is refused. */
    public @Nullable String send() {
        me.demand(Permission.SEND);
        var template = page.view();
        var number = numbers.list(me.workspaceId()).stream()
                .filter(one -> one.accountId().equals(template.accountId()))
                .findFirst()
                .orElse(null);
        var recipient = to == null ? null : PhoneNumber.parse(to).orElse(null);
        if (number == null || recipient == null) {
            return refuse(TEXTS.get(number == null ? "test.noNumber" : "test.badPhone"));
        }
        try {
            var sent = messages.send(new SendMessage(
                    me.workspaceId(),
                    number.id().toString(),
                    recipient.e164(),
                    "template",
                    content(template),
                    null,
                    null));
            return "/console/message.xhtml?faces-redirect=true&id=" + sent.id();
        } catch (RequestFailed refused) {
            return refuse(
                    refused.fields().isEmpty()
                            ? String.valueOf(refused.getMessage())
                            : refused.fields().stream()
                                    .map(fault -> fault.field() + " " + fault.message())
                                    .collect(Collectors.joining(" ")));
        }
    }

    private ObjectNode content(TemplateView template) {
        var content = JsonNodeFactory.instance.objectNode().put("name", template.name());
        content.putObject("language").put("code", template.language());
        content.set(
                "components",
                SampleParameters.of(
                        template.tree(), file.getHandle(), clock.instant().plus(OFFER_ENDS_IN)));
        return content;
    }

    /** What the header or each card shows, as a file has to be chosen for it: IMAGE, VIDEO …; null for no file. */
    public @Nullable String getFileKind() {
        var shape = page.view().shape();
        return Stream.concat(
                        Stream.ofNullable(shape.header()),
                        shape.cards().stream().map(Card::header))
                .flatMap(Stream::ofNullable)
                .map(Header::format)
                .filter(HeaderFormat::isMedia)
                .map(HeaderFormat::name)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String refuse(String why) {
        FacesContext.getCurrentInstance()
                .addMessage("test:to", new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null));
        return null;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public MediaField getFile() {
        return file;
    }
}
