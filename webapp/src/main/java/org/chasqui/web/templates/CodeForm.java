package org.chasqui.web.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.Serializable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chasqui.templates.definition.Shape;

/** A one-time code while it is being written: Meta writes its text, a person chooses what stands in it. */
public final class CodeForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_APPS = 5;

    private String kind = "COPY_CODE";
    private boolean advice = true;
    private String minutes = "10";
    private boolean accepted;
    private ArrayList<AppField> apps = new ArrayList<>(List.of(new AppField()));

    /** Takes over a one-time code, as it was handed in or as Graph shows it. */
    void read(JsonNode components) {
        advice = Shape.component(components, "BODY")
                .path("add_security_recommendation")
                .asBoolean(false);
        minutes = Shape.component(components, "FOOTER")
                .path("code_expiration_minutes")
                .asText("");
        var button = Shape.component(components, "BUTTONS").at("/buttons/0");
        if (button.has("otp_type")) {
            kind = button.path("otp_type").asText().toUpperCase(Locale.ROOT);
            accepted = button.path("zero_tap_terms_accepted").asBoolean(false);
            var read = new ArrayList<AppField>();
            button.path("supported_apps").forEach(app -> read.add(AppField.of(app)));
            if (read.isEmpty()) {
                read.add(AppField.of(button));
            }
            apps = read;
        } else {
            readLink(button.path("url").asText(""));
        }
    }

    /** An approved one has a link instead: {@code …/otp/code/?otp_type=ONE_TAP&package_name=…&signature_hash=…}. */
    private void readLink(String url) {
        var app = new AppField();
        for (var pair : url.substring(url.indexOf('?') + 1).split("&")) {
            int at = pair.indexOf('=');
            if (at < 0) {
                continue;
            }
            var value = URLDecoder.decode(pair.substring(at + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
            switch (pair.substring(0, at)) {
                case "otp_type" -> kind = value.toUpperCase(Locale.ROOT);
                case "package_name" -> app.setPackageName(value);
                case "signature_hash" -> app.setHash(value);
                default -> {}
            }
        }
        accepted = kind.equals("ZERO_TAP");
        apps = new ArrayList<>(List.of(app));
    }

    /** As Meta takes it. */
    ArrayNode components() {
        var all = JsonNodeFactory.instance.arrayNode();
        all.addObject().put("type", "BODY").put("add_security_recommendation", advice);
        var wanted = minutes.strip();
        if (!wanted.isEmpty()) {
            var footer = all.addObject().put("type", "FOOTER");
            if (wanted.matches("\\d{1,3}")) {
                footer.put("code_expiration_minutes", Integer.parseInt(wanted));
            } else {
                // Said by the checks as what it is, and kept in a draft.
                footer.put("code_expiration_minutes", wanted);
            }
        }
        var button = all.addObject()
                .put("type", "BUTTONS")
                .putArray("buttons")
                .addObject()
                .put("type", "OTP")
                .put("otp_type", kind);
        if (isForApps()) {
            var list = button.putArray("supported_apps");
            apps.forEach(app -> list.add(app.json()));
        }
        if (isZeroTap()) {
            button.put("zero_tap_terms_accepted", accepted);
        }
        return all;
    }

    /** Adds an app; nothing when there are as many as Meta takes. */
    public void addApp() {
        if (apps.size() < MOST_APPS) {
            apps.add(new AppField());
        }
    }

    /** Takes an app away, but for the last one. */
    public void removeApp(int index) {
        if (index >= 0 && index < apps.size() && apps.size() > 1) {
            apps.remove(index);
        }
    }

    /** Whether an app of ours takes the code. */
    public boolean isForApps() {
        return !kind.equals("COPY_CODE");
    }

    public boolean isZeroTap() {
        return kind.equals("ZERO_TAP");
    }

    public List<AppField> getApps() {
        return apps;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public boolean isAdvice() {
        return advice;
    }

    public void setAdvice(boolean advice) {
        this.advice = advice;
    }

    public String getMinutes() {
        return minutes;
    }

    public void setMinutes(String minutes) {
        this.minutes = minutes == null ? "" : minutes;
    }

    public boolean isAccepted() {
        return accepted;
    }

    public void setAccepted(boolean accepted) {
        this.accepted = accepted;
    }
}
