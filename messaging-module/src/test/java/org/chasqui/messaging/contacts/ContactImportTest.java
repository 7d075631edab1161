package org.chasqui.messaging.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactImportTest {
    private final People people = new People();

    private ContactImport.Report run(String file) {
        return run(file, StandardCharsets.UTF_8);
    }

    private ContactImport.Report run(String file, Charset charset) {
        return people.imports.run(people.workspace, new ByteArrayInputStream(file.getBytes(charset)));
    }

    @Test
    void badRowsAreToldWithTheirLinesAndTheOthersGoOn() {
        var report = run("""
                phone,name,language,tags,city
                +5511955501234,Ana,pt_BR,vip|new,Lima
                12,Bea,,,
                +14155550123,"Carl
                the second",en,,"Paris, Texas"

                ,Nobody,,,
                +14155550124,Dora,not a language,,
                +14155550125
                """);

        assertThat(report.rows()).isEqualTo(6);
        assertThat(report.created()).isEqualTo(3);
        assertThat(report.failed()).isEqualTo(3);
        assertThat(report.errors())
                .extracting(ContactImport.RowError::line, ContactImport.RowError::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3L, "phone"),
                        org.assertj.core.groups.Tuple.tuple(7L, "phone"),
                        org.assertj.core.groups.Tuple.tuple(8L, "language"));
        var ana = people.contacts.find(people.workspace, "5511955501234").orElseThrow();
        assertThat(ana.tags()).containsExactly("vip", "new");
        assertThat(ana.attributes().get("city").asText()).isEqualTo("Lima");
        var carl = people.contacts.find(people.workspace, "14155550123").orElseThrow();
        assertThat(carl.name()).isEqualTo("Carl\nthe second");
        assertThat(carl.attributes().get("city").asText()).isEqualTo("Paris, Texas");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void separatorsAndByteOrderMarksOfSpreadsheetsAreUnderstood(String separator) {
        var file = "phone,name\n+14155550123,\"Ana; the | first,\"\n"
                .replace("+14155550123,", "+14155550123" + separator)
                .replace("phone,", "phone" + separator);
        for (var charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            var report = run("\uFEFF" + file, charset);
            assertThat(report.created() + report.updated()).as("%s", charset).isEqualTo(1);
        }
        assertThat(people.contacts
                        .find(people.workspace, "14155550123")
                        .orElseThrow()
                        .name())
                .isEqualTo("Ana; the | first,");
    }

    @Test
    void theSameFileAgainMakesNobodyAnew() {
        var file = "Teléfono;Nombre\n+5491123456789;Ana\n+541123456789;Ana\n";

        assertThat(run(file)).extracting(r -> r.created(), r -> r.updated()).containsExactly(1, 1);
        assertThat(run(file)).extracting(r -> r.created(), r -> r.updated()).containsExactly(0, 2);
        assertThat(people.count()).isEqualTo("1");
    }

    @Test
    void whatIsNoListOfPeopleIsRefused() {
        assertThatThrownBy(() -> run("")).isInstanceOf(RequestFailed.class);
        assertThatThrownBy(() -> run("{\"phone\":\"+1\"}")).isInstanceOf(RequestFailed.class);
        assertThatThrownBy(() -> run("name;city\nAna;Lima\n")).isInstanceOf(RequestFailed.class);
    }

    @Test
    void aFileInAnotherCharacterSetIsNamedAsSuch() {
        var report = run("phone,name\n+14155550124,Bea\n+14155550125,José\n", StandardCharsets.ISO_8859_1);

        assertThat(report.created()).as("those before").isEqualTo(1);
        assertThat(report.errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(3);
            assertThat(error.message()).contains("UTF-8");
        });
        assertThatThrownBy(() -> run("teléfono,name\n+14155550125,Ana\n", StandardCharsets.ISO_8859_1))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aQuotationMarkThatIsNotClosedDoesNotLoseTheRowsBefore() {
        var report = run("phone,name\n+14155550123,Ana\n+14155550124,\"Bea\n+14155550125,Carl\n");

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.errors().get(0).message()).contains("quotation mark");
    }

    @Test
    void ofAFileThatIsTooLargeTheRowsBeforeAreThere() {
        var filler = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        var parts = new ArrayList<InputStream>();
        parts.add(new ByteArrayInputStream("phone,name\n".getBytes(StandardCharsets.US_ASCII)));
        for (int i = 0; i < 70; i++) {
            var row = "+55119555" + (10_000 + i) + ",Ana,";
            parts.add(new ByteArrayInputStream(row.getBytes(StandardCharsets.US_ASCII)));
            parts.add(new ByteArrayInputStream(filler));
            parts.add(new ByteArrayInputStream("\n".getBytes(StandardCharsets.US_ASCII)));
        }

        var report = people.imports.run(people.workspace, new SequenceInputStream(Collections.enumeration(parts)));

        assertThat(report.errors()).hasSize(1);
        assertThat(report.errors().get(0).message()).contains("larger than 64 MiB", "the rows before were imported");
        assertThat(report.created()).isGreaterThan(60);
    }

    @Test
    void asManyRowsAsMayBeAreKeptAndOneMoreIsSaid() {
        people.imports.mostRows = 5_000;
        var file = new StringBuilder("phone,name\n");
        for (int i = 0; i <= people.imports.mostRows; i++) {
            file.append("+1415").append(5_000_000 + i).append(",N").append(i).append('\n');
        }

        var report = run(file.toString());

        assertThat(report.created()).isEqualTo(people.imports.mostRows);
        assertThat(report.errors()).hasSize(1);
        assertThat(report.errors().get(0).line()).isEqualTo(people.imports.mostRows + 2L);
    }
}
