package org.chasqui.web.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;

/** An Android app that takes one-time codes, while it is being written. */
public final class AppField implements Serializable {
    private static final long serialVersionUID = 1L;

    private String packageName = "";
    private String hash = "";

    static AppField of(JsonNode app) {
        var field = new AppField();
        field.packageName = app.path("package_name").asText("");
        field.hash = app.path("signature_hash").asText("");
        return field;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("package_name", packageName.strip())
                .put("signature_hash", hash.strip());
    }

    public String getPackageName() {
        return packageName;
    }

    public void setPackageName(String packageName) {
        this.packageName = packageName == null ? "" : packageName;
    }

    public String getHash() {
        return hash;
    }

    public void setHash(String hash) {
        this.hash = hash == null ? "" : hash;
    }
}
