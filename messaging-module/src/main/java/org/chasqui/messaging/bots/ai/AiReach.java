package org.chasqui.messaging.bots.ai;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chasqui.platform.config.StartRefused;
import org.chasqui.platform.outgoing.OutgoingClient;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses of AIs may be called: those of the public internet as for webhooks, and those that the operator has named in
 * {@code chasqui.ai.own-endpoints}, because a model often runs beside Chasqui.
 */
@ApplicationScoped
public class AiReach {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9:/._~\\[\\]-]+");
    private static final Pattern LEADS_UP = Pattern.compile("/\\.{1,2}(/|$)");

    private List<String> own = List.of();
    private OutgoingClient everywhere;
    private @Nullable OutgoingClient atHome;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected AiReach() {}

    @Inject
    AiReach(
            OutgoingClient everywhere,
            @ConfigProperty(name = "chasqui.ai.own-endpoints") Optional<String> ownEndpoints) {
        this.everywhere = everywhere;
        own = ownEndpoints.map(AiReach::endpoints).orElse(List.of());
        atHome = own.isEmpty() ? null : everywhere.forOwnNetwork();
    }

    /**
     * Checks an address that somebody wants to give a bot.
     *
     * @throws org.chasqui.platform.outgoing.UrlRefused with the reason
     */
    public void check(String baseUrl) {
        clientFor(baseUrl).check(baseUrl);
    }

    OutgoingClient clientFor(String baseUrl) {
        return atHome != null && own.stream().anyMatch(endpoint -> isBelow(baseUrl, endpoint)) ? atHome : everywhere;
    }

    /** An address that was checked when it was entered, by now perhaps under other rules. */
    static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException malformed) {
            throw new NoAnswer(Trouble.ADDRESS_REFUSED, "it is no address");
        }
    }

    /** Also a path that looks like it and leads somewhere else is none. */
    private static boolean isBelow(String baseUrl, String endpoint) {
        return (baseUrl.equals(endpoint) || baseUrl.startsWith(endpoint + "/"))
                && PLAIN.matcher(baseUrl).matches()
                && !LEADS_UP.matcher(baseUrl).find();
    }

    private static List<String> endpoints(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .map(AiReach::endpoint)
                .toList();
    }

    private static String endpoint(String text) {
        try {
            var uri = URI.create(text);
            if (uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                return text.replaceFirst("/+$", "");
            }
        } catch (IllegalArgumentException malformed) {
            // Falls through to the same sentence.
        }
        throw new StartRefused(
                "chasqui.ai.own-endpoints must be addresses such as http://ollama:11434/v1, not \"" + text + "\".");
    }

    @PreDestroy
    void close() {
        if (atHome != null) {
            atHome.close();
        }
    }
}
