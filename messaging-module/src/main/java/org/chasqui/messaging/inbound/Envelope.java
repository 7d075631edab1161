package org.chasqui.messaging.inbound;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A webhook taken apart: {@code {"object":…,"entry":[{"id":"<WABA>","changes":[{"field":"messages","value":{…}}]}]}}
 * (Meta, Cloud API reference). Read leniently: what is unknown is left out here and stays in the raw body.
 */
record Envelope(List<ForNumber> parts) {
    private static final int MAX_DEPTH = 200;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build());

    /** What one change says about one of our numbers. */
    record ForNumber(String phoneNumberId, List<StatusNotice> statuses, List<InboundMessage> messages) {}

    /** @throws IOException when the body is no JSON */
    static Envelope read(byte[] body, Instant receivedAt) throws IOException {
        var parts = new ArrayList<ForNumber>();
        for (var entry : MAPPER.readTree(body).path("entry")) {
            for (var change : entry.path("changes")) {
                if (change.path("field").asText().equals("messages")) {
                    parts.add(part(change.path("value"), receivedAt));
                }
            }
        }
        return new Envelope(parts);
    }

    private static ForNumber part(JsonNode value, Instant receivedAt) {
        var statuses = new ArrayList<StatusNotice>();
        for (var status : value.path("statuses")) {
            StatusNotice.read(status, receivedAt).ifPresent(statuses::add);
        }
        var messages = new ArrayList<InboundMessage>();
        for (var message : value.path("messages")) {
            InboundMessage.read(message, value.path("contacts"), receivedAt).ifPresent(messages::add);
        }
        return new ForNumber(value.at("/metadata/phone_number_id").asText(""), statuses, messages);
    }
}
