package org.chasqui.api.graph.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.notices.Notices;
import org.chasqui.messaging.events.EventView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the samples of Meta's documentation. */
class OtherFieldsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant AT = Instant.ofEpochSecond(1_751_247_548);

    private static final String ENVELOPE = """
            {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","time":1751247548,
             "changes":[{"field":"%s","value":%s}]}]}""";

    private static final String TEMPLATE = """
            {"template_id":"0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","meta_id":"1689556908129832","waba_id":"102290129340398",
             "name":"order_confirmation","language":"en_US",%s}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status   | "status":"APPROVED","category":"UTILITY" | message_template_status_update | "event":"APPROVED","reason":"NONE","message_template_category":"UTILITY"
            status   | "status":"REJECTED","category":"MARKETING","reason":"INVALID_FORMAT" | message_template_status_update | "event":"REJECTED","reason":"INVALID_FORMAT","message_template_category":"MARKETING"
            quality  | "quality":"YELLOW","previous_quality":"GREEN" | message_template_quality_update | "previous_quality_score":"GREEN","new_quality_score":"YELLOW"
            category | "category":"MARKETING","previous_category":"UTILITY" | template_category_update | "new_category":"MARKETING","previous_category":"UTILITY"
            category | "category":"UTILITY","next_category":"MARKETING" | template_category_update | "new_category":"UTILITY","correct_category":"MARKETING"
            """)
    void whatMetaDecidesAboutATemplateIsToldInItsWords(String what, String data, String field, String value) {
        var told = told("template." + what, TEMPLATE.formatted(data));

        var expected = "{" + value + ",\"message_template_id\":1689556908129832,"
                + "\"message_template_name\":\"order_confirmation\",\"message_template_language\":\"en_US\"}";
        assertThat(told).contains(tree(ENVELOPE.formatted(field, expected)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"account.update", "number.status", "number.quality", "number.limit", "number.name"})
    void whatMetaToldOfAccountsAndNumbersGoesOnWordForWord(String type) {
        var value = "{\"event\":\"DISABLED_UPDATE\",\"ban_info\":{\"waba_ban_state\":\"REINSTATE\"}}";

        var told = told(
                type,
                "{\"field\":\"account_update\",\"waba_id\":\"102290129340398\",\"what\":\"status\",\"value\":" + value
                        + "}");

        assertThat(told).contains(tree(ENVELOPE.formatted("account_update", value)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number.status      | {"what":"status","before":"CONNECTED","after":"OFFLINE","source":"check"}
            account.update     | {"field":"access_token","waba_id":"1","value":{"days":14}}
            campaign.started   | {"id":"1"}
            message.accepted   | {"id":"1"}
            contact.opt_out    | {"phone":"+14155550100"}
            """)
    void whatMetaWouldNotHaveToldIsNotTold(String type, String data) {
        assertThat(told(type, data)).isEmpty();
    }

    @Test
    void theSampleIsThatOfMetasDashboard() {
        var sample = SampleMessage.envelope();

        assertThat(sample.at("/entry/0/changes/0/field").asText()).isEqualTo("messages");
        assertThat(sample.at("/entry/0/changes/0/value/messages/0/text/body").asText())
                .isEqualTo("this is a text message");
        assertThat(sample.at("/entry/0").has("time")).isFalse();
    }

    private static Optional<JsonNode> told(String type, String data) {
        var event = new EventView(new UUID(0, 1), type, AT, new UUID(0, 2), null, data);
        // As it is posted: what was put together in Java has longs where Jackson reads ints.
        return OtherFields.of(event, Notices.data(event)).map(body -> tree(body.toString()));
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }
}
