package org.chasqui.campaigns.campaigns.rest;

import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.Set;
import org.chasqui.campaigns.campaigns.Reports;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.platform.failure.RequestFailed;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which recipients to list. */
public class RecipientQuery {
    @Parameter(
            description = "Only those in one of these states, separated by commas: waiting, queued, accepted, sent,"
                    + " delivered, read, failed, uncertain, expired, cancelled, skipped.")
    @QueryParam("state")
    @Nullable
    String state;

    @Parameter(
            description = "Only those who were skipped for this: no_identity, duplicate, opted_out, missing_variable.")
    @QueryParam("reason")
    @Nullable
    String reason;

    @Parameter(description = "Only those whose message failed with this code of Meta.")
    @QueryParam("error_code")
    @Nullable
    String errorCode;

    @Parameter(description = "Only those who have answered, with `true`.")
    @QueryParam("replied")
    @Nullable
    String replied;

    Reports.Filter filter() {
        return new Reports.Filter(states(), reason, code(), "true".equals(replied));
    }

    private @Nullable Integer code() {
        try {
            return errorCode == null ? null : Integer.valueOf(errorCode.strip());
        } catch (NumberFormatException noNumber) {
            throw RequestFailed.invalid("error_code", "must be a number.");
        }
    }

    private Set<RecipientState> states() {
        var states = EnumSet.noneOf(RecipientState.class);
        if (state != null && !state.isBlank()) {
            for (var word : state.split(",")) {
                states.add(RecipientState.ofWireName(word)
                        .orElseThrow(() -> RequestFailed.invalid("state", "there is no state " + word.strip() + ".")));
            }
        }
        return states;
    }
}
