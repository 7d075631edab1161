package org.chasqui.api.waabot.messages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.waabot.parts.MessagePart;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.platform.failure.RequestFailed;

/** {@code msgdata} of a list as {@code interactive.list}; limits are Meta's. {@code listType} has no meaning there. */
final class ListMapping {
    static final int BUTTON = 20;
    static final int LINE = 60;
    static final int BODY = 4_096;
    static final int ROWS = 10;
    static final int ROW_TITLE = 24;
    static final int ROW_DESCRIPTION = 72;
    static final int ROW_ID = 200;
    static final int SECTION_TITLE = 24;
    static final String DEFAULT_BUTTON = "Menu";

    private final Arguments given;
    private final Shortening shortening = new Shortening();
    private final Shortening.Distinct ids = new Shortening.Distinct(ROW_ID);
    private int rows;
    private int left;

    private ListMapping(Arguments given) {
        this.given = given;
    }

    /**
     * Maps a list.
     *
     * @throws RequestFailed VALIDATION_FAILED when there is no text or nothing to choose
     */
    static Mapped of(Arguments msgdata) {
        return new ListMapping(msgdata).map();
    }

    private Mapped map() {
        var list = JsonNodeFactory.instance.objectNode().put("type", "list");
        given.text("title")
                .ifPresent(title -> list.putObject("header")
                        .put("type", "text")
                        .put("text", shortening.cut(given.path("title"), title, LINE)));
        list.putObject("body").put("text", shortening.cut(given.path("text"), given.demand("text"), BODY));
        given.text("description")
                .or(() -> given.text("footerText"))
                .ifPresent(footer ->
                        list.putObject("footer").put("text", shortening.cut(given.path("description"), footer, LINE)));
        var action = list.putObject("action").put("button", button());
        addSections(action.putArray("sections"));
        MessageContent.check("interactive", list);
        return new Mapped(new MessagePart("interactive", list), shortening.warnings());
    }

    private String button() {
        var text = given.text("buttonText");
        if (text.isEmpty()) {
            shortening.warn(given.path("buttonText") + " is missing: \"" + DEFAULT_BUTTON + "\" stands in its place.");
            return DEFAULT_BUTTON;
        }
        return shortening.cut(given.path("buttonText"), text.get(), BUTTON);
    }

    private void addSections(ArrayNode target) {
        var sections = given.objects("sections");
        for (var section : sections) {
            var rowsHere = JsonNodeFactory.instance.arrayNode();
            section.objects("rows").forEach(row -> addRow(row, rowsHere));
            if (!rowsHere.isEmpty()) {
                var made = target.addObject();
                section.text("title")
                        .ifPresent(title ->
                                made.put("title", shortening.cut(section.path("title"), title, SECTION_TITLE)));
                made.set("rows", rowsHere);
            }
        }
        if (target.isEmpty()) {
            throw RequestFailed.invalid(given.path("sections"), "needs a section with a row at least.");
        }
        if (target.size() > 1) {
            nameSections(target);
        }
        if (left > 0) {
            shortening.warn("The last " + left + " rows were left out: WhatsApp takes " + ROWS + " in a list.");
        }
    }

    /** Meta wants a title of each as soon as there are two. */
    private static void nameSections(ArrayNode sections) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i) instanceof ObjectNode section && !section.has("title")) {
                section.put("title", Integer.toString(i + 1));
            }
        }
    }

    private void addRow(Arguments row, ArrayNode target) {
        var title = row.demand("title");
        if (rows == ROWS) {
            left++;
            return;
        }
        rows++;
        var made = target.addObject()
                .put("id", ids.next(row.text("rowId").orElse(title).strip()))
                .put("title", shortening.cut(row.path("title"), title, ROW_TITLE));
        row.text("description")
                .ifPresent(text ->
                        made.put("description", shortening.cut(row.path("description"), text, ROW_DESCRIPTION)));
    }
}
