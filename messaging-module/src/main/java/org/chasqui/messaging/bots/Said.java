package org.chasqui.messaging.bots;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.chasqui.messaging.contacts.OptOutWords;
import org.chasqui.messaging.messages.MessageView;

/**
 * Words of a person.
 *
 * @param text as they were written
 * @param folded without what does not matter: case, accents, superfluous white space
 */
record Said(String text, String folded) {
    /** What is behind this is not looked at: nobody hides a keyword there. */
    private static final int LONGEST = 4_096;

    private static final Pattern AROUND = Pattern.compile("^[\\p{P}\\s]+|[\\p{P}\\s]+$");

    static Said of(String text) {
        var bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return new Said(bounded, OptOutWords.fold(bounded));
    }

    /** The folded words without punctuation around them; what is nothing but punctuation stays. */
    String bare() {
        return bare(folded);
    }

    static String bare(String folded) {
        var bare = AROUND.matcher(folded).replaceAll("");
        return bare.isEmpty() ? folded : bare;
    }

    /**
     * Everything that the messages of a turn say, and where there are several, all of it in one: people write a sentence in
     * pieces. Messages without words say nothing.
     */
    static List<Said> by(List<MessageView> messages) {
        var texts = new LinkedHashSet<String>();
        var whole = new ArrayList<String>();
        for (var message : messages) {
            var words = words(message.type(), message.content());
            texts.addAll(words);
            words.stream().findFirst().ifPresent(whole::add);
        }
        if (whole.size() > 1) {
            texts.add(String.join(" ", whole));
        }
        return texts.stream().map(Said::of).toList();
    }

    /** The text, the caption, or the button: what it shows and what it stands for. */
    private static List<String> words(String type, JsonNode content) {
        return switch (type) {
            case "text" -> some(content.path("body"));
            case "button" -> some(content.path("text"), content.path("payload"));
            case "interactive" ->
                some(
                        content.at("/button_reply/title"),
                        content.at("/button_reply/id"),
                        content.at("/list_reply/title"),
                        content.at("/list_reply/id"),
                        content.at("/list_reply/description"));
            default -> some(content.path("caption"));
        };
    }

    private static List<String> some(JsonNode... nodes) {
        var texts = new ArrayList<String>();
        for (var node : nodes) {
            if (node.isTextual() && !node.asText().isBlank()) {
                texts.add(node.asText());
            }
        }
        return texts;
    }

    /** Without the words: people wrote them. */
    @Override
    public String toString() {
        return "Said[" + text.length() + " characters]";
    }
}
