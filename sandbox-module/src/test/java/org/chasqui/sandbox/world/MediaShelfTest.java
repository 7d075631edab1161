package org.chasqui.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.sandbox.world.TestWorlds.HIGH;
import static org.chasqui.sandbox.world.TestWorlds.STANDARD;
import static org.chasqui.sandbox.world.TestWorlds.answer;
import static org.chasqui.sandbox.world.TestWorlds.send;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaShelfTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String JPEG = "\u00ff\u00d8\u00ff\u00e0 picture";

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void open() throws IOException {
        world = at(NOON);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void keepsAFileUnderAnIdAndTellsItsDigest() throws IOException {
        MediaItem item = keep(STANDARD, "image/jpeg", JPEG, false);

        assertThat(item.fitting()).isTrue();
        assertThat(item.sha256()).hasSize(64);
        assertThat(item.base64()).hasSize(44);
        assertThat(world.media().bytes(item)).hasBinaryContent(JPEG.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void anAddressIsGoodForFiveMinutesAndForOneFile() throws IOException {
        MediaItem item = keep(STANDARD, "image/jpeg", JPEG, false);
        String address = world.media().address(item);
        long until = Long.parseLong(address.replaceFirst(".*ext=(\\d+).*", "$1"));
        String hash = address.replaceFirst(".*hash=", "");

        assertThat(world.media().atAddress(item.id(), until, hash)).isEqualTo(item);
        assertThat(world.media().atAddress(item.id(), until + 1, hash)).isNull();
        assertThat(world.media().atAddress("1" + item.id(), until, hash)).isNull();
        reopenAt(NOON.plus(Duration.ofMinutes(5)));
        assertThat(world.media().atAddress(item.id(), until, hash)).isNull();
        assertThat(world.media().find(item.id())).isEqualTo(item);
    }

    @Test
    void uploadsEndAfterThirtyDaysAndFilesOfPeopleAfterSeven() throws IOException {
        MediaItem upload = keep(STANDARD, "image/jpeg", JPEG, false);
        MediaItem inbound = keep(STANDARD, "image/jpeg", JPEG, true);

        reopenAt(NOON.plus(Duration.ofDays(7)));
        assertThat(world.media().find(inbound.id())).isNull();
        assertThat(world.media().find(upload.id())).isEqualTo(upload);
        reopenAt(NOON.plus(Duration.ofDays(30)));
        assertThat(world.media().find(upload.id())).isNull();
        try (var files = Files.list(folder.resolve("media"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void nothingStaysOfAFileThatIsTooLong() throws IOException {
        assertThat(world.media().receive(new ByteArrayInputStream(new byte[101]), 100))
                .isNull();
        try (var files = Files.list(folder.resolve("media"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aMessageMayNameOnlyFilesOfItsNumber() throws IOException {
        MediaItem mine = keep(STANDARD, "image/jpeg", JPEG, false);
        MediaItem foreign = keep(HIGH, "image/jpeg", JPEG, false);
        heard("16505551234");

        assertThat(send(world, STANDARD, image(mine.id())).http()).isEqualTo(200);
        for (String id : new String[] {foreign.id(), "1234567890"}) {
            Sent refused = send(world, STANDARD, image(id));
            assertThat(TestWorlds.code(refused)).isEqualTo(100);
            assertThat(answer(refused).path("error").path("message").asText())
                    .contains("image['id'] is not a valid whatsapp business account media attachment ID");
        }
        world.media().remove(mine);
        assertThat(TestWorlds.code(send(world, STANDARD, image(mine.id())))).isEqualTo(100);
    }

    @Test
    void aFileThatDoesNotFitIsAcceptedAndFailsLater() throws IOException {
        MediaItem document = keep(STANDARD, "application/pdf", "%PDF-1.4", false);
        MediaItem disguised = keep(STANDARD, "image/jpeg", "MZ no picture", false);
        heard("16505551234");

        for (MediaItem item : new MediaItem[] {document, disguised}) {
            Sent sent = send(world, STANDARD, image(item.id()));
            assertThat(sent.http()).isEqualTo(200);
            String wamid = answer(sent).path("messages").path(0).path("id").asText();
            OutboundMessage message = Objects.requireNonNull(world.transcript().outbound(wamid));
            assertThat(message.facts().code()).isEqualTo(131053);
        }
    }

    private void heard(String person) throws IOException {
        var content = Json.object().put("type", "text");
        content.putObject("text").put("body", "Hello");
        world.receiving().receive(number(STANDARD), person, content);
    }

    private static String image(String id) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"16505551234\",\"type\":\"image\",\"image\":{\"id\":\"" + id
                + "\"}}";
    }

    private MediaItem keep(String number, String mime, String bytes, boolean inbound) throws IOException {
        var in = new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
        var received = Objects.requireNonNull(world.media().receive(in, 1_000));
        return world.media().keep(received, number(number), mime, "a.jpg", inbound);
    }

    private BusinessNumber number(String id) {
        return Objects.requireNonNull(world.catalog().number(id));
    }

    private void reopenAt(Instant time) throws IOException {
        world.close();
        world = at(time);
    }

    private World at(Instant time) throws IOException {
        return TestWorlds.open(folder, "http://127.0.0.1:9/none", Clock.fixed(time, ZoneOffset.UTC));
    }
}
