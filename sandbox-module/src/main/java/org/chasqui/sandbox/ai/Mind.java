package org.chasqui.sandbox.ai;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands in for a language model: it looks for the sentence that shares the most, and the rarest, words with the
 * question. It searches what stands between {@code <knowledge>} and {@code </knowledge>} in the instructions, or else the
 * instructions whole; greets by the name in a line such as {@code First name: Ana}; and counts turns when asked for them.
 */
final class Mind {

    private static final Pattern KNOWLEDGE = Pattern.compile("(?is)<knowledge>(.*?)</knowledge>");
    private static final Pattern NAME = Pattern.compile("(?i)\\bname(?: is|:) *(\\p{L}+)");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\s*\\n\\s*");
    private static final Pattern SAY = Pattern.compile("(?is)\\bsay: *(.+)");
    private static final Pattern ASKS_FOR_PROMPT =
            Pattern.compile("(?is)\\b(?:repeat|reveal|print|show|translate)\\b.*\\b(?:prompt|instructions|above)\\b");
    private static final Set<String> GREETINGS =
            Set.of("hi", "hello", "hey", "hola", "ola", "buenas", "oi", "hallo", "bonjour", "ciao");

    private Mind() {}

    static String answer(Chat chat) {
        String question = chat.question();
        Set<String> asked = Words.of(question);
        if (asked.contains("turn")) {
            return "This is turn " + chat.turns() + " of our conversation.";
        }
        String greeting = isGreeting(question) ? greeting(chat.instructions()) : "";
        String fitting = bestOf(sentences(chat.instructions()), asked);
        if (!fitting.isEmpty()) {
            return (greeting + " " + fitting).trim();
        }
        return greeting.isEmpty() ? "I am sorry, I do not know that." : greeting + " How can I help you?";
    }

    /** What a model says that lets people give it orders. */
    static String obey(Chat chat) {
        Matcher order = SAY.matcher(chat.question());
        if (order.find()) {
            return order.group(1);
        }
        if (ASKS_FOR_PROMPT.matcher(chat.question()).find()) {
            String secret = chat.instructions();
            boolean loud = chat.question().toLowerCase(Locale.ROOT).contains("capitals");
            return "Sure! " + (loud ? secret.toUpperCase(Locale.ROOT) : secret);
        }
        return answer(chat);
    }

    /** So many characters that say nothing. */
    static String ramble(int characters) {
        String sentence = "All work and no play makes a dull bot. ";
        return sentence.repeat(characters / sentence.length() + 1).substring(0, characters);
    }

    private static boolean isGreeting(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).anyMatch(GREETINGS::contains);
    }

    private static String greeting(String instructions) {
        Matcher name = NAME.matcher(instructions);
        return name.find() ? "Hello " + name.group(1) + "!" : "Hello!";
    }

    private static List<String> sentences(String instructions) {
        Matcher knowledge = KNOWLEDGE.matcher(instructions);
        String source = knowledge.find() ? knowledge.group(1) : instructions;
        return SENTENCE_END
                .splitAsStream(source)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String bestOf(List<String> sentences, Set<String> asked) {
        List<Set<String>> words = sentences.stream().map(Words::of).toList();
        Map<String, Integer> usedBy = new HashMap<>();
        words.forEach(some -> some.forEach(word -> usedBy.merge(word, 1, Integer::sum)));
        String best = "";
        double highest = 0;
        for (int i = 0; i < sentences.size(); i++) {
            double score = words.get(i).stream()
                    .filter(asked::contains)
                    .mapToDouble(word -> Math.log(1 + (double) sentences.size() / usedBy.getOrDefault(word, 1)))
                    .sum();
            if (score > highest) {
                highest = score;
                best = sentences.get(i);
            }
        }
        return best;
    }
}
