package org.chasqui.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScenariosTest {

    @Test
    void ordinaryNumbersGetAnOrdinaryDay() {
        assertThat(Scenarios.of("16505551234")).isSameAs(Scenario.NORMAL);
        assertThat(Scenarios.of("1234567")).isSameAs(Scenario.NORMAL);
        assertThat(Scenarios.of("165097999999")).isSameAs(Scenario.NORMAL);
        assertThat(Scenarios.of("165099999999")).isSameAs(Scenario.NORMAL);
        assertThat(Scenarios.of("US.13491208655302741918")).isSameAs(Scenario.NORMAL);
    }

    @Test
    void ninetyEightRefusesAndNinetyNineFails() {
        assertThat(Scenarios.of("165098131031")).isEqualTo(Scenario.refused(131031));
        assertThat(Scenarios.of("165098000190")).isEqualTo(Scenario.refused(190));
        assertThat(Scenarios.of("165099131049")).isEqualTo(Scenario.failed(131049));
    }

    @Test
    void everyLineIsReachedByItsSuffixAndItsKey() {
        for (Scenarios.Line line : Scenarios.table()) {
            assertThat(Scenarios.of("1650" + line.suffix())).isEqualTo(line.scenario());
            assertThat(Scenarios.named(line.scenario().key(), 0)).isEqualTo(line.scenario());
        }
    }

    @Test
    void everyAnswerAndEveryCourseCanBeProduced() {
        Set<Answer> answers =
                Scenarios.table().stream().map(line -> line.scenario().answer()).collect(Collectors.toSet());
        answers.add(Scenario.refused(1).answer());
        assertThat(answers).isEqualTo(EnumSet.allOf(Answer.class));
        Set<Course> courses =
                Scenarios.table().stream().map(line -> line.scenario().course()).collect(Collectors.toSet());
        assertThat(courses).isEqualTo(EnumSet.allOf(Course.class));
    }

    @Test
    void theDocumentListsTheWholeTable() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "sandbox.md"));
        for (Scenarios.Line line : Scenarios.table()) {
            assertThat(document)
                    .contains("| `" + line.suffix() + "` | `" + line.scenario().key() + "` | " + line.meaning() + " |");
        }
    }

    @Test
    void aScenarioWithoutItsCodeIsNone() {
        assertThat(Scenarios.named("failed", 0)).isNull();
        assertThat(Scenarios.named("no-such", 0)).isNull();
        assertThat(Scenarios.named("normal", 0)).isSameAs(Scenario.NORMAL);
    }
}
