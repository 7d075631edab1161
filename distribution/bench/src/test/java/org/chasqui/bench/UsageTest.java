package org.chasqui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void aStatLineIsReadEvenWhenTheNameHoldsBracketsAndBlanks() {
        var stat = Usage.Stat.parse(
                "4711 (G1 Conc) #0 (x)) S 42 4711 1 0 -1 4194304 1 2 3 4 500 60 7 8 20 0 31 0 1000 1 2 3");
        assertThat(stat.name()).isEqualTo("G1 Conc) #0 (x)");
        assertThat(stat.parent()).isEqualTo(42);
        assertThat(stat.own()).isEqualTo(560);
        assertThat(stat.ofEndedChildren()).isEqualTo(15);
    }

    @Test
    void threadsAreGroupedByWhatTheyDo() {
        assertThat(Usage.groupOf("chasqui-sandbox")).isEqualTo("sandbox");
        assertThat(Usage.groupOf("http-thread-poo")).isEqualTo("http");
        assertThat(Usage.groupOf("C2 CompilerThre")).isEqualTo("jit");
        assertThat(Usage.groupOf("GC Thread#1")).isEqualTo("gc");
        assertThat(Usage.groupOf("chasqui-accept-")).isEqualTo("chasqui-accept");
        assertThat(Usage.groupOf("chasqui-merge")).isEqualTo("chasqui-merge");
    }

    @Test
    void thisProcessUsesTheProcessorAndMemory() {
        long self = ProcessHandle.current().pid();
        double before = Usage.cpu(self);
        double sum = 0;
        while (Usage.cpu(self) <= before) {
            sum += Math.sqrt(sum + 1);
        }
        assertThat(sum).isPositive();
        assertThat(Usage.cpuOfTree(self)).isGreaterThan(before);
        assertThat(Usage.cpuOfMachine()).isGreaterThan(before);
        assertThat(Usage.residentMegabytes(self)).isPositive();
        assertThat(Usage.memoryOfTree(self)).isPositive();
        assertThat(Usage.cpuByThreads(self)).isNotEmpty();
    }
}
