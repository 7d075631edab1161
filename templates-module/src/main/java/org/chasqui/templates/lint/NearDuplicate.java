package org.chasqui.templates.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chasqui.templates.definition.Category;
import org.chasqui.templates.definition.Variables;

/** The same words as another template of the account: Meta refuses body and footer that are the same twice. */
final class NearDuplicate implements Rule {
    private static final double NEAR = 0.9;

    @Override
    public String name() {
        return "wording.near-duplicate";
    }

    @Override
    public List<Finding> check(Subject subject) {
        if (subject.is(Category.AUTHENTICATION) || subject.shape().body().isBlank()) {
            return List.of();
        }
        var mine = subject.shape().body() + "\n" + subject.shape().footer();
        for (var other : subject.others()) {
            if (!other.language().equals(subject.draft().language())) {
                continue;
            }
            var theirs = other.body() + "\n" + other.footer();
            if (plain(mine).equals(plain(theirs))) {
                return List.of(finding(subject, other, "Body and footer are those of ", Severity.WARNING));
            }
            if (likeness(mine, theirs) >= NEAR) {
                return List.of(finding(subject, other, "Body and footer are nearly those of ", Severity.ADVICE));
            }
        }
        return List.of();
    }

    private Finding finding(Subject subject, Linter.Other other, String how, Severity severity) {
        return new Finding(
                name(),
                severity,
                subject.body().place(),
                how + other.name() + " (" + other.language() + "). Meta refuses the same wording twice.",
                "Use " + other.name() + ", or say something else.",
                null);
    }

    /** How many pairs of words two texts share, from 0 to 1. */
    static double likeness(String one, String two) {
        var mine = pairs(one);
        var theirs = pairs(two);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return 0;
        }
        var shared = new HashSet<>(mine);
        shared.retainAll(theirs);
        return 2.0 * shared.size() / (mine.size() + theirs.size());
    }

    private static Set<String> pairs(String text) {
        var words = plain(text).split(" ");
        var pairs = new HashSet<String>();
        for (int i = 1; i < words.length; i++) {
            pairs.add(words[i - 1] + ' ' + words[i]);
        }
        return pairs;
    }

    private static String plain(String text) {
        return Variables.strip(text)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
