package org.chasqui.web.contacts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Tags and attributes as people write them into a box: {@code vip, lekki}, and {@code city = Lagos} on lines. */
final class TagText {
    private static final Texts TEXTS = Texts.of("contacts");

    private TagText() {}

    static List<String> parse(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split("[,\n]"))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList();
    }

    /**
     * Attributes by name.
     *
     * @throws RequestFailed VALIDATION_FAILED for a line without an equals sign
     */
    static Map<String, String> attributes(@Nullable String text) {
        var attributes = new LinkedHashMap<String, String>();
        for (var line : text == null ? new String[0] : text.split("\\R")) {
            if (line.isBlank()) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw RequestFailed.invalid("attributes", TEXTS.get("attributes.bad", line.strip()));
            }
            attributes.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        return attributes;
    }
}
