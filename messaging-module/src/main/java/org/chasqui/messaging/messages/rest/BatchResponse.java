package org.chasqui.messaging.messages.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.Outcome;
import org.chasqui.platform.rest.ErrorEnvelope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to {@code POST /messages/batch}. */
@Schema(name = "BatchResult", description = "What became of each message of a batch.")
public record BatchResponse(
        @Schema(description = "How many were accepted.") int accepted,

        @Schema(description = "How many were refused.") int refused,

        @Schema(description = "One result for each message, in their order.")
        List<Item> results) {

    /** What became of one message. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BatchItem", description = "What became of one message: it has an id, or an error.")
    public record Item(
            @Schema(description = "Place in the request, from 0.")
            int index,

            @Schema(description = "Our id, when it was accepted.") @Nullable
            UUID id,

            @Schema(description = "queued, when it was accepted.", example = "queued") @Nullable
            String status,

            @Schema(description = "Why it was refused.") ErrorEnvelope.@Nullable Body error) {}

    static BatchResponse of(List<Outcome> outcomes) {
        var items = new ArrayList<Item>(outcomes.size());
        int accepted = 0;
        for (var outcome : outcomes) {
            int index = items.size();
            if (outcome instanceof Outcome.Accepted done) {
                accepted++;
                var message = done.message();
                items.add(new Item(index, message.id(), message.status().wireName(), null));
            } else if (outcome instanceof Outcome.Refused refused) {
                items.add(new Item(index, null, null, ErrorEnvelope.body(refused.problem())));
            }
        }
        return new BatchResponse(accepted, outcomes.size() - accepted, items);
    }
}
