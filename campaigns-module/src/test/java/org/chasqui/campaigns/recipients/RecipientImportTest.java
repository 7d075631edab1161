package org.chasqui.campaigns.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.campaigns.testing.CampaignDatabase;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.nodes.LivingProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecipientImportTest {
    private static final CampaignDatabase DATABASE = new CampaignDatabase();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    private final UUID campaign = UUID.randomUUID();
    private final RecipientList recipients = new RecipientList(DATABASE.sql());
    private final RecipientReader reader = new RecipientReader(DATABASE.sql());
    private final Tallies tallies = new Tallies(DATABASE.sql());
    private final LivingProcess process = new LivingProcess(DATABASE.dataSource(), new Ids(CLOCK));
    private final ImportStore store = new ImportStore(DATABASE.sql(), recipients, new Ids(CLOCK), CLOCK, process);
    private final RecipientImport imports = new RecipientImport(store);

    private final List<Long> progress = new ArrayList<>();

    @BeforeEach
    void makeACampaign() {
        process.beat();
        DATABASE.execute("insert into cmp_campaign (id, workspace_id, name, number_id, account_id, phone_number_id,"
                + " template, language, category, created_at, created_by) values ('" + campaign
                + "', gen_random_uuid(), 'Sale', gen_random_uuid(), gen_random_uuid(), '1', 'sale', 'en_US', 'marketing',"
                + " now(), 'test')");
    }

    private ImportView read(String text) {
        return read(text, StandardCharsets.UTF_8);
    }

    private ImportView read(String text, Charset charset) {
        return read(new ByteArrayInputStream(text.getBytes(charset)));
    }

    private ImportView read(InputStream file) {
        var id = imports.run(campaign, file, Map.of(), () -> progress.add(imported()));
        return store.list(campaign).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private long imported() {
        return store.list(campaign).get(0).rows();
    }

    private List<RecipientRow> rows(RecipientState state) {
        return reader.list(campaign, Set.of(state), null, null, false, 0, 10_000);
    }

    @Test
    void keepsEveryRowAndTellsWhyOneCannotBeUsed() {
        var view =
                read("to,name,1\n+5511955501234,Ana,x\nnobody,Bo,y\n\n+5511955501234,Ana again,z\n+573001234567,Cy,\n");

        assertThat(view.status()).isEqualTo("finished");
        assertThat(view.rows()).isEqualTo(4);
        assertThat(view.added()).isEqualTo(2);
        assertThat(view.skipped()).isEqualTo(2);
        assertThat(rows(RecipientState.SKIPPED))
                .extracting(RecipientRow::line, RecipientRow::reason)
                .containsExactly(tuple(3L, "no_identity"), tuple(5L, "duplicate"));
        assertThat(tallies.of(campaign)).isEqualTo(tallies.recount(campaign));
    }

    @Test
    void takesWhatSpreadsheetsWrite() {
        assertThat(read("\uFEFFTeléfono;Nombre\r\n+5511955501234;\"Souza; Ana\"\r\n")
                        .added())
                .isEqualTo(1);
        assertThat(read("\uFEFFto\tname\n+5511955501235\tZoë\n", StandardCharsets.UTF_16LE)
                        .added())
                .isEqualTo(1);

        assertThat(rows(RecipientState.WAITING)).extracting(RecipientRow::name).containsExactly("Souza; Ana", "Zoë");
    }

    @Test
    void tellsOfAnotherEncodingInWhichLineItIsAndKeepsAllBefore() {
        var view = read(
                "to;name\r\n+5511955501234;Ana\r\n+5511955501235;Zo\u00eb\r\n+5511955501236;Bo\r\n",
                StandardCharsets.ISO_8859_1);

        assertThat(view.status()).isEqualTo("broken");
        assertThat(view.problem()).startsWith("line 3: ").contains("UTF-8");
        assertThat(view.rows()).isEqualTo(1);
        assertThat(rows(RecipientState.WAITING)).extracting(RecipientRow::name).containsExactly("Ana");
    }

    @Test
    void tellsOfAnotherEncodingAlsoWhenNoRowCouldBeRead() {
        var view = read("to;name\r\n+498912345678;Zo\u00eb\r\n", StandardCharsets.ISO_8859_1);

        assertThat(view.status()).isEqualTo("broken");
        assertThat(view.problem()).startsWith("line 2: ").contains("UTF-8");
        assertThat(view.rows()).isZero();
        assertThatThrownBy(() -> read("tel\u00e9fono;name\r\n+498912345678;Ana\r\n", StandardCharsets.ISO_8859_1))
                .as("not even the columns are known")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void keepsWhatCameBeforeAnotherEncoding() {
        var text = new StringBuilder("to,name\n");
        for (int i = 0; i < 5_000; i++) {
            text.append("+1415555").append(String.format("%04d", i)).append(",Ana\n");
        }
        var view = read(text + "+5511955501235,Zo\u00eb\n", StandardCharsets.ISO_8859_1);

        assertThat(view.status()).isEqualTo("broken");
        assertThat(view.problem()).startsWith("line 5002: ").contains("UTF-8");
        assertThat(view.added()).isEqualTo(5_000L);
        assertThat(tallies.of(campaign).total()).isEqualTo(view.rows());
    }

    @Test
    void tellsOfAQuotationMarkThatIsNotClosed() {
        var view = read("to,name\n+5511955501234,Ana\n+5511955501235,\"Bo\n");

        assertThat(view.status()).isEqualTo("broken");
        assertThat(view.problem()).contains("quotation mark");
        assertThat(view.added()).isEqualTo(1);
    }

    @Test
    void refusesAFileThatIsEmptyOrHasNoAddress() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("a,b\n1,2\n")).hasMessageContaining("first line");
        assertThat(store.list(campaign)).isEmpty();
    }

    @Test
    void knowsWhoIsThereAlreadyFromAnEarlierFile() {
        read("to\n+5511955501234\n");
        var view = read("to\n+5511955501234\n+5511955501235\n");

        assertThat(view.added()).isEqualTo(1);
        assertThat(view.skipped()).isEqualTo(1);
        assertThat(tallies.of(campaign).total()).isEqualTo(3);
    }

    @Test
    void readsALongFileAsItComes() {
        int rows = 50_000;
        var view = read(new Endless(rows));

        assertThat(view.rows()).isEqualTo(rows);
        assertThat(view.added()).isEqualTo(rows);
        assertThat(tallies.of(campaign).of(RecipientState.WAITING)).isEqualTo(rows);
        assertThat(progress).hasSize(25).isSorted().startsWith(2_000L).endsWith(50_000L);
    }

    @Test
    void takesUtf16OfEitherOrderAndTellsOfOneThatDoesNotSayWhichItIs() {
        var text = "to;name\r\n+5511955501234;Zo\u00eb\r\n";

        assertThat(read("\uFEFF" + text, StandardCharsets.UTF_16BE).added()).isEqualTo(1);
        assertThat(rows(RecipientState.WAITING)).extracting(RecipientRow::name).containsExactly("Zo\u00eb");
        assertThatThrownBy(() -> read("to\n+5511955501235\n", StandardCharsets.UTF_16LE))
                .hasMessageContaining("first line");
    }

    @Test
    void takesQuotesSemicolonsAndBreaksWithinAField() {
        var view = read("to;name;1\n+5511955501234;\"O\"\"Hara; Ana\nMaria\";\"a,b\"\n");

        assertThat(view.added()).isEqualTo(1);
        var row = rows(RecipientState.WAITING).get(0);
        assertThat(row.name()).isEqualTo("O\"Hara; Ana\nMaria");
        assertThat(row.variables()).containsEntry("1", "a,b");
    }

    @Test
    void aFileWhoseReaderDiedIsBrokenAndNotReadForEver() {
        read("to\n+5511955501234\n");
        DATABASE.execute("update cmp_import set status = 0, touched_at = '"
                + CLOCK.instant().minus(Duration.ofMinutes(4)) + "' where campaign_id = '" + campaign + "'");
        assertThat(store.list(campaign).get(0).isReading()).isTrue();
        DATABASE.execute("update cmp_import set touched_at = '"
                + CLOCK.instant().minus(Duration.ofMinutes(6)) + "' where campaign_id = '" + campaign + "'");

        var view = store.list(campaign).get(0);
        assertThat(view.status()).isEqualTo("broken");
        assertThat(view.problem()).contains("interrupted");
    }

    @Test
    void aFileWhoseProcessDiedIsBrokenAsSoonAsThatIsKnown() {
        var importId = store.begin(campaign);
        store.keep(campaign, importId, List.of(NewRecipient.of("+5511955501234", null, Map.of(), 2L)));
        assertThat(store.list(campaign).get(0).isReading()).isTrue();

        // A kill, and no sign of life for as long as one is taken for alive.
        DATABASE.execute("update plt_process set alive_until = now() where id = '" + process.id() + "'");

        var view = store.list(campaign).get(0);
        assertThat(view.status()).isEqualTo("broken");
        assertThat(view.problem()).contains("interrupted");
        assertThat(view.added()).as("what it had read is on the list").isEqualTo(1);
    }

    @Test
    void aFileThatWasReadToItsEndStaysSoWhoeverDies() {
        read("to\n+5511955501234\n");
        DATABASE.execute("delete from plt_process where id = '" + process.id() + "'");

        assertThat(store.list(campaign).get(0).status()).isEqualTo("finished");
    }

    /** A file that is nowhere as a whole. */
    private static final class Endless extends InputStream {
        private final int rows;
        private int row;
        private byte[] line = "to,1\n".getBytes(StandardCharsets.UTF_8);
        private int at;

        private Endless(int rows) {
            this.rows = rows;
        }

        @Override
        public int read() {
            if (at == line.length) {
                if (row == rows) {
                    return -1;
                }
                line = String.format("+1415%07d,x\n", 2_000_000 + row++).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return line[at++];
        }
    }
}
