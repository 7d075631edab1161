package org.chasqui.platform.accounts.profile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphManagement;

/**
 * What helps a person to begin: ice breakers, which WhatsApp shows in an empty chat, and commands, which it offers after a
 * slash. A tap on either arrives as a text.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/phone-numbers/conversational-components">
 *     Conversational components</a>
 */
@ApplicationScoped
public class ChatHelps {
    private static final int MOST_ICE_BREAKERS = 4;
    private static final int LONGEST_ICE_BREAKER = 80;
    private static final int MOST_COMMANDS = 30;
    private static final int LONGEST_HINT = 256;
    private static final Pattern COMMAND = Pattern.compile("[A-Za-z0-9_]{1,32}");

    /** Java 17 does not know the property: the blocks that hold pictures, and the mark that makes a sign one. */
    private static final Pattern EMOJI =
            Pattern.compile("[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B50}\\x{FE0F}]");

    @Inject
    NumberCalls calls;

    /** What a number shows. */
    public record Helps(List<String> iceBreakers, List<Command> commands) {}

    /**
     * A command.
     *
     * @param name without the slash
     * @param hint what it does
     */
    public record Command(String name, String hint) {}

    /** What the number shows now. */
    public Helps of(SenderNumber number) {
        var node = calls.ask(
                number,
                (graph, bearer) -> graph.node(bearer, number.phoneNumberId(), GraphManagement.COMPONENT_FIELDS));
        return read(node.path("conversational_automation"));
    }

    /**
     * Shows these and no others.
     *
     * @throws RequestFailed VALIDATION_FAILED when a limit of Meta is broken
     */
    public Helps change(SenderNumber number, Helps helps) {
        var body = body(helps);
        calls.ask(number, (graph, bearer) -> graph.setComponents(bearer, number.phoneNumberId(), body));
        return of(number);
    }

    static Map<String, Object> body(Helps helps) {
        if (helps.iceBreakers().size() > MOST_ICE_BREAKERS) {
            throw RequestFailed.invalid("ice_breakers", "may be four at most.");
        }
        for (var text : helps.iceBreakers()) {
            if (text.isBlank() || text.length() > LONGEST_ICE_BREAKER || isEmojiIn(text)) {
                throw RequestFailed.invalid("ice_breakers", "must have 1 to 80 characters, without emoji.");
            }
        }
        if (helps.commands().size() > MOST_COMMANDS) {
            throw RequestFailed.invalid("commands", "may be thirty at most.");
        }
        for (var command : helps.commands()) {
            if (!COMMAND.matcher(command.name()).matches()) {
                throw RequestFailed.invalid("commands.name", "must have 1 to 32 letters, digits or underscores.");
            }
            if (command.hint().isBlank() || command.hint().length() > LONGEST_HINT || isEmojiIn(command.hint())) {
                throw RequestFailed.invalid("commands.hint", "must have 1 to 256 characters, without emoji.");
            }
        }
        return Map.of(
                "prompts",
                helps.iceBreakers(),
                "commands",
                helps.commands().stream()
                        .map(command -> Map.of("command_name", command.name(), "command_description", command.hint()))
                        .toList());
    }

    private static boolean isEmojiIn(String text) {
        return EMOJI.matcher(text).find();
    }

    private static Helps read(JsonNode json) {
        var iceBreakers = new ArrayList<String>();
        json.path("prompts").forEach(prompt -> iceBreakers.add(prompt.asText()));
        var commands = new ArrayList<Command>();
        json.path("commands")
                .forEach(command -> commands.add(new Command(
                        command.path("command_name").asText(),
                        command.path("command_description").asText())));
        return new Helps(List.copyOf(iceBreakers), List.copyOf(commands));
    }
}
