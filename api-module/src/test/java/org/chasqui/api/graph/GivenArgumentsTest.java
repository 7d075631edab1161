package org.chasqui.api.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.api.dialects.Arguments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenArgumentsTest {
    @Test
    void whoCallsAndHowTheAnswerIsPrintedAreNoArguments() {
        var read = read(tree().put("access_token", "cm_secret")
                .put("appsecret_proof", "x")
                .put("format", "json")
                .put("name", "order"));

        assertThat(read).isEqualTo(tree().put("name", "order"));
    }

    @Test
    void inAQueryOrAFormATextMayStandForAnObjectOrAList() {
        var read = read(tree().put("text", " {\"body\":\"Hi\"}")
                .put("users", "[1,2]")
                .put("to", "+14155550101")
                .put("broken", "{no json"));

        assertThat(read.at("/text/body").asText()).isEqualTo("Hi");
        assertThat(read.path("users")).hasSize(2);
        assertThat(read.path("to").asText()).isEqualTo("+14155550101");
        assertThat(read.path("broken").asText()).isEqualTo("{no json");
    }

    @Test
    void inJsonATextIsAText() {
        var given = tree().put("library_template_button_inputs", "[{\"type\":\"URL\"}]");

        assertThat(GivenArguments.read(Arguments.of(given), name -> false)).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"method", "ids", "id", "batch", "metadata", "Method", " method", "method\0x"})
    void nothingMakesAnotherCallOfIt(String name) {
        assertThatThrownBy(() -> read(tree().put(name, "delete"))).isInstanceOf(MetaFailed.class);
    }

    private static ObjectNode read(ObjectNode given) {
        return GivenArguments.read(Arguments.of(given), name -> true);
    }

    private static ObjectNode tree() {
        return JsonNodeFactory.instance.objectNode();
    }
}
