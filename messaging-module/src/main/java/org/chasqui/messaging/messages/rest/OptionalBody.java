package org.chasqui.messaging.messages.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.chasqui.platform.rest.Json;
import org.chasqui.platform.rest.JsonFailures;

/** A body that may be left out, which the JSON provider would not allow. */
final class OptionalBody {
    private OptionalBody() {}

    static <T> Optional<T> read(byte[] raw, Class<T> type) {
        if (raw.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Json.mapper().readValue(raw, type));
        } catch (JsonProcessingException other) {
            throw JsonFailures.of(other);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }
}
