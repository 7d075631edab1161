package org.chasqui.api.waabot.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's card.
 *
 * @param fullName as it stands on the card
 * @param displayName as it is shown above it
 * @param organization null for none
 * @param digits the phone number with its country code, digits only
 */
public record VCard(
        String fullName, String displayName, @Nullable String organization, String digits) {
    /** The card as Meta takes it: an array with one contact. */
    public ArrayNode content() {
        var contacts = JsonNodeFactory.instance.arrayNode();
        var contact = contacts.addObject();
        contact.putObject("name").put("formatted_name", fullName).put("first_name", firstName());
        contact.putArray("phones")
                .addObject()
                .put("phone", "+" + digits)
                .put("type", "CELL")
                .put("wa_id", digits);
        if (organization != null) {
            contact.putObject("org").put("company", organization);
        }
        return contacts;
    }

    /** Meta wants one part of the name beside the whole. */
    private String firstName() {
        return fullName.strip().split("\\s+")[0];
    }

    /** The card as text, version 3.0 (RFC 2426), with the lines of the seed. */
    public String text() {
        return "BEGIN:VCARD\nVERSION:3.0\nFN:" + escaped(fullName) + "\nORG:"
                + escaped(Optional.ofNullable(organization).orElse("")) + ";\nTEL;type=CELL;type=VOICE;waid=" + digits
                + ":" + digits + "\nEND:VCARD";
    }

    /** The card of a contact in Meta's form; what it lacks is left out. */
    static VCard of(JsonNode contact) {
        var name = contact.path("name").path("formatted_name").asText("");
        var phone = contact.path("phones").path(0);
        var digits = phone.path("wa_id").asText(phone.path("phone").asText("")).replaceAll("\\D", "");
        var company = contact.path("org").path("company").asText("");
        return new VCard(name, name, company.isEmpty() ? null : company, digits);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "")
                .replace(",", "\\,")
                .replace(";", "\\;");
    }
}
