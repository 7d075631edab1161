package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be started says in one sentence what to do, ends with a code that is not zero, and leaves nothing behind. */
class StartRefusedIT {

    @Test
    void takenPortIsNamedWithTheVariableThatChangesIt() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var product = Product.named("port-taken").with("CHASQUI_HTTP_PORT", "" + other.getLocalPort())) {
            assertThat(refusal(product)).contains("port " + other.getLocalPort() + " is taken", "CHASQUI_HTTP_PORT");
            assertThat(product.dataFolder()).as("nothing was made").doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eighty", "0", "70000"})
    void nonsensePortIsRefused(String port) {
        try (var product = Product.named("port-nonsense").with("CHASQUI_HTTP_PORT", port)) {
            assertThat(refusal(product)).contains("CHASQUI_HTTP_PORT", port);
        }
    }

    @Test
    void addressOfAnotherMachineIsRefused() {
        try (var product = Product.named("host").with("CHASQUI_HTTP_HOST", "203.0.113.7")) {
            assertThat(refusal(product)).contains("CHASQUI_HTTP_HOST", "203.0.113.7");
        }
    }

    @Test
    @ExtendWith(SharedProduct.class)
    void dataFolderOfARunningProductIsRefused(Product running) {
        try (var product = Product.named("folder-in-use")
                .with("CHASQUI_DATA_DIR", running.dataFolder().toString())) {
            assertThat(refusal(product))
                    .contains(
                            "in use", running.dataFolder().toString(), "process " + running.pid(), "CHASQUI_DATA_DIR");
            assertThat(running.databaseProcesses()).as("its database goes on").isNotEmpty();
            product.with("CHASQUI_DATA_DIR", "none");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/chasqui", "/dev/null/chasqui"})
    void dataFolderThatCannotBeWrittenIsRefused(String folder) {
        try (var product = Product.named("folder-not-writable").with("CHASQUI_DATA_DIR", folder)) {
            assertThat(refusal(product)).contains(folder, "not writable", "CHASQUI_DATA_DIR");
        }
    }

    @Test
    void databaseOfAnotherMajorVersionIsRefused() throws IOException {
        try (var product = Product.named("other-major")) {
            Path database = Files.createDirectories(product.dataFolder().resolve("database"));
            Files.writeString(database.resolve("PG_VERSION"), "11\n");
            assertThat(refusal(product)).contains("PostgreSQL 11", "restore");
            assertThat(product.databaseProcesses()).isEmpty();
        }
    }

    @Test
    void metaWithoutEncryptionKeyIsRefused() {
        try (var product = Product.named("no-key").with("CHASQUI_META_APP_ID", "1234567890")) {
            assertThat(refusal(product)).contains("CHASQUI_ENCRYPTION_KEY", "openssl rand -base64 32");
        }
    }

    @Test
    void databaseThatDoesNotAnswerIsNamedAndNothingIsLeftRunning() {
        String url = "jdbc:postgresql://127.0.0.1:" + Product.freePort() + "/nobody";
        try (var product = Product.named("no-database").with("CHASQUI_DATABASE_URL", url)) {
            assertThat(refusal(product)).contains(url, "CHASQUI_DATABASE_URL");
        }
    }

    @Test
    void firstClassRunsOnOldJdksSoThatTheyCanBeRefused() throws IOException {
        Path main =
                Product.repository().resolve("distribution/launcher/target/classes/org/chasqui/launcher/Main.class");
        byte[] bytes = Files.readAllBytes(main);
        assertThat((bytes[6] << 8) | bytes[7]).as("byte code of Java 8").isEqualTo(52);
    }

    /** The one sentence. */
    private static String refusal(Product product) {
        int code = product.start().awaitExit();
        assertThat(code).as(product.output()).isNotZero();
        List<String> refusals = product.output()
                .lines()
                .filter(line -> line.startsWith("Chasqui cannot start: "))
                .toList();
        assertThat(refusals).as(product.output()).hasSize(1);
        assertThat(product.output()).doesNotContain("\tat ").doesNotContain("Exception");
        return refusals.get(0);
    }
}
