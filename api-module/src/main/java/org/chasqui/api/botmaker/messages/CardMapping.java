package org.chasqui.api.botmaker.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chasqui.api.botmaker.notes.Outgoing;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.phone.PhoneNumber;

/** {@code contact: {firstName, middleName, lastName, emails[], phones[]}}. */
final class CardMapping {
    private CardMapping() {}

    static Outgoing of(Arguments contact) {
        var first = contact.text("firstName").map(String::strip);
        var middle = contact.text("middleName").map(String::strip);
        var last = contact.text("lastName").map(String::strip);
        var formatted = Stream.of(first, middle, last).flatMap(Optional::stream).collect(Collectors.joining(" "));
        if (formatted.isEmpty()) {
            throw RequestFailed.invalid(contact.path("firstName"), "is required.");
        }
        var contacts = JsonNodeFactory.instance.arrayNode();
        var card = contacts.addObject();
        var name = card.putObject("name").put("formatted_name", formatted);
        first.ifPresent(text -> name.put("first_name", text));
        middle.ifPresent(text -> name.put("middle_name", text));
        last.ifPresent(text -> name.put("last_name", text));
        var phones = values(contact, "phones", "phone");
        if (!phones.isEmpty()) {
            var list = card.putArray("phones");
            phones.forEach(phone -> {
                var entry = list.addObject().put("phone", phone);
                PhoneNumber.parse(phone).ifPresent(number -> entry.put("wa_id", number.digits()));
            });
        }
        var emails = values(contact, "emails", "email");
        if (!emails.isEmpty()) {
            var list = card.putArray("emails");
            emails.forEach(email -> list.addObject().put("email", email));
        }
        return new Outgoing("contacts", contacts, null);
    }

    /** Texts, or objects with the text under a name. */
    private static List<String> values(Arguments contact, String name, String inner) {
        var node = contact.raw(name);
        boolean areObjects = node.isObject() || node.isArray() && node.path(0).isObject();
        if (!areObjects) {
            return contact.texts(name);
        }
        var found = new ArrayList<String>();
        contact.objects(name).forEach(one -> found.add(one.demand(inner).strip()));
        return found;
    }
}
