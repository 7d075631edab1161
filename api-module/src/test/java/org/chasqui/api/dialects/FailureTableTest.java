package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every failure through every dialect: a message is refused, and the client is told so in the words that it knows. A failure that
 * is new does not compile here before somebody has said what it is in each of them.
 */
class FailureTableTest {
    private static final String WHY = "must be as we say.";

    private final Cast cast = new Cast();
    private final List<Dialect> dialects = new Stage(cast.actors()).all(Dialect.class);

    /**
     * What a failure is called.
     *
     * @param graph HTTP status of the Graph API, with Meta's code behind it
     * @param dialog360 HTTP status of 360dialog and CBOT, with the codes of the Cloud API and of the On-Premises API behind it;
     *     0 for what the gateway itself has to say
     * @param botmaker HTTP status; 200 for what Botmaker tells later, by webhook
     * @param waabot HTTP status
     */
    private record Called(
            int graph, int graphCode, int dialog360, int cloudCode, int onPremiseCode, int botmaker, int waabot) {}

    private static Called called(FailureCode code) {
        return switch (code) {
            case MALFORMED_BODY, INVALID_REQUEST -> new Called(400, 100, 400, 100, 1009, 400, 400);
            case INVALID_API_KEY -> new Called(401, 190, 401, 0, 0, 401, 403);
            case TOKEN_EXPIRED -> new Called(401, 190, 401, 0, 0, 401, 401);
            case PERMISSION_DENIED -> new Called(403, 10, 403, 0, 0, 403, 403);
            case NOT_FOUND -> new Called(400, 100, 404, 100, 1006, 404, 404);
            case METHOD_NOT_ALLOWED -> new Called(400, 100, 405, 0, 0, 405, 405);
            case NOT_ACCEPTABLE -> new Called(400, 100, 406, 0, 0, 406, 406);
            case UNSUPPORTED_MEDIA_TYPE -> new Called(400, 131053, 400, 100, 1009, 415, 415);
            case PAYLOAD_TOO_LARGE -> new Called(400, 131053, 413, 100, 1009, 413, 413);
            case VALIDATION_FAILED -> new Called(400, 131009, 400, 131009, 1009, 400, 400);
            case CONFLICT, IDEMPOTENCY_CONFLICT -> new Called(400, 100, 409, 0, 0, 409, 409);
            case IDEMPOTENCY_IN_PROGRESS -> new Called(503, 2, 409, 0, 0, 409, 409);
            case RATE_LIMIT_EXCEEDED -> new Called(429, 4, 429, 0, 0, 429, 429);
            case BACKLOG_FULL -> new Called(429, 130429, 429, 130429, 1015, 429, 429);
            case OUTSIDE_SERVICE_WINDOW -> new Called(400, 131047, 400, 131047, 470, 200, 422);
            case RECIPIENT_OPTED_OUT -> new Called(400, 131050, 400, 131050, 1026, 200, 422);
            case TEMPLATE_NOT_FOUND -> new Called(404, 132001, 404, 132001, 2001, 400, 404);
            case TEMPLATE_NOT_APPROVED -> new Called(404, 132001, 404, 132001, 2001, 400, 409);
            case NUMBER_NOT_READY -> new Called(400, 133010, 400, 133010, 1011, 400, 401);
            case PROVIDER_REJECTED -> new Called(400, 100, 400, 100, 1009, 400, 400);
            case PROVIDER_ERROR, SERVICE_UNAVAILABLE -> new Called(503, 2, 503, 131016, 1016, 503, 503);
            case INTERNAL_ERROR -> new Called(500, 131000, 500, 131000, 1014, 500, 500);
        };
    }

    static Stream<Arguments> cells() {
        return Arrays.stream(FailureCode.values())
                .flatMap(code -> Arrays.stream(Way.values()).map(way -> Arguments.of(code, way)));
    }

    @ParameterizedTest(name = "{0} through {1}")
    @MethodSource("cells")
    void isToldInTheWordsOfTheDialect(FailureCode code, Way way) {
        cast.refuse(
                code == FailureCode.VALIDATION_FAILED
                        ? RequestFailed.invalid("to", WHY)
                        : new RequestFailed(code, "The message " + WHY));
        var called = called(code);

        var answer = send(way);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status(called, way));
        if (answer.status() == 200) {
            assertToldLater(way, called);
            return;
        }
        assertThat(answer.text()).contains(WHY);
        assertShape(way, called, answer.status(), answer.json());
        assertCanBeUsed(code, answer);
        assertShowsNothingOfUs(answer.text());
    }

    private static int status(Called called, Way way) {
        return switch (way) {
            case GRAPH -> called.graph();
            case DIALOG360, ON_PREMISE -> called.dialog360();
            case BOTMAKER -> called.botmaker();
            case WAABOT -> called.waabot();
        };
    }

    private static void assertShape(Way way, Called called, int status, JsonNode body) {
        switch (way) {
            case GRAPH -> assertIsOfMeta(body, called.graphCode());
            case DIALOG360 -> {
                if (called.cloudCode() == 0) {
                    assertIsOfTheGateway(body, status);
                } else {
                    assertIsOfMeta(body, called.cloudCode());
                }
            }
            case ON_PREMISE -> {
                if (called.onPremiseCode() == 0) {
                    assertIsOfTheGateway(body, status);
                } else {
                    assertThat(body.at("/errors/0/code").intValue()).isEqualTo(called.onPremiseCode());
                    assertThat(body.at("/errors/0/title").asText()).isNotEmpty();
                    assertThat(body.at("/errors/0/details").asText()).contains(WHY);
                    assertThat(body.at("/meta/http_code").intValue()).isEqualTo(status);
                }
            }
            case BOTMAKER -> {
                assertThat(body.get("errors")).hasSize(1);
                assertThat(body.at("/errors/0").has("source")).isTrue();
                assertThat(body.at("/errors/0/type").asText()).isNotEmpty();
                assertThat(body.at("/errors/0/message").asText()).contains(WHY);
            }
            case WAABOT -> {
                assertThat(body.get("status").booleanValue()).isFalse();
                assertThat(body.get("error").booleanValue()).isTrue();
                assertThat(body.get("code").intValue()).isEqualTo(status);
                assertThat(body.get("message").asText()).contains(WHY);
            }
        }
    }

    private static void assertIsOfMeta(JsonNode body, int code) {
        var error = body.get("error");
        assertThat(error.get("code").intValue()).isEqualTo(code);
        assertThat(error.get("type").asText()).isIn("OAuthException", "GraphMethodException");
        assertThat(error.get("message").asText()).isNotEmpty();
    }

    private static void assertIsOfTheGateway(JsonNode body, int status) {
        assertThat(body.get("error").isTextual()).isTrue();
        assertThat(body.at("/meta/success").booleanValue()).isFalse();
        assertThat(body.at("/meta/httpCode").intValue()).isEqualTo(status);
        assertThat(body.at("/meta/http_code").intValue()).isEqualTo(status);
        assertThat(body.at("/meta/developer_message").asText())
                .isEqualTo(body.at("/meta/developerMessage").asText());
    }

    /** Botmaker's clients have an answer by then; what they can do about it comes by webhook, with Meta's code. */
    private void assertToldLater(Way way, Called called) {
        assertThat(way).isEqualTo(Way.BOTMAKER);
        assertThat(cast.takeResults()).singleElement().satisfies(result -> {
            assertThat(result.code()).isEqualTo(called.cloudCode());
            assertThat(result.errors().toString()).contains(WHY);
        });
    }

    /** A program has to know whether to come again, and when. */
    private static void assertCanBeUsed(FailureCode code, Exchange answer) {
        if (code.isRetryable()) {
            assertThat(answer.status())
                    .satisfiesAnyOf(
                            status -> assertThat(status).isIn(409, 429),
                            status -> assertThat(status).isBetween(500, 503));
            assertThat(answer.headers().get("Retry-After")).matches("[1-9][0-9]*");
        } else {
            assertThat(answer.status()).as("not to be tried again").isBetween(400, 499);
            assertThat(answer.headers()).doesNotContainKey("Retry-After");
        }
        assertThat(answer.headers()).containsKey("X-Request-Id").containsEntry("Cache-Control", "no-store");
        assertThat(answer.headers().get("Content-Type")).startsWith("application/json");
    }

    private static void assertShowsNothingOfUs(String text) {
        assertThat(text.replace("OAuthException", "").replace("GraphMethodException", ""))
                .doesNotContain("org.chasqui", "java.", "Exception", "\\tat ", "postgres");
    }

    @ParameterizedTest
    @EnumSource
    void whatBreaksIsNotShown(Way way) {
        cast.refuse(new IllegalStateException("jdbc:postgresql://10.0.0.7/chasqui"));

        var answer = send(way);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains(answer.headers().get("X-Request-Id")).doesNotContain("10.0.0.7");
        assertThat(answer.headers()).containsKey("Retry-After");
        assertShowsNothingOfUs(answer.text());
    }

    @ParameterizedTest
    @EnumSource
    void dialectsThatSendNothingWordEachFailureToo(FailureCode code) {
        assertThat(dialects)
                .filteredOn(dialect -> Way.SILENT.contains(dialect.getClass().getSimpleName()))
                .hasSameSizeAs(Way.SILENT)
                .allSatisfy(dialect -> {
                    var answer = dialect.refusal(new RequestFailed(code, "The message " + WHY));
                    assertThat(answer.status()).isEqualTo(called(code).dialog360());
                    var text = new String(answer.body(), StandardCharsets.UTF_8);
                    assertThat(text).contains(WHY);
                    assertShowsNothingOfUs(text);
                });
    }

    private Exchange send(Way way) {
        return way.exchange().post(dialects, path(way), body(way));
    }

    private static String path(Way way) {
        return switch (way) {
            case GRAPH -> "/graph/v24.0/" + Cast.NUMBER + "/messages";
            case DIALOG360 -> "/messages";
            case ON_PREMISE -> "/onprem/v1/messages";
            case BOTMAKER -> "/v2.0/chats-actions/send-messages";
            case WAABOT -> "/whatsapp/message";
        };
    }

    private static ObjectNode body(Way way) {
        var body = JsonNodeFactory.instance.objectNode();
        switch (way) {
            case GRAPH, DIALOG360, ON_PREMISE -> {
                if (way != Way.ON_PREMISE) {
                    body.put("messaging_product", "whatsapp");
                }
                body.put("to", Cast.PERSON)
                        .put("type", "text")
                        .putObject("text")
                        .put("body", "Hello");
            }
            case BOTMAKER -> {
                body.putObject("chat").put("channelId", Cast.CHANNEL).put("contactId", Cast.PERSON);
                body.putArray("messages").addObject().put("text", "Hello");
            }
            case WAABOT -> body.put("chatId", Cast.PERSON).put("message", "Hello");
        }
        return body;
    }
}
