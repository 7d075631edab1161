package org.chasqui.api.dialog360.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.chasqui.api.dialog360.Told;
import org.chasqui.api.notices.CloudWording;
import org.chasqui.api.notices.Notice;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whole notifications, in the files of each style beside this class. They were written after Meta's descriptions of both APIs and
 * not after the code: whoever parses one of them here parses those of 360dialog.
 */
class GoldenNoticesTest {
    private static final JsonNode NOTHING = Told.tree("{}").path("nothing");

    private enum Case {
        /** A voice message that answers one of ours. */
        VOICE(notice(
                "message.received",
                Told.inbound(
                        "audio",
                        "{\"mime_type\":\"audio/ogg; codecs=opus\",\"sha256\":\"c2hh\",\"id\":\"1908647269898587\",\"voice\":true,"
                                + "\"url\":\"https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1\"}",
                        new MessageNotes(
                                Told.tree("{\"from\":\"15550783881\",\"id\":\"wamid.HBgLQQ\"}"),
                                null,
                                null,
                                List.of(),
                                null,
                                null,
                                List.of())),
                NOTHING,
                NOTHING,
                null)),
        /** A template that was delivered, with its price and what the client gave. */
        DELIVERED(notice(
                "message.delivered",
                Told.outbound("template", MessageStatus.DELIVERED, Told.WAMID, null),
                NOTHING,
                Told.tree("{\"model\":\"PMP\",\"type\":\"regular\",\"category\":\"utility\",\"billable\":true}"),
                "order 42")),
        /** A text outside of the service window. */
        FAILED(notice(
                "message.failed",
                Told.outbound("text", MessageStatus.FAILED, Told.WAMID, null),
                Told.tree("{\"code\":131047,\"title\":\"Re-engagement message\",\"details\":\"More than 24 hours have"
                        + " passed since the recipient last replied.\",\"advice\":\"Send a template.\"}"),
                NOTHING,
                null));

        private final Notice notice;

        Case(Notice notice) {
            this.notice = notice;
        }
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void isToldAsMetasCloudTellsIt(Case one) {
        assertThat(CloudWording.of(one.notice)).isEqualTo(golden(one, "cloud"));
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void isToldAsTheOnPremisesApiToldIt(Case one) {
        assertThat(OnPremiseWording.of(one.notice)).contains((ObjectNode) golden(one, "onprem"));
    }

    private static JsonNode golden(Case one, String style) {
        var name = one.name().toLowerCase(Locale.ROOT) + "-" + style + ".json";
        try (var in = GoldenNoticesTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return Told.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Notice notice(
            String event, MessageView view, JsonNode error, JsonNode pricing, @Nullable String callbackData) {
        return new Notice("102290129340398", "15550783881", event, Told.AT, view, error, pricing, callbackData);
    }
}
