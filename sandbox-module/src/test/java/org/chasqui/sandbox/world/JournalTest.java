package org.chasqui.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chasqui.sandbox.meta.Course;
import org.chasqui.sandbox.meta.Delays;
import org.chasqui.sandbox.meta.Pricing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatWasWritten() throws IOException {
        JournalRecord.Accepted accepted = accepted(7, "order.1");
        write(accepted, new JournalRecord.Acknowledged(7, 2), new JournalRecord.ServiceCount("1", 202611, 12));

        List<JournalRecord> records = read();
        assertThat(records).hasSize(4);
        JournalRecord.Accepted again = (JournalRecord.Accepted) records.get(1);
        assertThat(again.facts()).usingRecursiveComparison().isEqualTo(accepted.facts());
        assertThat(records.subList(2, 4))
                .containsExactly(new JournalRecord.Acknowledged(7, 2), new JournalRecord.ServiceCount("1", 202611, 12));
    }

    @Test
    void aRecordThatWasCutOffIsSkipped() throws IOException {
        write(accepted(1, "a"), accepted(2, "b"));
        Path last = segments().get(segments().size() - 1);
        byte[] bytes = Files.readAllBytes(last);
        Files.write(last, Arrays.copyOf(bytes, bytes.length - 3));

        assertThat(read()).hasSize(2);
    }

    @Test
    void aDamagedRecordEndsItsSegmentOnly() throws IOException {
        try (Journal journal = new Journal(folder, 10, 100)) {
            journal.open(sink -> {});
            journal.append(accepted(1, "a"));
            journal.append(accepted(2, "b"));
            journal.append(accepted(3, "c"));
        }
        byte[] bytes = Files.readAllBytes(segments().get(2));
        bytes[20] ^= 1;
        Files.write(segments().get(2), bytes, StandardOpenOption.TRUNCATE_EXISTING);

        assertThat(read())
                .filteredOn(JournalRecord.Accepted.class::isInstance)
                .extracting(record -> ((JournalRecord.Accepted) record).facts().seq())
                .containsExactly(1L, 3L);
    }

    @Test
    void aSnapshotReplacesWhatStoodBeforeEvenIfOldSegmentsWereLeftBehind() throws IOException {
        write(accepted(1, "a"));
        byte[] old = Files.readAllBytes(segments().get(1));
        try (Journal journal = new Journal(folder, 1 << 20, 10)) {
            journal.open(sink -> sink.accept(new JournalRecord.Posted("1", "a")));
        }
        Files.write(folder.resolve("00000002.journal"), old);

        assertThat(read()).containsExactly(new JournalRecord.Snapshot(), new JournalRecord.Posted("1", "a"));
    }

    @Test
    void keepsNoMoreSegmentsThanAllowed() throws IOException {
        try (Journal journal = new Journal(folder, 10, 3)) {
            journal.open(sink -> {});
            for (int i = 0; i < 20; i++) {
                journal.append(accepted(i, "x"));
            }
        }

        assertThat(segments()).hasSize(3);
    }

    @Test
    void recoveryShrinksOldMessagesToTheirLineInTheLedger() throws IOException {
        Waba waba = new Waba("1", "w");
        BusinessNumber number = new BusinessNumber("200", waba, "15550100001", "n", Throughput.STANDARD);
        JournalRecord[] records = new JournalRecord[100];
        for (int i = 0; i < 25; i++) {
            records[i * 4] = accepted(i + 1, "o" + i);
            for (int step = 0; step < 3; step++) {
                boolean pending = i == 3 && step == 2;
                records[i * 4 + step + 1] = new JournalRecord.Acknowledged(pending ? 9_999 : i + 1, step);
            }
        }
        write(records);
        Journal journal = new Journal(folder, 1 << 20, 10);
        Recovery recovery = new Recovery(journal, id -> number, 5, 1_795_000_000_000L);
        recovery.run();
        journal.close();

        assertThat(recovery.lastSeq()).isEqualTo(25);
        assertThat(recovery.outbound())
                .extracting(message -> message.facts().seq())
                .containsExactly(4L, 21L, 22L, 23L, 24L, 25L);
        assertThat(recovery.outbound().get(0).isAcknowledged(2)).isFalse();
        assertThat(read()).filteredOn(JournalRecord.Posted.class::isInstance).hasSize(19);
    }

    private void write(JournalRecord... records) throws IOException {
        try (Journal journal = new Journal(folder, 1 << 20, 10)) {
            journal.open(sink -> {});
            for (JournalRecord record : records) {
                journal.append(record);
            }
        }
    }

    private List<JournalRecord> read() throws IOException {
        List<JournalRecord> records = new ArrayList<>();
        new Journal(folder, 1 << 20, 10).replay(records::add);
        return records;
    }

    private List<Path> segments() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static JournalRecord.Accepted accepted(long seq, String opaque) {
        Pricing pricing = new Pricing(true, Pricing.Type.REGULAR, Pricing.Category.UTILITY);
        byte[] body = "{\"text\":\"ñ\"}".getBytes(StandardCharsets.UTF_8);
        return new JournalRecord.Accepted(
                "200",
                new OutboundMessage.Facts(
                        seq,
                        1_000 + seq,
                        "16505551234",
                        "wamid." + seq,
                        opaque,
                        Course.Kind.ORDINARY,
                        Course.NORMAL,
                        0,
                        Delays.HUMAN,
                        pricing,
                        body));
    }
}
