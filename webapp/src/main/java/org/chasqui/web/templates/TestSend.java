package org.chasqui.web.templates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.phone.PhoneNumber;
import org.chasqui.platform.users.Permission;
import org.chasqui.templates.definition.Header;
import org.chasqui.templates.definition.HeaderFormat;
import org.chasqui.templates.definition.Variables;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Sends a template to one number, filled with the samples that it was handed in with, and leads to the message. */
@Named
@RequestScoped
public class TestSend {
    private static final Texts TEXTS = Texts.of("templates");
    private static final String CODE = "123456";

    @Inject
    CurrentUser me;

    @Inject
    TemplatePage page;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Messages messages;

    private @Nullable String to;
    private @Nullable String file;

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
            return refuse(String.valueOf(refused.getMessage()));
        }
    }

    private ObjectNode content(TemplateView template) {
        var content = JsonNodeFactory.instance.objectNode().put("name", template.name());
        content.putObject("language").put("code", template.language());
        var components = content.putArray("components");
        var shape = template.shape();
        var values = SampleValues.of(template.tree());
        var header = shape.header();
        if (header != null) {
            header(components, header, values.header());
        }
        text(components, "body", shape.body(), values.body());
        for (int i = 0; i < shape.buttons().size(); i++) {
            var button = shape.buttons().get(i);
            if (button.isOneTimeCode() || button.hasVariable()) {
                button(components, "url", i)
                        .addObject()
                        .put("type", "text")
                        .put("text", button.isOneTimeCode() ? CODE : "1");
            } else if (button.kind().wire().equals("copy_code")) {
                button(components, "copy_code", i)
                        .addObject()
                        .put("type", "coupon_code")
                        .put("coupon_code", "SAMPLE");
            }
        }
        return content;
    }

    private static ArrayNode button(ArrayNode components, String kind, int index) {
        return components
                .addObject()
                .put("type", "button")
                .put("sub_type", kind)
                .put("index", index)
                .putArray("parameters");
    }

    private void header(ArrayNode components, Header header, Map<String, String> values) {
        if (header.format() == HeaderFormat.TEXT) {
            text(components, "header", header.text(), values);
            return;
        }
        var kind = header.format().wire();
        var parameter = components
                .addObject()
                .put("type", "header")
                .putArray("parameters")
                .addObject();
        var source = parameter.put("type", kind).putObject(kind);
        var given = file == null ? "" : file.strip();
        if (header.format().isMedia()) {
            source.put(given.startsWith("http") ? "link" : "id", given);
        } else {
            source.put("latitude", -13.5320)
                    .put("longitude", -71.9675)
                    .put("name", "Cusco")
                    .put("address", "Peru");
        }
    }

    private static void text(ArrayNode components, String type, String text, Map<String, String> values) {
        var variables = Variables.of(text);
        if (variables.isEmpty()) {
            return;
        }
        var parameters = components.addObject().put("type", type).putArray("parameters");
        for (int i = 0; i < variables.count(); i++) {
            var name = variables.isNamed() ? variables.names().get(i) : Integer.toString(i + 1);
            var value = values.getOrDefault(name, "");
            var parameter = parameters.addObject().put("type", "text").put("text", value.isBlank() ? name : value);
            if (variables.isNamed()) {
                parameter.put("parameter_name", name);
            }
        }
    }

    /** Whether a file has to be named, because the header shows one. */
    public boolean isFiled() {
        var header = page.view().shape().header();
        return header != null && header.format().isMedia();
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

    public @Nullable String getFile() {
        return file;
    }

    public void setFile(@Nullable String file) {
        this.file = file;
    }
}
