package org.chasqui.messaging.contacts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.phone.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Checks what callers say about people, in a body or in a row of a file. */
public final class ContactInput {
    /** Meta's limit for business-scoped user ids. */
    private static final int LONGEST_USER_ID = 256;

    private static final int LONGEST_NAME = 200;
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_TAG = 50;
    private static final int MOST_ATTRIBUTES = 100;
    private static final int LONGEST_ATTRIBUTE_NAME = 64;
    private static final int LONGEST_ATTRIBUTE = 1_000;
    private static final Pattern USER_ID = Pattern.compile("[A-Za-z]{2}\\.[\\x21-\\x7e]+");
    /** Meta's rule for user names. */
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9._]{3,35}");

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,3}");

    private ContactInput() {}

    /**
     * The same in the form in which it is kept.
     *
     * @throws RequestFailed VALIDATION_FAILED naming the field
     */
    public static ContactData checked(ContactData said) {
        return new ContactData(
                phone(said.phone()),
                userId(said.userId()),
                username(said.username()),
                text("name", said.name(), LONGEST_NAME),
                language(said.language()),
                attributes(said.attributes()),
                tags(said.tags()));
    }

    /**
     * As {@link #checked}, for somebody who is not there yet.
     *
     * @throws RequestFailed VALIDATION_FAILED when there is nothing under which he can be found
     */
    public static ContactData checkedNew(ContactData said) {
        var data = checked(said);
        if (data.phone() == null && data.userId() == null && data.username() == null) {
            throw RequestFailed.invalid("phone", "is required, unless user_id or username is given.");
        }
        return data;
    }

    private static @Nullable String phone(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return PhoneNumber.parse(text.strip())
                .map(PhoneNumber::digits)
                .orElseThrow(() -> RequestFailed.invalid(
                        "phone", "must be a phone number in international form, for example +5511955501234."));
    }

    private static @Nullable String userId(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var id = text.strip();
        if (id.length() > LONGEST_USER_ID || !USER_ID.matcher(id).matches()) {
            throw RequestFailed.invalid(
                    "user_id", "must be a business-scoped user id, for example US.13491208655302741918.");
        }
        return id;
    }

    private static @Nullable String username(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var name = text.strip().toLowerCase(Locale.ROOT);
        name = name.startsWith("@") ? name.substring(1) : name;
        if (!USERNAME.matcher(name).matches()) {
            throw RequestFailed.invalid("username", "must have 3 to 35 characters of a-z, 0-9, dot and underscore.");
        }
        return name;
    }

    private static @Nullable String language(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var language = text.strip();
        if (!LANGUAGE.matcher(language).matches()) {
            throw RequestFailed.invalid("language", "must be a language code, for example es or pt_BR.");
        }
        return language;
    }

    private static @Nullable Map<String, @Nullable Object> attributes(@Nullable Map<String, @Nullable Object> said) {
        if (said == null) {
            return null;
        }
        if (said.size() > MOST_ATTRIBUTES) {
            throw RequestFailed.invalid(
                    "attributes", "has " + said.size() + " members; " + MOST_ATTRIBUTES + " are the most.");
        }
        var attributes = new LinkedHashMap<String, @Nullable Object>();
        said.forEach((name, value) -> {
            if (name.isBlank() || name.length() > LONGEST_ATTRIBUTE_NAME || hasNul(name)) {
                throw RequestFailed.invalid(
                        "attributes", "each name must have 1 to " + LONGEST_ATTRIBUTE_NAME + " characters.");
            }
            attributes.put(name, attribute("attributes." + name, value));
        });
        return attributes;
    }

    private static @Nullable Object attribute(String field, @Nullable Object value) {
        if (value instanceof String text) {
            return text(field, text, LONGEST_ATTRIBUTE);
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw RequestFailed.invalid(field, "must be a text, a number, true or false.");
    }

    private static @Nullable List<String> tags(@Nullable List<String> said) {
        if (said == null) {
            return null;
        }
        var tags = new LinkedHashSet<String>();
        for (var tag : said) {
            var checked = text("tags", tag, LONGEST_TAG);
            if (checked != null) {
                tags.add(checked);
            }
        }
        if (tags.size() > MOST_TAGS) {
            throw RequestFailed.invalid("tags", "has " + tags.size() + " tags; " + MOST_TAGS + " are the most.");
        }
        return new ArrayList<>(tags);
    }

    private static @Nullable String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = text.strip();
        if (hasNul(stripped)) {
            throw RequestFailed.invalid(field, "has a character that cannot be kept.");
        }
        if (stripped.length() > longest) {
            throw RequestFailed.invalid(
                    field, "has " + stripped.length() + " characters; " + longest + " are the most.");
        }
        return stripped;
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
