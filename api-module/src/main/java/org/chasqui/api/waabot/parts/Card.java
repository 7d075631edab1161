package org.chasqui.api.waabot.parts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * A person's card, as it is sent and as the answer shows it.
 *
 * @param fullName name in full, never blank
 * @param displayName name in short, never blank
 * @param organization company; null when unknown
 * @param digits number with its country code, digits only
 */
public record Card(
        String fullName, String displayName, @Nullable String organization, String digits) {

    /** The card as a message of the Cloud API. */
    public MessagePart part() {
        var contacts = JsonNodeFactory.instance.arrayNode();
        var contact = contacts.addObject();
        contact.putObject("name").put("formatted_name", fullName).put("first_name", displayName);
        if (organization != null) {
            contact.putObject("org").put("company", organization);
        }
        contact.putArray("phones")
                .addObject()
                .put("phone", "+" + digits)
                .put("wa_id", digits)
                .put("type", "CELL");
        return new MessagePart("contacts", contacts);
    }

    /** The card as vCard 3.0 (RFC 2426), with the lines that Waabot's have. */
    public String vcard() {
        var lines = new StringBuilder("BEGIN:VCARD\nVERSION:3.0\nFN:").append(escaped(fullName));
        if (organization != null) {
            lines.append("\nORG:").append(escaped(organization)).append(';');
        }
        return lines.append("\nTEL;type=CELL;type=VOICE;waid=")
                .append(digits)
                .append(":+")
                .append(digits)
                .append("\nEND:VCARD")
                .toString();
    }

    /** A line end or a semicolon in a name must not begin another property or component. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }
}
