package org.chasqui.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where log records go: to {@code logs/chasqui.0.log} in the data folder, which turns over at 20 MB; and to standard error
 * where {@code chasqui.log.console} is true, as containers like it.
 */
final class Logging {

    private Logging() {}

    /**
     * Writes the configuration that the JDK and, later, the server read.
     *
     * @return the file; passed to the server, which otherwise brings its own
     */
    static Path configure(DataFolder data, boolean console) throws IOException {
        Path logs = data.folder("logs");
        Path file = data.folder("runtime").resolve("logging.properties");
        Files.writeString(file, """
                handlers = java.util.logging.FileHandler%s
                java.util.logging.FileHandler.pattern = %s/chasqui.%%g.log
                java.util.logging.FileHandler.limit = 20000000
                java.util.logging.FileHandler.count = 5
                java.util.logging.FileHandler.append = true
                java.util.logging.FileHandler.encoding = UTF-8
                java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter
                java.util.logging.ConsoleHandler.level = INFO
                java.util.logging.ConsoleHandler.formatter = java.util.logging.SimpleFormatter
                java.util.logging.SimpleFormatter.format = %%1$tF %%1$tT.%%1$tL %%4$-7s %%3$s  %%5$s%%6$s%%n

                .level = INFO
                org.hibernate.validator.internal.util.Version.level = WARNING
                javax.enterprise.system.tools.deployment.dol.level = WARNING
                javax.enterprise.system.tools.deployment.common.level = WARNING
                # Old roots in the server's trust store have expired; the JDK's own store is the one that is used.
                javax.enterprise.system.security.ssl.level = SEVERE
                # Echoes every boot command.
                fish.payara.boot.runtime.BootCommand.level = WARNING
                # One line per message each: they would write more than the messages themselves.
                org.apache.activemq.audit.level = OFF
                # Says twice for each transaction of a background thread that there is no invocation, which is meant so.
                javax.enterprise.resource.jta.level = SEVERE
                org.apache.activemq.audit.base.level = OFF
                org.apache.activemq.audit.resource.level = OFF
                org.apache.activemq.audit.message.level = OFF
                """.formatted(
                        console ? ", java.util.logging.ConsoleHandler" : "",
                        logs.toString().replace("%", "%%")));
        System.setProperty("java.util.logging.config.file", file.toString());
        return file;
    }
}
