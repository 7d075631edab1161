package org.chasqui.campaigns.recipients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** What the columns of a file mean: the address, the name, or a variable of the template. */
public final class ColumnMap {
    private static final String TO = "to";
    private static final String NAME = "name";
    private static final Set<String> ADDRESSES = Set.of(
            "to",
            "phone",
            "phone_number",
            "wa_id",
            "user_id",
            "telefono",
            "teléfono",
            "telefone",
            "celular",
            "whatsapp");
    private static final Set<String> NAMES = Set.of("name", "nombre", "nome");

    private final List<String> meanings;

    private ColumnMap(List<String> meanings) {
        this.meanings = meanings;
    }

    /**
     * Reads the first line of a file.
     *
     * @param wanted by title of a column: {@code to}, {@code name}, a variable, or empty to leave the column out; a title
     *     that is not named means what it says
     * @throws RequestFailed VALIDATION_FAILED when no column holds the address, or when two do
     */
    public static ColumnMap of(List<String> titles, Map<String, String> wanted) {
        var meanings = new ArrayList<String>();
        var open = new HashMap<>(wanted);
        boolean isMapped = wanted.containsValue(TO);
        for (var title : titles) {
            var plain = title.strip();
            var meaning = open.remove(plain);
            meanings.add(meaning == null ? byTitle(plain, isMapped) : meaning.strip());
        }
        if (!open.isEmpty()) {
            throw RequestFailed.invalid(
                    "columns",
                    "the file has no column " + open.keySet().iterator().next() + ".");
        }
        long addresses = meanings.stream().filter(TO::equals).count();
        if (addresses != 1) {
            throw RequestFailed.invalid(
                    "file",
                    addresses == 0
                            ? "the first line must name a column to, phone or user_id; or say which column it is:"
                                    + " ?columns=Mobile=to."
                            : "several columns could be the address: say which, for example ?columns=Mobile=to.");
        }
        return new ColumnMap(meanings);
    }

    private static String byTitle(String title, boolean isMapped) {
        var folded = title.toLowerCase(Locale.ROOT).replace(' ', '_');
        if (ADDRESSES.contains(folded)) {
            return isMapped ? title : TO;
        }
        return NAMES.contains(folded) ? NAME : title;
    }

    /**
     * Reads {@code Mobile=to,First name=1}.
     *
     * @param text null or empty for none
     */
    public static Map<String, String> parse(@Nullable String text) {
        var wanted = new HashMap<String, String>();
        if (text == null || text.isBlank()) {
            return wanted;
        }
        for (var pair : text.split(",")) {
            int equals = pair.lastIndexOf('=');
            if (equals < 1) {
                throw RequestFailed.invalid(
                        "columns", "must be pairs of a title and its meaning, for example Mobile=to,First name=1.");
            }
            wanted.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return wanted;
    }

    /** A row as a recipient. */
    NewRecipient read(List<String> fields, long line) {
        var variables = new HashMap<String, String>();
        String to = "";
        String name = null;
        for (int i = 0; i < fields.size() && i < meanings.size(); i++) {
            var meaning = meanings.get(i);
            var value = fields.get(i).strip();
            if (meaning.isEmpty() || value.isEmpty()) {
                continue;
            }
            switch (meaning) {
                case TO -> to = value;
                case NAME -> {
                    name = value;
                    variables.putIfAbsent(NAME, value);
                }
                default -> variables.put(meaning, value);
            }
        }
        return NewRecipient.of(to, name, variables, line);
    }
}
