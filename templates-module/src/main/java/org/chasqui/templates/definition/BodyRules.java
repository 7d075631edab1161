package org.chasqui.templates.definition;

import java.util.regex.Pattern;

/** {@code {type:"BODY", text, example?}}. */
final class BodyRules {
    static final int LONGEST = 1024;
    static final int LONGEST_WITH_OFFER = 600;
    static final int LONGEST_OF_CARD = 160;
    private static final Pattern AT_EDGE = Pattern.compile("(?s)^\\s*\\{\\{.*|.*}}\\s*$");
    private static final Pattern ADJACENT = Pattern.compile("}}\\s*\\{\\{");
    private static final Pattern BROKEN =
            Pattern.compile("(?<!\\{)\\{\\w+}(?!})|\\{\\{\\s*}}|\\{\\{[^{}]*[^\\w\\s{}][^{}]*}}");

    private BodyRules() {}

    static int longest(Shape shape) {
        return shape.hasOffer() ? LONGEST_WITH_OFFER : LONGEST;
    }

    static void check(Place body, TemplateDraft draft, int longest) {
        var place = body.at("text");
        var text = place.text(longest);
        if (text.isEmpty()) {
            return;
        }
        if (AT_EDGE.matcher(text).matches()) {
            place.fault("begins or ends with a variable; put a word or a full stop around it (Meta's 2388299).");
        }
        if (ADJACENT.matcher(text).find()) {
            place.fault("has two variables side by side; put words between them.");
        }
        if (BROKEN.matcher(text).find()) {
            place.fault("has braces that are no variable; variables look like {{1}} or {{first_name}}.");
        }
        if (isTooThin(text)) {
            place.fault("has too many variables for its length (Meta's 2388293); add words, " + "at least "
                    + wordsWanted(Variables.of(text).count()) + " beside the variables.");
        }
        Samples.check(body, text, "body_text", "body_text_named_params");
    }

    /** Meta does not publish its ratio; field practice is a little over two words for each variable. */
    static boolean isTooThin(String text) {
        int variables = Variables.of(text).count();
        return variables > 0 && words(Variables.strip(text)) < wordsWanted(variables);
    }

    static int wordsWanted(int variables) {
        return 2 * variables + 1;
    }

    static int words(String text) {
        var words = text.strip();
        if (words.isEmpty()) {
            return 0;
        }
        int spaced = 0;
        for (var word : words.split("[\\s\\p{Punct}]+")) {
            spaced += word.isEmpty() ? 0 : 1;
        }
        // Scripts without spaces: count two characters as a word.
        long dense = words.codePoints()
                .filter(c -> Character.isIdeographic(c) || isSpaceless(Character.UnicodeScript.of(c)))
                .count();
        return Math.max(spaced, (int) (dense / 2));
    }

    private static boolean isSpaceless(Character.UnicodeScript script) {
        return switch (script) {
            case THAI, LAO, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
