package org.chasqui.platform.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.chasqui.platform.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator, once, what the first start made. Under the launcher, which shares the JVM, by system properties
 * that the launcher prints and clears; otherwise on the console itself, past the server's log, because secrets have no
 * place in a log file.
 */
@ApplicationScoped
class Announcement {
    private static final String PREFIX = "chasqui.first-start.";

    @Inject
    Settings settings;

    private volatile boolean first;
    private volatile @Nullable String keyForCurl;

    void firstStart(FirstStartReport report) {
        first = true;
        if (isUnderLauncher()) {
            set("admin-email", report.adminEmail());
            set("admin-password", report.adminPassword());
            set("api-key", report.apiKey());
            return;
        }
        keyForCurl = report.apiKey();
        print(
                "Chasqui runs for the first time. This is shown once.%n%n  Dashboard  %s/console/%n  E-mail     %s%n"
                        + "  Password   %s%n  API key    %s%n",
                settings.publicUrl(),
                report.adminEmail(),
                report.adminPassword() == null ? "as configured" : report.adminPassword(),
                report.apiKey() == null ? "none: make one in the dashboard" : report.apiKey());
    }

    void sandboxConnected(String phoneNumberId) {
        System.setProperty("chasqui.sandbox.connected", phoneNumberId);
        if (isUnderLauncher()) {
            if (first) {
                set("phone-number-id", phoneNumberId);
            }
            return;
        }
        var key = keyForCurl;
        if (key != null) {
            keyForCurl = null;
            print(
                    "The sandbox's number is connected. Send a first message:%n%n"
                            + "  curl %s/api/v1/whatsapp/messages/template -H 'Authorization: Bearer %s' \\%n"
                            + "    -H 'Content-Type: application/json' -d '{\"phone_number_id\":\"%s\","
                            + "\"to\":\"+5511955501234\",\"template\":\"hello_chasqui\",\"language\":\"en_US\","
                            + "\"components\":[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"Ana\"}]}]}'%n",
                    settings.publicUrl(), key, phoneNumberId);
        }
    }

    private static boolean isUnderLauncher() {
        return Boolean.getBoolean("chasqui.launcher");
    }

    private static void set(String name, @Nullable String value) {
        if (value != null) {
            System.setProperty(PREFIX + name, value);
        }
    }

    private static void print(String format, Object... values) {
        // Not closed: it is the console of the whole JVM.
        @SuppressWarnings("resource")
        var console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        console.printf("%n" + format + "%n", values);
    }
}
