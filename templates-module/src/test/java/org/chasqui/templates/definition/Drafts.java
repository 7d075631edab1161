package org.chasqui.templates.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.chasqui.platform.rest.Json;

/** Drafts for tests; quotation marks are written as apostrophes. */
public final class Drafts {
    private Drafts() {}

    public static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    public static TemplateDraft draft(String category, String components) {
        return new TemplateDraft("order_ready", category, "en_US", null, json(components), null);
    }

    public static TemplateDraft utility(String components) {
        return draft("UTILITY", components);
    }

    public static TemplateDraft marketing(String components) {
        return draft("MARKETING", components);
    }

    /** A body with this text and a sample for each variable. */
    public static String body(String text) {
        var samples = new StringBuilder();
        for (int i = 0; i < Variables.of(text).count(); i++) {
            samples.append(i == 0 ? "" : ",").append("'Sample ").append(i).append('\'');
        }
        return "{'type':'BODY','text':'" + text + "'"
                + (samples.isEmpty() ? "" : ",'example':{'body_text':[[" + samples + "]]}") + "}";
    }
}
