package org.chasqui.api.graph.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.dialog360.Told;
import org.chasqui.api.notices.Notice;
import org.chasqui.api.notices.Notices;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.junit.jupiter.api.Test;

class MetaFormatTest {
    private static final UUID WEBHOOK = new UUID(0, 9);

    private final MetaFormat format = new MetaFormat();
    private MessageView message = Told.outbound("text", MessageStatus.SENT, Told.WAMID, null);

    MetaFormatTest() {
        format.notices = new Notices() {
            @Override
            public Optional<Notice> of(EventView event) {
                return Optional.of(new Notice(
                        "102290129340398",
                        "15550783881",
                        event.type(),
                        Told.AT,
                        message,
                        MissingNode.getInstance(),
                        MissingNode.getInstance(),
                        event.type().equals("message.received") ? null : "order 17"));
            }
        };
    }

    @Test
    @Covers("G0-16")
    void aStatusBringsBackWhatTheClientGave() {
        var status = posted("message.delivered").at("/entry/0/changes/0/value/statuses/0");

        assertThat(status.path("id").asText()).isEqualTo(Told.WAMID);
        assertThat(status.path("status").asText()).isEqualTo("delivered");
        assertThat(status.path("biz_opaque_callback_data").asText()).isEqualTo("order 17");
    }

    @Test
    @Covers("G0-16")
    void whatAPersonWroteIsToldAsMetaTellsIt() {
        message = Told.inbound("text", "{\"body\":\"Hi\"}", MessageNotes.NONE);

        var value = posted("message.received").at("/entry/0/changes/0/value");

        assertThat(value.at("/messages/0/text/body").asText()).isEqualTo("Hi");
        assertThat(value.at("/messages/0/from").asText()).isEqualTo("14155550100");
        assertThat(value.at("/metadata/phone_number_id").asText()).isEqualTo("106540352242922");
        assertThat(value.toString()).doesNotContain("order 17");
    }

    @Test
    void whatMetaHasNoWordsForIsNotPosted() {
        assertThat(format.body(WEBHOOK, event("campaign.finished", "{\"id\":\"1\"}")))
                .isEmpty();
    }

    @Test
    @Covers("G0-17")
    void itIsSignedAsMetaSigns() {
        var body = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(format.headers("whsec_abc", body))
                .containsOnlyKeys("X-Hub-Signature-256")
                .containsValue(HubSignature.of("whsec_abc", body));
    }

    @Test
    void anybodyMayChooseIt() {
        assertThat(format.isOffered()).isTrue();
        assertThat(format.isContentWithOkOnly()).isFalse();
    }

    private JsonNode posted(String type) {
        try {
            return new ObjectMapper()
                    .readTree(format.body(WEBHOOK, event(type, "{\"id\":\"" + Told.ID + "\"}"))
                            .orElseThrow());
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private static EventView event(String type, String data) {
        return new EventView(new UUID(0, 1), type, Told.AT, new UUID(0, 2), "106540352242922", data);
    }
}
