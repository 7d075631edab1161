package org.chasqui.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.messaging.messages.MessageStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Path SAMPLES = Path.of("src/test/resources/webhook-samples");

    static Stream<Path> samples() throws IOException {
        try (var files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsEverySampleAndLosesNoStatusOrMessageOfIt(Path sample) throws IOException {
        var body = Files.readAllBytes(sample);
        var envelope = Envelope.read(body, NOW);

        var tree = new ObjectMapper().readTree(body);
        int statuses = 0;
        int messages = 0;
        for (var entry : tree.path("entry")) {
            for (var change : entry.path("changes")) {
                boolean ours = change.path("field").asText().equals("messages");
                statuses += ours ? change.at("/value/statuses").size() : 0;
                messages += ours ? change.at("/value/messages").size() : 0;
                messages += change.at("/value/message_echoes").size();
            }
        }
        assertThat(envelope.parts().stream()
                        .mapToInt(part -> part.statuses().size())
                        .sum())
                .isEqualTo(statuses);
        assertThat(envelope.parts().stream()
                        .mapToInt(part -> part.messages().size())
                        .sum())
                .isEqualTo(messages);
    }

    @Test
    void thereAreSamplesOfNearlyEveryKind() throws IOException {
        assertThat(samples().count()).isGreaterThan(90);
    }

    @Test
    void readsWhatAFailedStatusTells() throws IOException {
        var status = Envelope.read(
                        Files.readAllBytes(SAMPLES.resolve("status.failed/bindambc__reEngagementMessageError.json")),
                        NOW)
                .parts()
                .get(0)
                .statuses()
                .get(0);

        assertThat(status.status()).isEqualTo(MessageStatus.FAILED);
        assertThat(status.problem()).isNotNull();
        assertThat(status.problem().code()).isPositive();
    }

    @Test
    void aStatusThatShowsNumberAndUserIdTellsWhoBelongsTogether() throws IOException {
        var shown = shownIn("status.delivered/pywa__message_status.delivered.json");

        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).phone()).isEqualTo("972987654321");
        assertThat(shown.get(0).userId()).isEqualTo("US.13491208655302741918");
        assertThat(shownIn("status.read/pywa__message_status.group.json"))
                .as("a group is nobody's number")
                .isEmpty();
        assertThat(shownIn("status.failed/bindambc__reEngagementMessageError.json"))
                .as("nothing but a number")
                .isEmpty();
    }

    private static List<Writer> shownIn(String sample) throws IOException {
        return Envelope.read(Files.readAllBytes(SAMPLES.resolve(sample)), NOW)
                .parts()
                .get(0)
                .shown();
    }

    @Test
    void aTimeWithinTheSecondOfItsReceiptTakesOurMilliseconds() {
        var told = Instant.parse("2026-11-22T12:00:07Z");

        assertThat(StatusNotice.refined(told, told.plusMillis(480))).isEqualTo(told.plusMillis(480));
        assertThat(StatusNotice.refined(told, told.plusMillis(1_480))).isEqualTo(told);
        assertThat(StatusNotice.refined(told, told.minusMillis(10))).isEqualTo(told);
    }

    @Test
    void garbageIsRefusedAndUnknownFieldsAreNot() throws IOException {
        assertThatThrownBy(() -> Envelope.read("{\"entry\":".getBytes(StandardCharsets.UTF_8), NOW))
                .isInstanceOf(IOException.class);
        assertThat(Envelope.read(
                                "{\"entry\":[{\"changes\":[{\"field\":\"new\",\"value\":3}]}]}"
                                        .getBytes(StandardCharsets.UTF_8),
                                NOW)
                        .parts())
                .isEmpty();
    }
}
