package org.chasqui.platform.accounts.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Meta's window says to the page that opened it, as the page passes it on; nothing of it is to be trusted, because a
 * browser sends it.
 *
 * <pre>{@code
 * {"type":"WA_EMBEDDED_SIGNUP","event":"FINISH","version":3,"data":{"phone_number_id":"…","waba_id":"…","business_id":"…"}}
 * {"type":"WA_EMBEDDED_SIGNUP","event":"CANCEL","data":{"current_step":"PHONE_NUMBER_SETUP"}}
 * {"type":"WA_EMBEDDED_SIGNUP","event":"CANCEL","data":{"error_message":"…","error_id":"524126","session_id":"…"}}
 * }</pre>
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/implementation">
 *     Embedded Signup</a>
 */
sealed interface WindowNews {
    ObjectMapper JSON = new ObjectMapper();
    int LONGEST = 4_000;

    /**
     * The person came to the end.
     *
     * @param wabaId Meta's id of the account; null when the window did not say
     * @param phoneNumberId Meta's id of the number; null when the window did not say, as usual in coexistence
     */
    record Finished(@Nullable String wabaId, @Nullable String phoneNumberId, boolean coexistence)
            implements WindowNews {}

    /** The person closed the window, at a step of Meta's if it says which. */
    record Cancelled(@Nullable String at) implements WindowNews {}

    /** The window failed, or the person reported an error. */
    record Failed(
            String words,
            @Nullable String errorId,
            @Nullable String sessionId) implements WindowNews {}

    /** Reads an event; empty when it is none of Embedded Signup. */
    static Optional<WindowNews> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return read(JSON.readTree(text));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    private static Optional<WindowNews> read(@Nullable JsonNode news) {
        if (news == null || !news.path("type").asText().equals("WA_EMBEDDED_SIGNUP")) {
            return Optional.empty();
        }
        var data = news.path("data");
        var event = news.path("event").asText();
        var error = text(data, "error_message");
        if (error != null || event.equals("ERROR")) {
            return Optional.of(
                    new Failed(error == null ? "ERROR" : error, text(data, "error_id"), text(data, "session_id")));
        }
        return switch (event) {
            case "FINISH", "FINISH_ONLY_WABA" -> Optional.of(finished(data, false));
            case "FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING" -> Optional.of(finished(data, true));
            case "CANCEL" -> Optional.of(new Cancelled(text(data, "current_step")));
            default -> Optional.empty();
        };
    }

    private static Finished finished(JsonNode data, boolean coexistence) {
        return new Finished(id(data, "waba_id"), id(data, "phone_number_id"), coexistence);
    }

    private static @Nullable String id(JsonNode data, String name) {
        var id = text(data, name);
        return id != null && MetaIds.isId(id) ? id : null;
    }

    private static @Nullable String text(JsonNode data, String name) {
        var value = data.path(name).asText("").strip();
        return value.isEmpty() ? null : value;
    }
}
