package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ValidationMessage;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.messaging.content.Samples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What we post is what Meta's OpenAPI description asks for. */
class GraphPayloadTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final MetaSchema META = MetaSchema.load();
    private static final String MARK = "01890a5d-ac96-774b-bcce-b302099a8057.1";

    /** Kinds that Meta's pages have and its description of v23 has not, with the only place where they may differ. */
    private static final Map<String, String> BEYOND = Map.ofEntries(
            Map.entry("interactive cta_url", "$.interactive."),
            Map.entry("interactive location_request_message", "$.interactive."),
            Map.entry("interactive address_message", "$.interactive."),
            Map.entry("interactive voice_call", "$.interactive."),
            Map.entry("interactive request_contact_info", "$.interactive."),
            Map.entry("interactive carousel", "$.interactive."),
            Map.entry("template copy code", "$.template.components[0]."),
            Map.entry("template flow button", "$.template.components[0]."),
            Map.entry("template mpm button", "$.template.components[0]."),
            Map.entry("template offer", "$.template.components[0]."),
            Map.entry("template voice call button", "$.template.components[0]."),
            Map.entry("template order details button", "$.template.components[0]."),
            Map.entry("template order status", "$.template.components[0]."),
            Map.entry("template tap target", "$.template.components[0]."),
            Map.entry("template carousel", "$.template.components[0]."));

    @TestFactory
    Stream<DynamicTest> everyTypeIsAsMetaDescribesIt() {
        return Samples.all().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(),
                        () -> assertValid(sample.getKey(), payload(sample.getKey(), sample.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> theDescriptionRefusesWhatIsNotInIt() {
        return Samples.all().entrySet().stream()
                .filter(sample -> !Samples.typeOf(sample.getKey()).equals("template"))
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    var payload = (ObjectNode) payload(sample.getKey(), sample.getValue());
                    payload.put("colour", "red");
                    assertThat(META.validate(Samples.typeOf(sample.getKey()), payload))
                            .anyMatch(message -> message.getMessage().contains("colour"));
                }));
    }

    @Test
    void aReplyNamesItsMessage() throws JsonProcessingException {
        var payload =
                MAPPER.readTree(GraphPayload.of("5511955501234", "text", "{\"body\":\"Hi\"}", "wamid.HBgL", MARK));

        assertThat(payload.at("/context/message_id").asText()).isEqualTo("wamid.HBgL");
        assertThat(META.validate("text", payload)).isEmpty();
    }

    @Test
    void aBusinessScopedUserIdGoesOutAsRecipient() throws JsonProcessingException {
        var payload =
                MAPPER.readTree(GraphPayload.of("US.13491208655302741918", "text", "{\"body\":\"Hi\"}", null, MARK));

        assertThat(payload.path("recipient").asText()).isEqualTo("US.13491208655302741918");
        assertThat(payload.has("to")).isFalse();
    }

    private static void assertValid(String sample, JsonNode payload) {
        var messages = META.validate(Samples.typeOf(sample), payload);
        var place = BEYOND.get(sample);
        if (place == null) {
            assertThat(messages).isEmpty();
        } else {
            assertThat(messages).isNotEmpty().allMatch(message -> isAt(message, place));
        }
    }

    private static boolean isAt(ValidationMessage message, String place) {
        // A member that is not valid counts as one that the description does not know.
        return (message.getInstanceLocation() + ".").startsWith(place)
                || message.getMessage().contains("'interactive' is not evaluated");
    }

    private static JsonNode payload(String sample, JsonNode content) {
        try {
            return MAPPER.readTree(
                    GraphPayload.of("5511955501234", Samples.typeOf(sample), content.toString(), null, MARK));
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException(ours);
        }
    }
}
