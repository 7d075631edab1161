package org.chasqui.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    private static final Logger ARTEMIS = Logger.getLogger("org.apache.activemq.artemis");

    @Test
    void whatIsDroppedOnPurposeIsNotWarnedOf(@TempDir Path folder) throws Exception {
        var records = new Records();
        ARTEMIS.addHandler(records);
        try (var broker = EmbeddedBroker.start(folder, freePort(), "chasqui", "secret")) {
            assertThat(broker).isNotNull();
        } finally {
            ARTEMIS.removeHandler(records);
        }

        assertThat(records.seen).as("the log is heard at all").isNotEmpty();
        assertThat(records.seen)
                .extracting(LogRecord::getMessage)
                .noneMatch(message -> message.contains("No Expiry Address") || message.contains("No Dead Letter"));
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Records extends Handler {
        private final List<LogRecord> seen = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            seen.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
