package org.chasqui.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.FieldError;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFailuresTest {
    enum Colour {
        RED,
        GREEN
    }

    record Inner(String name, int count) {}

    record Body(
            String phoneNumberId, List<Inner> components, Instant sentAt, Boolean enabled, UUID id, Colour colour) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"phone_number_id\":{}} | phone_number_id | must be a text.",
                "{\"phone_number_id\":true} | phone_number_id | must be a text.",
                "{\"phone_number_id\":5.5} | phone_number_id | must be a text.",
                "{\"components\":{}} | components | must be an array.",
                "{\"components\":[{\"name\":\"a\"},{\"count\":\"x\"}]} | components[1].count | must be a number.",
                "{\"components\":[1]} | components[0] | must be an object.",
                "{\"sent_at\":\"soon\"} | sent_at | must be a time in ISO-8601, for example 2026-12-31T23:59:59Z.",
                "{\"enabled\":\"yes\"} | enabled | must be true or false.",
                "{\"id\":\"1\"} | id | must be a UUID.",
                "{\"colour\":\"blue\"} | colour | must be one of red, green.",
                "{\"components\":[{\"nam\":1}]} | components[0].nam | is not known here; known are count, name.",
                "[] | body | must be an object.",
                "\"text\" | body | must be an object."
            })
    void nameTheFieldAsTheClientWroteIt(String json, String field, String message) {
        var refusal = refusal(json);

        assertThat(refusal.code()).isEqualTo(FailureCode.VALIDATION_FAILED);
        assertThat(refusal.fields()).containsExactly(new FieldError(field, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | line 1",
                "{\"a\" | line 1",
                "{\"phone_number_id\":tru} | line 1",
                "{\"components\":[{\"name\":} | line 1",
                "{} {} | JSON",
                "{\"enabled\":true,\"enabled\":false} | twice"
            })
    void callWhatIsNoJsonMalformed(String json, String hint) {
        var refusal = refusal(json);

        assertThat(refusal.code()).as(json).isIn(FailureCode.MALFORMED_BODY, FailureCode.VALIDATION_FAILED);
        assertThat(refusal).hasMessageNotContaining("org.chasqui").hasMessageNotContaining("com.fasterxml");
        if (refusal.code() == FailureCode.MALFORMED_BODY) {
            assertThat(refusal).hasMessageContaining(hint);
        }
    }

    @Test
    void areNotMadeOfAnIdWithoutQuotes() throws Exception {
        assertThat(Json.mapper()
                        .readValue("{\"phone_number_id\":106540352242922}", Body.class)
                        .phoneNumberId())
                .isEqualTo("106540352242922");
    }

    @Test
    void stopAtSixtyFourLevels() {
        var deep = "{\"components\":" + "[".repeat(100) + "]".repeat(100) + "}";
        var tree = catchThrowableOfType(
                JsonProcessingException.class, () -> Json.mapper().readTree(deep));

        assertThat(JsonFailures.of(tree).code()).isEqualTo(FailureCode.MALFORMED_BODY);
    }

    @Property(tries = 500)
    void neverThrowAndNeverTellOurClasses(@ForAll String text) {
        try {
            Json.mapper().readValue(text, Body.class);
        } catch (JsonProcessingException failure) {
            assertThat(JsonFailures.of(failure)).hasMessageNotContaining("chasqui");
        }
    }

    private static RequestFailed refusal(String json) {
        return JsonFailures.of(catchThrowableOfType(
                JsonProcessingException.class, () -> Json.mapper().readValue(json, Body.class)));
    }
}
