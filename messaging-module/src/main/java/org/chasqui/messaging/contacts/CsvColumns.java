package org.chasqui.messaging.contacts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** What the columns of a file mean, by its first line. A column that we do not know becomes an attribute. */
final class CsvColumns {
    private static final Set<String> KEYS = Set.of("phone", "user_id", "username");
    private static final Map<String, String> SYNONYMS = Map.of(
            "to", "phone",
            "phone_number", "phone",
            "wa_id", "phone",
            "telefono", "phone",
            "teléfono", "phone",
            "telefone", "phone",
            "nombre", "name",
            "nome", "name",
            "idioma", "language");

    private final List<String> names;

    private CsvColumns(List<String> names) {
        this.names = names;
    }

    static CsvColumns of(List<String> header) {
        var names = new ArrayList<String>();
        for (var title : header) {
            var plain = title.strip();
            var folded = plain.toLowerCase(Locale.ROOT).replace(' ', '_');
            var name = SYNONYMS.getOrDefault(folded, folded);
            boolean ours =
                    KEYS.contains(name) || Set.of("name", "language", "tags").contains(name);
            names.add(ours ? name : plain);
        }
        if (names.stream().noneMatch(KEYS::contains)) {
            throw RequestFailed.invalid(
                    "file", "the first line must name the columns, one of them phone, user_id or username.");
        }
        return new CsvColumns(names);
    }

    ContactData read(List<String> fields) {
        var values = new LinkedHashMap<String, String>();
        var attributes = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < fields.size() && i < names.size(); i++) {
            var name = names.get(i);
            var value = fields.get(i);
            if (value.isBlank() || name.isEmpty()) {
                continue;
            }
            switch (name) {
                case "phone", "user_id", "username", "name", "language", "tags" -> values.put(name, value);
                default -> attributes.put(name, value);
            }
        }
        var tags = values.get("tags");
        return new ContactData(
                values.get("phone"),
                values.get("user_id"),
                values.get("username"),
                values.get("name"),
                values.get("language"),
                attributes,
                tags == null ? null : Arrays.asList(tags.split("[|;,]")));
    }
}
