package org.chasqui.sandbox.ai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.sandbox.world.Json;

/**
 * What a client asks: OpenAI's {@code POST /chat/completions}, as far as a text needs it.
 *
 * @param mostTokens of the answer; 0 when the client sets no bound
 */
record Chat(String model, List<Said> said, int mostTokens) {

    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant");

    /** One message of it. */
    record Said(String role, String content) {
        boolean isSystem() {
            return role.equals("system") || role.equals("developer");
        }

        boolean isUser() {
            return role.equals("user");
        }
    }

    /** Reads a body, or throws what OpenAI would answer. */
    static Chat read(byte[] body) {
        JsonNode json = Json.read(body);
        if (json == null || !json.isObject()) {
            throw AiRefused.invalid("We could not parse the JSON body of your request.", null);
        }
        String model = json.path("model").asText();
        if (model.isEmpty()) {
            throw AiRefused.invalid("you must provide a model parameter", "model");
        }
        if (json.path("stream").asBoolean()) {
            throw AiRefused.invalid("The sandbox does not stream.", "stream");
        }
        if (!json.path("messages").isArray() || json.path("messages").isEmpty()) {
            throw AiRefused.invalid("Missing required parameter: 'messages'.", "messages");
        }
        List<Said> said = new ArrayList<>();
        for (JsonNode message : json.path("messages")) {
            said.add(said(message, said.size()));
        }
        int most =
                json.path("max_completion_tokens").asInt(json.path("max_tokens").asInt());
        return new Chat(model, said, Math.max(0, most));
    }

    private static Said said(JsonNode message, int place) {
        String where = "messages[" + place + "]";
        String role = message.path("role").asText();
        if (!ROLES.contains(role)) {
            throw AiRefused.invalid("Invalid value: '" + role + "'.", where + ".role");
        }
        JsonNode content = message.path("content");
        if (content.isTextual()) {
            return new Said(role, content.asText());
        }
        StringBuilder parts = new StringBuilder();
        for (JsonNode part : content) {
            parts.append(part.path("text").asText());
        }
        if (parts.isEmpty()) {
            throw AiRefused.invalid("Invalid type for '" + where + ".content'.", where + ".content");
        }
        return new Said(role, parts.toString());
    }

    /** Everything that the operator of the client said. */
    String instructions() {
        return said.stream().filter(Said::isSystem).map(Said::content).collect(Collectors.joining("\n"));
    }

    /** What the person said last. */
    String question() {
        return said.stream().filter(Said::isUser).map(Said::content).reduce("", (earlier, later) -> later);
    }

    /** How many times the person has spoken, as far as the client tells. */
    long turns() {
        return said.stream().filter(Said::isUser).count();
    }

    int tokens() {
        return said.stream().mapToInt(one -> tokens(one.content()) + 4).sum();
    }

    /** A rough count: four characters each. */
    static int tokens(String text) {
        return (text.length() + 3) / 4;
    }
}
