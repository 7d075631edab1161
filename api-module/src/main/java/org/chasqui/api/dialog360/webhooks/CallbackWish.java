package org.chasqui.api.dialog360.webhooks;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialog360.Style;
import org.chasqui.platform.failure.RequestFailed;

/**
 * What somebody wants of a callback.
 *
 * @param headers to send along with each notification
 * @param format how notifications look; empty to go by the base URL
 */
public record CallbackWish(String url, Map<String, String> headers, Optional<Style> format) {
    /** Reads {@code {url, headers?, payload_format?}}; the last is ours. */
    static CallbackWish read(Arguments given) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        var own = given.object("headers");
        own.names().forEach(name -> own.text(name).ifPresent(value -> headers.put(name, value)));
        // Notifications are JSON and say so.
        headers.remove("Content-Type");
        return new CallbackWish(
                given.demand("url").strip(),
                headers,
                given.text("payload_format").map(CallbackWish::format));
    }

    private static Style format(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "cloud" -> Style.CLOUD;
            case "onprem", "on-premise", "on_premise" -> Style.ON_PREMISE;
            default -> throw RequestFailed.invalid("payload_format", "must be cloud or onprem.");
        };
    }
}
