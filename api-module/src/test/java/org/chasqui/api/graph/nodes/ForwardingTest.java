package org.chasqui.api.graph.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.api.graph.MetaFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingTest {
    @Test
    void whatTheBodySaysAnewIsNotInTheQueryWhereNobodyHasCheckedIt() {
        var query = tree().put("fields", "owner_business{id}").put("limit", "5");
        var arguments = tree().put("fields", "id").put("limit", "5").put("pin", "123456");

        var question = Forwarding.question("POST", "v24.0", "/1", query, arguments);

        assertThat(question.query()).isEqualTo(tree().put("limit", "5"));
        assertThat(question.body()).isEqualTo(tree().put("fields", "id").put("pin", "123456"));
    }

    @Test
    void aDeletionHasItsBodyInTheQueryAsWell() {
        var question = Forwarding.question("DELETE", null, "/1", tree(), tree().put("name", "order"));

        assertThat(question.query()).isEqualTo(tree().put("name", "order"));
        assertThat(question.body()).isEqualTo(tree().put("name", "order"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"override_callback_uri", "webhook_configuration"})
    void nobodyLeadsMetasWebhooksAwayFromTheGateway(String name) {
        assertThatThrownBy(() -> OwnWebhooks.demandUntouched(tree().put(name, "https://example.com")))
                .isInstanceOf(MetaFailed.class);
        assertThatCode(() -> OwnWebhooks.demandUntouched(tree().put("pin", "123456")))
                .doesNotThrowAnyException();
    }

    @Test
    void theTokenIsShownNowhere() {
        var answer = tree().put("id", "1").put("url", "https://graph.facebook.com/v24.0/1/feed?access_token=EAAB");
        answer.putArray("list").add("EAAB").addObject().put("deep", "EAAB!");

        ShownTokens.hide(answer, "EAAB");

        assertThat(answer.toString()).doesNotContain("EAAB");
        assertThat(answer.path("id").asText()).isEqualTo("1");
        assertThat(answer.at("/list/1/deep").asText()).isEqualTo("***!");
    }

    private static ObjectNode tree() {
        return JsonNodeFactory.instance.objectNode();
    }
}
