package org.chasqui.messaging.bots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Met;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/** What a bot says to somebody: texts with spintax drawn and placeholders filled in. */
final class Words {
    private static final int LONGEST = 4_096;

    /** Members of a message that a person reads; ids, links and names of templates are left alone. */
    private static final Set<String> READ =
            Set.of("body", "text", "caption", "title", "description", "button", "display_text");

    private final Map<String, String> values;
    private final RandomGenerator random;

    private Words(Map<String, String> values, RandomGenerator random) {
        this.values = values;
        this.random = random;
    }

    /**
     * Words for a person.
     *
     * @param contact null when nothing but the conversation is known
     */
    static Words of(
            BotView bot,
            SenderNumber number,
            ConversationView conversation,
            @Nullable ContactView contact,
            Instant now,
            RandomGenerator random) {
        var values = new HashMap<String, String>();
        if (contact != null) {
            for (var attribute : contact.attributes().properties()) {
                values.put(
                        attribute.getKey().toLowerCase(Locale.ROOT),
                        attribute.getValue().asText(""));
            }
        }
        var called = contact == null || contact.displayName() == null ? conversation.name() : contact.displayName();
        var name = called == null ? "" : called.strip();
        var language = Locale.forLanguageTag(bot.settings().language().replace('_', '-'));
        var local = now.atZone(bot.settings().schedule().zone().zone());
        values.put("name", name);
        values.put("first_name", name.split("\\s+", 2)[0]);
        values.put("phone", Met.isNumber(conversation.peer()) ? "+" + conversation.peer() : "");
        values.put("bot_name", bot.name());
        values.put("business", number.verifiedName() == null ? "" : number.verifiedName());
        values.put("time", DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(local));
        values.put(
                "date",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .format(local));
        values.put("day", local.getDayOfWeek().getDisplayName(TextStyle.FULL, language));
        return new Words(values, random);
    }

    /** A text; empty when nothing is left of it. */
    String text(String template) {
        var text = Spintax.render(template, values, random);
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, codePoints(text)));
    }

    /** As many characters as fit, none of them cut in half. */
    private static int codePoints(String text) {
        int within = text.codePointCount(0, LONGEST);
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? within - 1 : within;
    }

    /** A message with everything that a person reads. */
    JsonNode content(JsonNode template) {
        var filled = template.deepCopy();
        fill(filled);
        return filled;
    }

    private void fill(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var member : object.properties()) {
                var value = member.getValue();
                if (value.isTextual() && READ.contains(member.getKey())) {
                    object.put(member.getKey(), text(value.asText()));
                } else {
                    fill(value);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::fill);
        }
    }
}
