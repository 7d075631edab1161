package org.chasqui.messaging.messages.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.chasqui.messaging.messages.Outcome;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Json;
import org.chasqui.platform.rest.JsonFailures;
import org.jspecify.annotations.Nullable;

/** Reads the items of a batch one by one, sends those that can be read, and puts the outcomes back into their order. */
final class Batch {
    static final int MOST = 1_000;

    /** The last bits of an id, in which the place within the batch stands. */
    private static final long PLACE = 0xFFF;

    private final List<JsonNode> items;
    private final Optional<UUID> reservedId;

    Batch(List<JsonNode> items, Optional<UUID> reservedId) {
        this.items = items;
        this.reservedId = reservedId;
    }

    /** An item that could be read. */
    private record Ready(int index, Wish wish, SendMessage command) {}

    /**
     * Sends the batch.
     *
     * @param commands makes a command of a wish, or refuses it
     * @param send sends many
     */
    List<Outcome> run(
            BiFunction<Wish, @Nullable UUID, SendMessage> commands, Function<List<SendMessage>, List<Outcome>> send) {
        var refused = new Outcome.@Nullable Refused[items.size()];
        var ready = new ArrayList<Ready>();
        for (int i = 0; i < items.size(); i++) {
            try {
                var wish = read(items.get(i)).wish();
                ready.add(new Ready(i, wish, commands.apply(wish, idOf(i))));
            } catch (RequestFailed problem) {
                refused[i] = new Outcome.Refused(problem);
            }
        }
        var sent = send.apply(ready.stream().map(Ready::command).toList());
        return merged(refused, ready, sent);
    }

    private static List<Outcome> merged(Outcome.@Nullable Refused[] refused, List<Ready> ready, List<Outcome> sent) {
        var all = new ArrayList<Outcome>(refused.length);
        int next = 0;
        for (var problem : refused) {
            if (problem != null) {
                all.add(problem);
            } else {
                var outcome = sent.get(next);
                all.add(
                        outcome instanceof Outcome.Refused late
                                ? new Outcome.Refused(ready.get(next).wish().inWordsOfTheClient(late.problem()))
                                : outcome);
                next++;
            }
        }
        return all;
    }

    private static SendMessageRequest read(@Nullable JsonNode item) {
        if (item == null || !item.isObject()) {
            throw new RequestFailed(FailureCode.MALFORMED_BODY, "A message must be an object.");
        }
        try {
            return Json.mapper().treeToValue(item, SendMessageRequest.class);
        } catch (JsonProcessingException other) {
            throw JsonFailures.of(other);
        }
    }

    /**
     * The id of an item, when the request has an idempotency key: the same for each run of the request, and rising, for
     * the order in which messages to one person go out is that of their ids.
     */
    private @Nullable UUID idOf(int index) {
        return reservedId
                .map(id -> new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() & ~PLACE | index))
                .orElse(null);
    }
}
