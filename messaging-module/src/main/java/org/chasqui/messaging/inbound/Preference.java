package org.chasqui.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.chasqui.messaging.contacts.Consent;
import org.jspecify.annotations.Nullable;

/**
 * What a person told WhatsApp about being written to (Meta, {@code user_preferences}):
 *
 * <pre>{@code
 * {"wa_id":"16505551234","detail":"User requested to stop marketing messages","category":"marketing_messages",
 *  "value":"stop","timestamp":1731705721}
 * }</pre>
 */
record Preference(
        Writer who,
        String category,
        boolean optsOut,
        @Nullable String detail,
        Instant at) {
    /** Empty when it does not say who, or neither stops nor resumes. */
    static Optional<Preference> read(JsonNode preference, JsonNode contacts, Instant receivedAt) {
        var who = Writer.read(
                preference.path("wa_id").asText(""), preference.path("user_id").asText(""), "", contacts);
        var value = preference.path("value").asText("");
        boolean known = value.equals("stop") || value.equals("resume") || value.equals("signup");
        if (who == null || !known) {
            return Optional.empty();
        }
        var category = Clean.text(preference.path("category").asText(""));
        long told = preference.path("timestamp").asLong();
        return Optional.of(new Preference(
                who,
                category.isEmpty() || category.equals("marketing_messages") ? Consent.MARKETING : category,
                value.equals("stop"),
                Clean.text(preference.path("detail").asText("")),
                told == 0 ? receivedAt : StatusNotice.refined(Instant.ofEpochSecond(told), receivedAt)));
    }

    /** A message that failed because its person does not want marketing tells the same. */
    static Optional<Preference> of(StatusNotice status) {
        var problem = status.problem();
        if (problem == null || problem.code() != Consent.STOPPED_AT_META) {
            return Optional.empty();
        }
        var source = status.source();
        var who = Writer.read(
                source.path("recipient_id").asText(""),
                source.path("recipient_user_id").asText(""),
                "",
                source.path("contacts"));
        return who == null
                ? Optional.empty()
                : Optional.of(new Preference(
                        who, Consent.MARKETING, true, Integer.toString(Consent.STOPPED_AT_META), status.at()));
    }
}
