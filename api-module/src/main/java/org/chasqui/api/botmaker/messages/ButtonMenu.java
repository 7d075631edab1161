package org.chasqui.api.botmaker.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.chasqui.api.botmaker.notes.Outgoing;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;

/**
 * {@code text} with {@code buttons: [{label, intent}]}: up to three are buttons to reply with, up to ten a list, which is as
 * many as WhatsApp has. The intent comes back when a button is pressed.
 */
final class ButtonMenu {
    private static final int REPLIES = 3;
    private static final int ROWS = 10;
    private static final int LABEL = 20;
    private static final int ROW_LABEL = 24;
    /** What opens a list; Botmaker's menus have no word for it. */
    private static final String OPENER = "☰";

    private ButtonMenu() {}

    static Outgoing of(Arguments entry, List<Arguments> buttons) {
        if (buttons.size() > ROWS) {
            throw RequestFailed.invalid(
                    entry.path("buttons"), "has " + buttons.size() + " buttons; WhatsApp takes " + ROWS + " at most.");
        }
        boolean isList = buttons.size() > REPLIES;
        var message = JsonNodeFactory.instance.objectNode().put("type", isList ? "list" : "button");
        message.putObject("body").put("text", entry.demand("text"));
        var action = message.putObject("action");
        if (isList) {
            list(action, buttons);
        } else {
            replies(action, buttons);
        }
        return new Outgoing("interactive", message, null);
    }

    static void replies(ObjectNode action, List<Arguments> buttons) {
        var list = action.putArray("buttons");
        buttons.forEach(button -> {
            var label = label(button, LABEL);
            list.addObject()
                    .put("type", "reply")
                    .putObject("reply")
                    .put("id", intent(button, label))
                    .put("title", label);
        });
    }

    private static void list(ObjectNode action, List<Arguments> buttons) {
        var rows = action.put("button", OPENER).putArray("sections").addObject().putArray("rows");
        buttons.forEach(button -> {
            var label = label(button, ROW_LABEL);
            rows.addObject().put("id", intent(button, label)).put("title", label);
        });
    }

    private static String intent(Arguments button, String label) {
        return button.text("intent").map(String::strip).orElse(label);
    }

    private static String label(Arguments button, int most) {
        var label = button.demand("label").strip();
        int length = label.codePointCount(0, label.length());
        if (length > most) {
            throw RequestFailed.invalid(
                    button.path("label"), "has " + length + " characters; WhatsApp takes " + most + " at most.");
        }
        return label;
    }
}
