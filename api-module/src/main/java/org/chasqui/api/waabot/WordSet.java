package org.chasqui.api.waabot;

import java.util.ArrayList;
import java.util.List;

/**
 * A few words, looked for inside of a path without regard to case. Every request to the product is looked at so, Meta's
 * webhooks among them: nothing is copied, and words of another length cost one comparison.
 */
final class WordSet {
    private final List<String> words = new ArrayList<>();

    void add(String word) {
        if (!holds(word, 0, word.length())) {
            words.add(word);
        }
    }

    /** Whether what stands in a text between two places is one of the words. */
    boolean holds(String text, int from, int to) {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.length() == to - from && text.regionMatches(true, from, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
