package org.chasqui.messaging.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.chasqui.messaging.dispatch.MetaSchema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadReceiptsTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areAsMetaDescribesThem(boolean typing) {
        JsonNode body = new ObjectMapper().valueToTree(ReadReceipts.body("wamid.HBgL", typing));

        assertThat(MetaSchema.load().validateAs("MarkMessageRequestPayload", body))
                .isEmpty();
        assertThat(body.at("/typing_indicator/type").asText()).isEqualTo(typing ? "text" : "");
    }
}
