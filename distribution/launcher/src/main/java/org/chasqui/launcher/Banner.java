package org.chasqui.launcher;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last lines of a start: where everything is, at the very first start also the password and the API key that the
 * application made, and a command that sends a message when pasted.
 */
final class Banner {

    /** Named in the contract between launcher and application; the application sets them. */
    private static final String EMAIL = "chasqui.first-start.admin-email";

    private static final String PASSWORD = "chasqui.first-start.admin-password";
    private static final String API_KEY = "chasqui.first-start.api-key";
    private static final String FIRST_NUMBER = "chasqui.first-start.phone-number-id";
    private static final String SANDBOX_NUMBER = "chasqui.sandbox.connected";

    private final Settings settings;
    private final DataFolder data;
    private final @Nullable String email;
    private final @Nullable String password;
    private final @Nullable String apiKey;

    private Banner(
            Settings settings,
            DataFolder data,
            @Nullable String email,
            @Nullable String password,
            @Nullable String apiKey) {
        this.settings = settings;
        this.data = data;
        this.email = email;
        this.password = password;
        this.apiKey = apiKey;
    }

    /** Takes the secrets out of the system properties, where they must not stay. */
    static Banner take(Settings settings, DataFolder data) {
        return new Banner(
                settings,
                data,
                System.getProperty(EMAIL),
                System.clearProperty(PASSWORD),
                System.clearProperty(API_KEY));
    }

    String text() {
        String url = settings.publicUrl();
        var text = new StringBuilder();
        text.append("\nChasqui is ready.\n\n");
        line(text, "Dashboard", url + "/console/");
        if (email != null) {
            line(text, "Sign in as", email);
        }
        if (password != null) {
            line(text, "Password", password + "   (shown this once: change it or keep it)");
        }
        if (apiKey != null) {
            line(text, "API key", apiKey + "   (shown this once: keep it)");
        }
        line(text, "API", url + "/api/v1/   described at " + url + "/openapi");
        if (settings.isSandbox()) {
            line(
                    text,
                    "Sandbox phone",
                    url + "/console/phone.xhtml   (plays Meta and the recipient: nothing leaves this machine)");
        }
        line(text, "Data folder", data.root().toString());
        line(text, "Log", data.root().resolve("logs").resolve("chasqui.0.log").toString());
        return text.append("\nCtrl-C stops it; everything is kept.\n").toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("  %-14s %s%n", name, value));
    }

    /** Meta's id of the sandbox's number, once the application has connected it, which it does after it is ready. */
    static Optional<String> sandboxNumber() {
        return Optional.ofNullable(System.getProperty(FIRST_NUMBER))
                .or(() -> Optional.ofNullable(System.getProperty(SANDBOX_NUMBER)));
    }

    /** One line that sends the template which the sandbox has approved from the start. */
    String sendLine(String phoneNumberId) {
        return "curl -X POST " + settings.publicUrl() + "/api/v1/whatsapp/messages/template"
                + " -H \"Authorization: Bearer " + (apiKey == null ? "$CHASQUI_KEY" : apiKey) + "\""
                + " -H 'Content-Type: application/json'"
                + " -d '{\"phone_number_id\":\"" + phoneNumberId + "\",\"to\":\"+14155550123\","
                + "\"template\":\"hello_chasqui\",\"language\":\"en_US\",\"components\":[{\"type\":\"body\","
                + "\"parameters\":[{\"type\":\"text\",\"text\":\"Ana\"}]}]}'";
    }

    /** What stands above that line. */
    String sendTitle() {
        return apiKey == null
                ? "Send a message (CHASQUI_KEY holds your API key):"
                : "Send your first message; watch it on the dashboard, answer it on the sandbox phone:";
    }
}
