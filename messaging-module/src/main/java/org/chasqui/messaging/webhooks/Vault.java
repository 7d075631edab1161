package org.chasqui.messaging.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.chasqui.platform.rest.Json;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.jspecify.annotations.Nullable;

/** Seals what must not be readable in the database, each for its own column of its own row. */
@ApplicationScoped
class Vault {
    private static final String TABLE = "msg_webhook";
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    @Inject
    Keyring keyring;

    String sealSecret(UUID id, String secret) {
        return keyring.box().seal(secret, place(id, "secret"));
    }

    /** The current secret, sealed anew for the column of the previous one. */
    String sealAsPrevious(Endpoint endpoint) {
        var secret = keyring.box().open(endpoint.sealedSecret(), place(endpoint.id(), "secret"));
        return keyring.box().seal(secret, place(endpoint.id(), "previous_secret"));
    }

    /** The secrets to sign with at a time: the current one first. */
    List<String> secrets(Endpoint endpoint, Instant now) {
        var secrets = new ArrayList<String>();
        secrets.add(keyring.box().open(endpoint.sealedSecret(), place(endpoint.id(), "secret")));
        var previous = endpoint.sealedPrevious();
        if (previous != null && endpoint.previousUntil() != null && now.isBefore(endpoint.previousUntil())) {
            secrets.add(keyring.box().open(previous, place(endpoint.id(), "previous_secret")));
        }
        return secrets;
    }

    @Nullable
    String sealHeaders(UUID id, Map<String, String> headers) {
        try {
            return headers.isEmpty()
                    ? null
                    : keyring.box().seal(Json.mapper().writeValueAsString(headers), place(id, "headers"));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("headers that are no texts", impossible);
        }
    }

    Map<String, String> headers(Endpoint endpoint) {
        if (endpoint.sealedHeaders() == null) {
            return Map.of();
        }
        try {
            var text = keyring.box().open(endpoint.sealedHeaders(), place(endpoint.id(), "headers"));
            return Json.mapper().readValue(text, HEADERS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("sealed headers that are no JSON", impossible);
        }
    }

    /** Whether anything of an endpoint is sealed with an older key. */
    boolean isOutdated(Endpoint endpoint) {
        return Stream.of(endpoint.sealedSecret(), endpoint.sealedPrevious(), endpoint.sealedHeaders())
                .anyMatch(text -> text != null && keyring.box().isOutdated(text));
    }

    /** The endpoint with everything sealed with the current key. */
    Endpoint renewed(Endpoint endpoint) {
        var id = endpoint.id();
        return endpoint.sealed(
                keyring.box()
                        .seal(keyring.box().open(endpoint.sealedSecret(), place(id, "secret")), place(id, "secret")),
                renewed(endpoint.sealedPrevious(), place(id, "previous_secret")),
                renewed(endpoint.sealedHeaders(), place(id, "headers")));
    }

    private @Nullable String renewed(@Nullable String sealed, SecretBox.Place place) {
        return sealed == null ? null : keyring.box().seal(keyring.box().open(sealed, place), place);
    }

    private static SecretBox.Place place(UUID id, String column) {
        return new SecretBox.Place(TABLE, column, id);
    }
}
