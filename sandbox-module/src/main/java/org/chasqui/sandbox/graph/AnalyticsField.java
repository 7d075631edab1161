package org.chasqui.sandbox.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.SentCounts;
import org.chasqui.sandbox.world.Waba;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code analytics} of an account, which takes parameters:
 * {@code analytics.start(…).end(…).granularity(HALF_HOUR|DAY|MONTH).phone_numbers(["1555…"])}.
 */
final class AnalyticsField {

    private static final String NAME = "analytics";
    private static final Map<String, Long> SLICES = Map.of("HALF_HOUR", 1_800L, "DAY", 86_400L, "MONTH", 2_592_000L);
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private AnalyticsField() {}

    static boolean isAsked(GraphCall call) {
        return call.fields().contains(NAME);
    }

    /** Adds the field to the fields of an account. */
    static void answer(GraphCall call, Waba waba, ObjectNode account) {
        String asked = String.valueOf(call.query("fields"));
        long from = seconds(asked, "start");
        long to = seconds(asked, "end");
        String granularity = parameter(asked, "granularity");
        Long slice = granularity == null ? null : SLICES.get(granularity);
        if (slice == null) {
            throw new GraphRefused(
                    GraphFailure.invalidParameter("Param granularity must be one of {HALF_HOUR, DAY, MONTH}"));
        }
        String listed = parameter(asked, "phone_numbers");
        List<String> digits = DIGITS.matcher(listed == null ? "" : listed)
                .results()
                .map(found -> found.group())
                .toList();
        SentCounts counts = call.world().sentCounts();
        ArrayNode points = counts.points(
                number -> number.waba() == waba && (digits.isEmpty() || digits.contains(number.digits())),
                from,
                to,
                slice);
        ObjectNode analytics = Json.object();
        ArrayNode numbers = analytics.putArray("phone_numbers");
        call.world().catalog().numbersOf(waba).stream()
                .map(number -> number.digits())
                .filter(number -> digits.isEmpty() || digits.contains(number))
                .forEach(numbers::add);
        analytics.put("granularity", granularity).set("data_points", points);
        account.set(NAME, analytics);
    }

    private static long seconds(String asked, String name) {
        String text = parameter(asked, name);
        if (text == null || !DIGITS.matcher(text).matches()) {
            throw new GraphRefused(GraphFailure.invalidParameter("The parameter " + name + " is required."));
        }
        return Long.parseLong(text);
    }

    private static @Nullable String parameter(String asked, String name) {
        Matcher matcher =
                Pattern.compile(NAME + "[^,]*?\\." + name + "\\(([^)]*)\\)").matcher(asked);
        return matcher.find() ? matcher.group(1) : null;
    }
}
