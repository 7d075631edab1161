package org.chasqui.messaging.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The actions of reply buttons and of lists. */
final class ChoiceActions {
    private static final int MOST_BUTTONS = 3;
    private static final int LONGEST_BUTTON_ID = 256;
    private static final int LONGEST_BUTTON = 20;
    private static final int MOST_SECTIONS = 10;
    private static final int MOST_ROWS = 10;
    private static final int LONGEST_SECTION_TITLE = 24;
    private static final int LONGEST_ROW_ID = 200;
    private static final int LONGEST_ROW_TITLE = 24;
    private static final int LONGEST_ROW_DESCRIPTION = 72;

    private ChoiceActions() {}

    static void checkButtons(Part action) {
        var ids = new HashMap<String, String>();
        var titles = new HashMap<String, String>();
        for (var button : action.need("buttons").items(1, MOST_BUTTONS)) {
            button.need("type").word(Set.of("reply"));
            var reply = button.need("reply");
            var id = reply.need("id");
            id.text(LONGEST_BUTTON_ID);
            var title = reply.need("title");
            title.text(LONGEST_BUTTON);
            checkUnique(id, ids);
            checkUnique(title, titles);
        }
    }

    static void checkList(Part action) {
        action.need("button").text(LONGEST_BUTTON);
        var sections = action.need("sections").items(1, MOST_SECTIONS);
        var ids = new HashMap<String, String>();
        int rows = 0;
        for (var section : sections) {
            checkTitle(section, sections);
            for (var row : section.need("rows").items(1, MOST_ROWS)) {
                rows++;
                var id = row.need("id");
                id.text(LONGEST_ROW_ID);
                checkUnique(id, ids);
                row.need("title").text(LONGEST_ROW_TITLE);
                var description = row.find("description");
                if (description != null) {
                    description.text(LONGEST_ROW_DESCRIPTION);
                }
            }
        }
        if (rows > MOST_ROWS) {
            throw action.need("sections")
                    .bad("have " + rows + " rows together; WhatsApp takes at most " + MOST_ROWS + ".");
        }
    }

    /** The title of a section: needed as soon as there are two. */
    static void checkTitle(Part section, List<Part> sections) {
        if (sections.size() > 1) {
            section.need("title");
        }
        var title = section.find("title");
        if (title != null) {
            title.text(LONGEST_SECTION_TITLE);
        }
    }

    private static void checkUnique(Part value, Map<String, String> seen) {
        var first = seen.putIfAbsent(value.text(), value.path());
        if (first != null) {
            throw value.bad("is " + value.quote() + " like " + first + "; each must be another.");
        }
    }
}
