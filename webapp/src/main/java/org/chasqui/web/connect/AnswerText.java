package org.chasqui.web.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.chasqui.platform.rest.Json;

/** An answer of Meta as a line for people: {@code {"success":true}} becomes {@code success: true}. */
final class AnswerText {
    private AnswerText() {}

    static String of(String answer) {
        if (!answer.startsWith("{")) {
            return answer;
        }
        try {
            return Json.mapper().readTree(answer).properties().stream()
                    .filter(member -> !member.getValue().isNull())
                    .map(member -> member.getKey().replace('_', ' ') + ": " + value(member.getValue()))
                    .collect(Collectors.joining(" · "));
        } catch (JsonProcessingException noJson) {
            return answer;
        }
    }

    private static String value(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.asText();
    }
}
