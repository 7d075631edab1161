package org.chasqui.api.graph.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PutAsideTest {
    @TempDir
    Path folder;

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private PutAside of(byte[] bytes, long most) throws IOException {
        return PutAside.of(new ByteArrayInputStream(bytes), folder, most);
    }

    @Test
    void isReadFromItsBeginningAsOftenAsNeeded() throws IOException {
        var bytes = bytes(200_000);
        try (var aside = of(bytes, bytes.length);
                var first = aside.open()) {
            first.skipNBytes(100_000);
            try (var second = aside.open()) {
                assertThat(second.readAllBytes()).isEqualTo(bytes);
            }
            assertThat(first.read()).isEqualTo(bytes[100_000] & 0xFF);
            assertThat(first.readAllBytes()).hasSize(99_999);
            assertThat(first.read()).isNegative();
            assertThat(aside.size()).isEqualTo(200_000);
        }
    }

    /** A process that dies closes nothing: there must be nothing to remove. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyFindsItInItsFolderNotEvenWhileItIsOpen() throws IOException {
        try (var aside = of(bytes(10), 10)) {
            assertThat(aside.size()).isEqualTo(10);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void whatIsLongerIsNotReadToItsEnd() throws IOException {
        var in = new ByteArrayInputStream(bytes(200_000));
        try (var aside = PutAside.of(in, folder, 70_000)) {
            assertThat(aside.size()).isEqualTo(70_001);
            assertThat(in.available()).isEqualTo(129_999);
        }
    }

    @Test
    void whatBreaksOffLeavesNothing() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken off");
            }
        };

        assertThatThrownBy(() -> PutAside.of(broken, folder, 10)).hasMessage("broken off");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void afterItsEndNobodyReadsIt() throws IOException {
        var aside = of(bytes(10), 10);
        var in = aside.open();
        aside.close();

        assertThatThrownBy(in::read).isInstanceOf(ClosedChannelException.class);
    }
}
