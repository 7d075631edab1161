package org.chasqui.templates.lint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A list of words and phrases in several languages; a word is found only as a whole. */
final class Words {
    private final Pattern pattern;

    /** Words in lower case, perhaps as regular expressions. */
    Words(List<String> words) {
        pattern = Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + String.join("|", words) + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** The first that stands in a text, as it stands there. */
    Optional<String> firstIn(String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** How many stand in a text. */
    int countIn(String text) {
        return (int) pattern.matcher(text).results().count();
    }
}
