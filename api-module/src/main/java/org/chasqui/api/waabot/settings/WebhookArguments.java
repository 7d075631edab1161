package org.chasqui.api.waabot.settings;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.messaging.webhooks.Wording;
import org.chasqui.platform.failure.RequestFailed;

/**
 * What setWebhook was asked for.
 *
 * @param url where to post; empty to leave it as it is
 * @param isRemoval whether there shall be no endpoint any more: an empty address was named
 * @param events what to tell, in the words of setWebhook; empty to leave it as it is
 * @param headers headers to send along, that of {@code requestConfig.auth} among them; empty to leave them as they are
 * @param wording how to tell it; counts for a new endpoint, or when headers are named
 */
public record WebhookArguments(
        Optional<String> url,
        boolean isRemoval,
        List<WaabotEvent> events,
        Optional<TreeMap<String, String>> headers,
        Wording wording) {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final BigDecimal SHORTEST_MILLIS = BigDecimal.valueOf(100);

    /** Reads the arguments; what axios knows beside these ({@code proxy}, {@code maxRedirects} and so on) is ignored. */
    public static WebhookArguments read(Arguments given) {
        var name = given.names("webhook_url") ? "webhook_url" : given.names("webhookUrl") ? "webhookUrl" : "url";
        var config = given.object("requestConfig");
        var url = given.text(name).map(String::strip).map(address -> withParameters(address, config.object("params")));
        return new WebhookArguments(
                url,
                given.names(name) && url.isEmpty(),
                events(given),
                given.has("requestConfig") ? Optional.of(headers(config)) : Optional.empty(),
                new Wording(WaabotEvent.FORMAT, timeout(config).orElse(null)));
    }

    private static List<WaabotEvent> events(Arguments given) {
        var events = new ArrayList<WaabotEvent>();
        for (var name : given.texts("events")) {
            WaabotEvent.parse(name).filter(event -> !events.contains(event)).ifPresent(events::add);
        }
        return events;
    }

    private static TreeMap<String, String> headers(Arguments config) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        var own = config.object("headers");
        own.names().forEach(name -> own.text(name).ifPresent(value -> headers.put(name, value)));
        // axios sends JSON and says so; so do we.
        headers.remove("Content-Type");
        var auth = config.object("auth");
        auth.text("username")
                .ifPresent(user -> headers.put(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((user + ":"
                                                        + auth.text("password").orElse(""))
                                                .getBytes(StandardCharsets.UTF_8))));
        return headers;
    }

    /** Milliseconds, as axios has them; nought means as long as usual. */
    private static Optional<Duration> timeout(Arguments config) {
        return config.number("timeout").filter(millis -> millis.signum() != 0).map(millis -> {
            // Compared as it was written: 4294972296 is no five seconds, although its int is 5000.
            if (millis.compareTo(SHORTEST_MILLIS) < 0 || millis.compareTo(BigDecimal.valueOf(LONGEST.toMillis())) > 0) {
                throw RequestFailed.invalid(
                        config.path("timeout"),
                        "must be from " + SHORTEST_MILLIS + " to " + LONGEST.toMillis() + " milliseconds.");
            }
            return Duration.ofMillis(millis.intValue());
        });
    }

    private static String withParameters(String address, Arguments parameters) {
        var url = new StringBuilder(address);
        for (var name : parameters.names()) {
            url.append(url.indexOf("?") < 0 ? '?' : '&')
                    .append(encoded(name))
                    .append('=')
                    .append(encoded(parameters.text(name).orElse("")));
        }
        return url.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
