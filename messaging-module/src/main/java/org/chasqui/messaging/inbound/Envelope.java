package org.chasqui.messaging.inbound;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A webhook taken apart: {@code {"object":…,"entry":[{"id":"<WABA>","changes":[{"field":"messages","value":{…}}]}]}}
 * (Meta, Cloud API reference). Read leniently: what is not understood is told as it came.
 */
record Envelope(List<ForNumber> parts, List<Other> others) {
    private static final int MAX_DEPTH = 200;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build());

    /**
     * What one change says about one of our numbers. Echoes are among the messages.
     *
     * @param shown people beside a status whose number and user id are both told: what belongs together
     */
    record ForNumber(
            String phoneNumberId,
            List<StatusNotice> statuses,
            List<InboundMessage> messages,
            List<Preference> preferences,
            List<Writer> shown) {}

    /**
     * A change that tells of no message, or what of a change is no message.
     *
     * @param wabaId Meta's id of the account; may be empty
     * @param phoneNumberId Meta's id of the number; empty when it is about none
     * @param field the name of the subscription, in Meta's words
     * @param value as it came
     * @param entrySeconds the time of Meta's entry in seconds since the epoch; 0 when it has none
     */
    record Other(String wabaId, String phoneNumberId, String field, JsonNode value, long entrySeconds) {}

    /** @throws IOException when the body is no JSON */
    static Envelope read(byte[] body, Instant receivedAt) throws IOException {
        var parts = new ArrayList<ForNumber>();
        var others = new ArrayList<Other>();
        for (var entry : MAPPER.readTree(body).path("entry")) {
            var changes = new ArrayList<JsonNode>();
            entry.path("changes").forEach(changes::add);
            // Some of Meta's own examples have the field one level higher.
            if (changes.isEmpty() && entry.has("field")) {
                changes.add(entry);
            }
            for (var change : changes) {
                read(Entry.of(entry), change, receivedAt, parts, others);
            }
        }
        return new Envelope(parts, others);
    }

    /** What all changes of an entry share. */
    private record Entry(String wabaId, long seconds) {
        static Entry of(JsonNode entry) {
            return new Entry(entry.path("id").asText(""), entry.path("time").asLong());
        }

        Other other(String number, String field, JsonNode value) {
            return new Other(wabaId, number, field, value, seconds);
        }
    }

    private static void read(
            Entry entry, JsonNode change, Instant receivedAt, List<ForNumber> parts, List<Other> others) {
        var field = change.path("field").asText("");
        var value = change.path("value");
        var number = value.at("/metadata/phone_number_id").asText("");
        switch (field) {
            case "messages" -> {
                parts.add(messages(number, value, receivedAt, entry, others));
                if (!value.path("errors").isEmpty()) {
                    others.add(entry.other(number, field, only(value, "errors")));
                }
            }
            case "smb_message_echoes", "message_echoes" -> parts.add(echoes(number, value, receivedAt));
            case "user_preferences" -> parts.add(preferences(number, value, receivedAt));
            default -> others.add(entry.other(number, field, value));
        }
    }

    private static ForNumber messages(
            String number, JsonNode value, Instant receivedAt, Entry entry, List<Other> others) {
        var statuses = new ArrayList<StatusNotice>();
        var preferences = new ArrayList<Preference>();
        var shown = new ArrayList<Writer>();
        for (var status : value.path("statuses")) {
            StatusNotice.read(status, receivedAt).ifPresent(notice -> {
                statuses.add(notice);
                Preference.of(notice).ifPresent(preferences::add);
                notice.shown(value.path("contacts")).ifPresent(shown::add);
            });
        }
        var messages = new ArrayList<InboundMessage>();
        for (var message : value.path("messages")) {
            InboundMessage.read(message, value.path("contacts"), receivedAt)
                    .ifPresentOrElse(messages::add, () -> others.add(entry.other(number, "messages", message)));
        }
        return new ForNumber(number, statuses, messages, preferences, shown);
    }

    private static ForNumber echoes(String number, JsonNode value, Instant receivedAt) {
        var ours = value.at("/metadata/display_phone_number").asText("").replaceAll("\\D", "");
        var messages = new ArrayList<InboundMessage>();
        for (var message : value.path("message_echoes")) {
            InboundMessage.readEcho(message, value.path("contacts"), ours, receivedAt)
                    .ifPresent(messages::add);
        }
        return new ForNumber(number, List.of(), messages, List.of(), List.of());
    }

    private static ForNumber preferences(String number, JsonNode value, Instant receivedAt) {
        var preferences = new ArrayList<Preference>();
        for (var preference : value.path("user_preferences")) {
            Preference.read(preference, value.path("contacts"), receivedAt).ifPresent(preferences::add);
        }
        return new ForNumber(number, List.of(), List.of(), preferences, List.of());
    }

    private static JsonNode only(JsonNode value, String member) {
        return JsonNodeFactory.instance.objectNode().set(member, value.path(member));
    }
}
