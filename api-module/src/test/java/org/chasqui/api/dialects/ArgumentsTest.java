package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Json;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void takesNumbersForTextsAndTextsForNumbersAndSwitches() throws Exception {
        var given = given("""
                {"to":2348179803743,"lat":"6.556452","lng":3.2774487,"on":"true","off":0,"blank":" ","none":null}
                """);

        assertThat(given.text("to")).contains("2348179803743");
        assertThat(given.number("lat")).contains(new BigDecimal("6.556452"));
        assertThat(given.number("lng")).contains(new BigDecimal("3.2774487"));
        assertThat(given.flag("on")).contains(true);
        assertThat(given.flag("off")).contains(false);
        assertThat(given.text("blank")).isEmpty();
        assertThat(given.text("none")).isEmpty();
        assertThat(given.has("absent")).isFalse();
    }

    @Test
    void aWholeNumberIsNotCutToFit() throws Exception {
        var given = given("{\"three\":\"3\",\"also\":3.0,\"half\":2.5,\"wraps\":4294967297,\"huge\":\"1e999999999\"}");

        assertThat(given.wholeNumber("three")).contains(3);
        assertThat(given.wholeNumber("also")).contains(3);
        assertThat(given.wholeNumber("absent")).isEmpty();
        for (var name : List.of("half", "wraps", "huge")) {
            assertThatThrownBy(() -> given.wholeNumber(name))
                    .isInstanceOf(RequestFailed.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void findsObjectsThatStandAsJsonInAText() throws Exception {
        var given = given("""
                {"btndata":"{\\"text\\":\\"Hi\\"}","sections":["{\\"title\\":\\"A\\"}"],"one":{"title":"B"},"ids":"[\\"x\\",\\"y\\"]"}
                """);

        assertThat(given.object("btndata").text("text")).contains("Hi");
        assertThat(given.objects("sections").get(0).text("title")).contains("A");
        assertThat(given.objects("one").get(0).text("title")).contains("B");
        assertThat(given.texts("ids")).containsExactly("x", "y");
    }

    @Test
    void namesTheArgumentThatIsWrongByItsWholePath() throws Exception {
        var given = given("{\"msgdata\":{\"sections\":[{\"rows\":[7]}],\"on\":\"perhaps\"}}");

        assertThatThrownBy(
                        () -> given.object("msgdata").objects("sections").get(0).objects("rows"))
                .hasMessageContaining("msgdata.sections[0].rows[0]");
        assertThatThrownBy(() -> given.object("msgdata").flag("on")).hasMessageContaining("msgdata.on");
        assertThatThrownBy(() -> given.object("msgdata").number("on")).hasMessageContaining("msgdata.on");
        assertThatThrownBy(() -> given.text("msgdata")).hasMessageContaining("msgdata");
        assertThatThrownBy(() -> given.object("msgdata").demand("text")).hasMessageContaining("msgdata.text");
    }

    @Test
    void letsTheBodyWinWhereItSaysAnything() throws Exception {
        var query = given("{\"session_id\":\"of the query\",\"chatId\":\"1\",\"only\":\"here\"}");

        var both = query.overlaidWith(tree("{\"session_id\":\"\",\"chatId\":\"2\",\"flag\":false}"));

        assertThat(both.text("session_id")).contains("of the query");
        assertThat(both.text("chatId")).contains("2");
        assertThat(both.text("only")).contains("here");
        assertThat(both.flag("flag")).contains(false);
    }

    @Test
    void aNumberOfAThousandDigitsIsNone() throws Exception {
        assertThatThrownBy(
                        () -> given("{\"lat\":\"" + "1".repeat(1_000) + "\"}").number("lat"))
                .hasMessageContaining("lat");
    }

    private static Arguments given(String json) throws Exception {
        return Arguments.of(tree(json));
    }

    private static ObjectNode tree(String json) throws Exception {
        return (ObjectNode) Json.mapper().readTree(json);
    }
}
