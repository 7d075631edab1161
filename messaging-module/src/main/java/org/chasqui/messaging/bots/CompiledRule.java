package org.chasqui.messaging.bots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.chasqui.messaging.contacts.OptOutWords;

/** A rule that is ready to look for its keywords. */
final class CompiledRule {
    private final RuleView rule;
    private final List<Keyword> keywords;

    private record Keyword(String text, Predicate<Said> isIn) {}

    private CompiledRule(RuleView rule, List<Keyword> keywords) {
        this.rule = rule;
        this.keywords = keywords;
    }

    static CompiledRule of(RuleView rule) {
        var keywords = new ArrayList<Keyword>();
        for (var text : rule.keywords()) {
            keywords.add(new Keyword(text, finder(rule.match(), text)));
        }
        return new CompiledRule(rule, keywords);
    }

    RuleView rule() {
        return rule;
    }

    /** The first of its keywords that is in something that was said; empty when none is. */
    Optional<String> find(List<Said> all) {
        return keywords.stream()
                .filter(keyword -> all.stream().anyMatch(keyword.isIn))
                .map(Keyword::text)
                .findFirst();
    }

    private static Predicate<Said> finder(MatchKind match, String keyword) {
        var folded = OptOutWords.fold(keyword);
        return switch (match) {
            case EXACT -> {
                var bare = Said.bare(folded);
                yield said -> said.folded().equals(folded) || said.bare().equals(bare);
            }
            case CONTAINS -> said -> hasWord(said.folded(), folded);
            case REGEX -> {
                var asWritten = Expressions.compile(keyword);
                // Accents do not matter in an expression either; its classes and escapes keep their case.
                var plain = Expressions.compile(OptOutWords.withoutMarks(keyword));
                yield said -> asWritten.matcher(said.text()).find()
                        || plain.matcher(said.folded()).find();
            }
        };
    }

    /** Whether a word, or several, are in a text by themselves: "hi" is not in "this". */
    static boolean hasWord(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0) {
            if (isEdge(text, at, word) && isEdge(text, at + word.length(), word)) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }

    /**
     * Whether a word may begin or end there: not between two letters or digits. Scripts without spaces between words have no
     * such place, so there any is one.
     */
    private static boolean isEdge(String text, int at, String word) {
        if (at == 0 || at == text.length() || word.isEmpty()) {
            return true;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        boolean joined = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
        return !joined || isWrittenWithoutSpaces(before) || isWrittenWithoutSpaces(after);
    }

    private static boolean isWrittenWithoutSpaces(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
