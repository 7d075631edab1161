package org.chasqui.messaging.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.platform.outgoing.Signer;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/** Checks what the inspector got as a customer should: recomputes the signature over what arrived. */
@ApplicationScoped
public class SignatureChecks {
    @Inject
    EndpointStore endpoints;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** What the signature of a request says. */
    public enum Verdict {
        /** It is that of an endpoint of the workspace with a secret that is valid now. */
        FITS,
        /** There is one, but of no secret that is valid now: an older secret, or somebody else. */
        OTHER,
        /** There is none. */
        MISSING
    }

    /**
     * The result for a request.
     *
     * @param webhookId the endpoint whose secret it is; null unless it fits
     */
    public record Check(Verdict verdict, @Nullable UUID webhookId) {}

    private record Signed(UUID webhookId, List<String> secrets) {}

    /** Checks requests, by their ids, in their order. */
    @Transactional
    public Map<UUID, Check> check(UUID workspaceId, List<Inspector.Kept> requests) {
        var now = clock.instant();
        var signers = endpoints.list(workspaceId).stream()
                .filter(Endpoint::isInspector)
                .map(endpoint -> new Signed(endpoint.id(), vault.secrets(endpoint, now)))
                .toList();
        var checks = new LinkedHashMap<UUID, Check>();
        requests.forEach(request -> checks.put(request.id(), check(signers, request)));
        return checks;
    }

    private static Check check(List<Signed> signers, Inspector.Kept request) {
        var headers = headers(request);
        var id = headers.path("webhook-id").asText();
        var at = time(headers.path("webhook-timestamp").asText());
        var given = headers.path("webhook-signature").asText();
        if (id.isEmpty() || at == null || given.isEmpty()) {
            return new Check(Verdict.MISSING, null);
        }
        var body = request.body().getBytes(StandardCharsets.UTF_8);
        for (var signer : signers) {
            for (var secret : signer.secrets()) {
                if (holds(given, Signer.signature(List.of(secret), id, at, body))) {
                    return new Check(Verdict.FITS, signer.webhookId());
                }
            }
        }
        return new Check(Verdict.OTHER, null);
    }

    private static boolean holds(String given, String wanted) {
        var wantedBytes = wanted.getBytes(StandardCharsets.UTF_8);
        return List.of(given.split(" ", -1)).stream()
                .anyMatch(one -> MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), wantedBytes));
    }

    private static JsonNode headers(Inspector.Kept request) {
        try {
            return Json.mapper().readTree(request.headers());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("headers that are no JSON", impossible);
        }
    }

    private static @Nullable Instant time(String seconds) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (NumberFormatException | DateTimeException nonsense) {
            return null;
        }
    }
}
