package org.chasqui.web.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import org.chasqui.platform.rest.Json;

/** JSON as HTML: indented, strings coloured, everything escaped. */
public final class JsonText {
    private static final int SHORT = 60;

    private JsonText() {}

    /** JSON text as HTML; text that is not JSON comes back escaped as it is. */
    public static String html(String text) {
        try {
            return html(Json.mapper().readTree(text));
        } catch (JsonProcessingException notJson) {
            return escaped(text);
        }
    }

    /** A tree as HTML. */
    public static String html(JsonNode node) {
        var html = new StringBuilder();
        write(node, "", html);
        return html.toString();
    }

    private static void write(JsonNode node, String indent, StringBuilder html) {
        if (node.isContainerNode() && (node.isEmpty() || node.toString().length() <= SHORT && !holdsContainer(node))) {
            writeMembers(node, "", node.isEmpty() ? "" : " ", ", ", html);
        } else if (node.isContainerNode()) {
            writeMembers(node, indent + "  ", "\n" + indent, ",\n", html);
        } else if (node.isTextual()) {
            html.append("<span class=\"s\">").append(escaped(node.toString())).append("</span>");
        } else {
            html.append(escaped(node.toString()));
        }
    }

    private static void writeMembers(JsonNode node, String indent, String edge, String separator, StringBuilder html) {
        html.append(node.isObject() ? '{' : '[').append(edge.startsWith("\n") ? "\n" : edge);
        var first = true;
        Iterator<String> names = node.fieldNames();
        for (var child : node) {
            html.append(first ? "" : separator).append(indent);
            first = false;
            if (node.isObject()) {
                html.append(escaped('"' + names.next() + "\": "));
            }
            write(child, indent, html);
        }
        html.append(edge).append(node.isObject() ? '}' : ']');
    }

    private static boolean holdsContainer(JsonNode node) {
        for (var child : node) {
            if (child.isContainerNode()) {
                return true;
            }
        }
        return false;
    }

    /** Text as HTML that shows it. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
