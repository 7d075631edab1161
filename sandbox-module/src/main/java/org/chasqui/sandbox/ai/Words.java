package org.chasqui.sandbox.ai;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The words of a text that carry its meaning: without accents, case, endings, and the words that every sentence has. */
final class Words {

    private static final Set<String> COMMON = Set.of(
            "the", "and", "are", "you", "your", "our", "for", "with", "can", "could", "what", "when", "where", "which",
            "who", "how", "have", "has", "does", "did", "was", "this", "that", "there", "please", "que", "los", "las",
            "una", "con", "por", "para", "como", "cual", "cuando", "donde", "uma", "voce", "qual", "onde");

    private static final int SHORTEST = 3;

    private Words() {}

    static Set<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>();
        for (String word : plain.split("[^\\p{L}\\p{N}]+")) {
            boolean isNumber = !word.isEmpty() && Character.isDigit(word.charAt(0));
            if (isNumber || (word.length() >= SHORTEST && !COMMON.contains(word))) {
                words.add(isNumber ? word : stem(word));
            }
        }
        return words;
    }

    /** Opening, opens and open are one word; good enough for a toy that must not surprise. */
    private static String stem(String word) {
        for (String ending : new String[] {"ing", "ed", "es", "s"}) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
