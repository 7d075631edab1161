package org.chasqui.messaging.content;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;

/** {@code contacts:[{name, phones, emails, addresses, org, urls, birthday}]}. */
final class ContactsContent {
    private static final int MOST = 257;
    private static final int MOST_LINES = 100;
    private static final Set<String> KNOWN = Set.of("name", "phones", "emails", "addresses", "org", "urls", "birthday");
    private static final Set<String> NAME =
            Set.of("formatted_name", "first_name", "last_name", "middle_name", "prefix", "suffix");
    private static final Set<String> ORG = Set.of("company", "department", "title");

    /** The lists of a contact: what their entries know. */
    private static final Map<String, Set<String>> LISTS = Map.of(
            "phones", Set.of("phone", "type", "wa_id"),
            "emails", Set.of("email", "type"),
            "urls", Set.of("url", "type"),
            "addresses", Set.of("street", "city", "state", "zip", "country", "country_code", "type"));

    /** What an entry of a list must have. */
    private static final Map<String, String> KEYS = Map.of("phones", "phone", "emails", "email", "urls", "url");

    private ContactsContent() {}

    static void check(Part contacts) {
        contacts.items(1, MOST).forEach(ContactsContent::checkOne);
    }

    private static void checkOne(Part contact) {
        var name = contact.only(KNOWN).need("name");
        name.only(NAME).need("formatted_name").text();
        if (name.node().size() < 2) {
            throw name.bad("needs one more of first_name, last_name, middle_name, prefix, suffix.");
        }
        checkTexts(name);
        var org = contact.find("org");
        if (org != null) {
            checkTexts(org.only(ORG));
        }
        LISTS.forEach((list, known) -> {
            var entries = contact.find(list);
            if (entries != null) {
                entries.items(0, MOST_LINES).forEach(entry -> checkEntry(list, known, entry));
            }
        });
        var birthday = contact.find("birthday");
        if (birthday != null) {
            checkDate(birthday);
        }
    }

    private static void checkEntry(String list, Set<String> known, Part entry) {
        entry.only(known);
        var key = KEYS.get(list);
        if (key != null) {
            entry.need(key).text();
        }
        checkTexts(entry);
    }

    private static void checkTexts(Part object) {
        for (var names = object.node().fieldNames(); names.hasNext(); ) {
            var text = object.find(names.next());
            if (text != null) {
                text.anyText();
            }
        }
    }

    private static void checkDate(Part birthday) {
        try {
            LocalDate.parse(birthday.text());
        } catch (DateTimeParseException noDate) {
            throw birthday.bad("is " + birthday.quote() + "; must be a date such as 1990-12-31.");
        }
    }
}
