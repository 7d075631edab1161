package org.chasqui.api.waabot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;

/**
 * Which part of a list is wanted, as this dialect counts: {@code page} from 1, {@code limit} on each. What a page passes over
 * is read all the same, so they end somewhere.
 *
 * @param number from 1
 * @param limit entries on a page
 */
public record Page(int number, int limit) {
    private static final int DEEPEST = 10_000;

    /**
     * Reads {@code page} and {@code limit}.
     *
     * @param usual entries on a page when the client says nothing
     * @param most entries on a page
     * @throws RequestFailed VALIDATION_FAILED
     */
    public static Page of(Arguments arguments, int usual, int most) {
        int limit = whole(arguments, "limit", usual, most);
        int number = whole(arguments, "page", 1, DEEPEST);
        if ((long) number * limit > DEEPEST) {
            throw RequestFailed.invalid(
                    "page", "lies more than " + DEEPEST + " entries behind the first: narrow the list down.");
        }
        return new Page(number, limit);
    }

    private static int whole(Arguments arguments, String name, int usual, int most) {
        var given = arguments.number(name);
        if (given.isEmpty()) {
            return usual;
        }
        var number = given.get();
        boolean isFit = number.compareTo(BigDecimal.ONE) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        if (!isFit) {
            throw RequestFailed.invalid(arguments.path(name), "must be a whole number from 1 to " + most + ".");
        }
        return number.intValue();
    }

    /** How many entries to pass over. */
    public int offset() {
        return (number - 1) * limit;
    }

    /** Notes it beside the data of an answer. */
    public ObjectNode noteIn(ObjectNode envelope) {
        return envelope.put("page", number).put("limit", limit);
    }
}
