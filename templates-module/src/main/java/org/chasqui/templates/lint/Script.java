package org.chasqui.templates.lint;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The writing that most letters of a text belong to. */
enum Script {
    LATIN("a language in Latin letters"),
    ARABIC("a language in Arabic letters"),
    HEBREW("Hebrew"),
    CYRILLIC("a language in Cyrillic letters"),
    GREEK("Greek"),
    DEVANAGARI("a language in Devanagari"),
    HAN("Chinese or Japanese"),
    HANGUL("Korean"),
    THAI("Thai"),
    OTHER("another language");

    private static final int LEAST_LETTERS = 8;
    private final String label;

    Script(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The writing of most letters; empty when there are too few to tell. */
    static Optional<Script> of(String text) {
        Map<Script, Integer> counts = new EnumMap<>(Script.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(c -> counts.merge(of(UnicodeScript.of(c)), 1, Integer::sum));
        int letters = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .filter(entry -> letters >= LEAST_LETTERS && entry.getValue() * 2 > letters)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The writing of a language, by its code without the country. */
    static Script ofLanguage(String language) {
        return switch (language) {
            case "ar", "fa", "ur", "ps", "prs" -> ARABIC;
            case "he" -> HEBREW;
            case "ru", "uk", "bg", "mk", "be", "kk", "ky", "sr" -> CYRILLIC;
            case "el" -> GREEK;
            case "hi", "mr" -> DEVANAGARI;
            case "zh", "ja" -> HAN;
            case "ko" -> HANGUL;
            case "th" -> THAI;
            case "bn", "gu", "ka", "kn", "lo", "ml", "pa", "si", "ta", "te" -> OTHER;
            default -> LATIN;
        };
    }

    private static Script of(UnicodeScript script) {
        return switch (script) {
            case LATIN -> LATIN;
            case ARABIC -> ARABIC;
            case HEBREW -> HEBREW;
            case CYRILLIC -> CYRILLIC;
            case GREEK -> GREEK;
            case DEVANAGARI -> DEVANAGARI;
            case HAN, HIRAGANA, KATAKANA -> HAN;
            case HANGUL -> HANGUL;
            case THAI -> THAI;
            default -> OTHER;
        };
    }
}
