package org.chasqui.api.waabot.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.rest.Json;
import org.junit.jupiter.api.Test;

class ButtonMappingTest {
    private static final String SEED = """
            {"text":"title Head","buttons":[
              {"type":"replyButton","title":"Reply this text (REPLY)"},
              {"type":"urlButton","title":"Click me (URL)","payload":"https://google.com"},
              {"type":"callButton","title":"Click to call (CALL)","payload":"918788889688"}],
             "footerText":"title footer"}
            """;

    @Test
    @Covers("S1-34")
    void theSeedsMixedButtonsAreAReplyButtonAndTwoLines() throws Exception {
        var mapped = map(SEED);

        var message = mapped.part().content();
        assertThat(mapped.part().type()).isEqualTo("interactive");
        assertThat(message.path("type").asText()).isEqualTo("button");
        assertThat(message.at("/body/text").asText())
                .isEqualTo("title Head\n\nClick me (URL): https://google.com\nClick to call (CALL): +918788889688");
        assertThat(message.at("/footer/text").asText()).isEqualTo("title footer");
        assertThat(message.at("/action/buttons")).hasSize(1);
        assertThat(message.at("/action/buttons/0/reply/title").asText()).isEqualTo("Reply this text (RE…");
        assertThat(message.at("/action/buttons/0/reply/id").asText()).isEqualTo("Reply this text (REPLY)");
        assertThat(mapped.warnings()).hasSize(2);
    }

    @Test
    @Covers("S1-37")
    void aPictureStandsAboveTheButtons() throws Exception {
        var mapped = map("""
                {"text":"Title of Message","buttons":[{"type":"replyButton","title":"this button reply"},
                  {"type":"callButton","title":"this button calls","payload":"91999999999"}],
                 "footerText":"Footer text","image":"https://picsum.photos/536/354","mediaType":"image",
                 "mimeType":"image/jpeg"}
                """);

        var message = mapped.part().content();
        assertThat(message.at("/header/type").asText()).isEqualTo("image");
        assertThat(message.at("/header/image/link").asText()).isEqualTo("https://picsum.photos/536/354");
        assertThat(message.at("/body/text").asText()).endsWith("this button calls: +91999999999");
    }

    @Test
    void oneButtonWithAnAddressIsOne() throws Exception {
        var mapped = map("""
                {"text":"Shop","buttons":[{"type":"urlButton","title":"Open the shop now please","payload":"https://a.example/b"}]}
                """);

        assertThat(mapped.part().content().path("type").asText()).isEqualTo("cta_url");
        assertThat(mapped.part().content().at("/action/parameters/url").asText())
                .isEqualTo("https://a.example/b");
        assertThat(mapped.part().content().at("/action/parameters/display_text").asText())
                .hasSize(20);
    }

    @Test
    void severalAddressesAreLinesOfATextOrOfACaption() throws Exception {
        var buttons = "\"buttons\":[{\"type\":\"urlButton\",\"title\":\"A\",\"payload\":\"https://a.example\"},"
                + "{\"type\":\"callButton\",\"title\":\"B\",\"payload\":\"+91 999 999 99 99\"}]";

        var plain = map("{\"text\":\"T\",\"footerText\":\"F\"," + buttons + "}");
        var film =
                map("{\"text\":\"T\",\"image\":\"https://a.example/f.mp4\",\"mediaType\":\"video\"," + buttons + "}");

        assertThat(plain.part().type()).isEqualTo("text");
        assertThat(plain.part().content().path("body").asText())
                .isEqualTo("T\n\nA: https://a.example\nB: +919999999999\n\nF");
        assertThat(film.part().type()).isEqualTo("video");
        assertThat(film.part().content().path("caption").asText()).contains("B: +919999999999");
    }

    @Test
    void fourRepliesAreAListAndElevenAreTooMany() throws Exception {
        var four = map(replies(4));

        assertThat(four.part().content().path("type").asText()).isEqualTo("list");
        assertThat(four.part().content().at("/action/sections/0/rows")).hasSize(4);
        assertThat(four.warnings()).anyMatch(warning -> warning.contains("list"));
        assertThatThrownBy(() -> map(replies(11))).hasMessageContaining("at most 10");
    }

    @Test
    void whatLeadsNowhereIsRefused() {
        assertThatThrownBy(() -> map("{\"text\":\"T\"}")).hasMessageContaining("btndata.buttons");
        assertThatThrownBy(() -> map("{\"text\":\"\",\"buttons\":[{\"title\":\"A\"}]}"))
                .hasMessageContaining("btndata.text");
        assertThatThrownBy(() -> map("{\"text\":\"T\",\"buttons\":[{\"type\":\"urlButton\",\"title\":\"A\","
                        + "\"payload\":\"javascript:alert(1)\"}]}"))
                .hasMessageContaining("btndata.buttons[0].payload");
        assertThatThrownBy(() -> map("{\"text\":\"T\",\"buttons\":[{\"type\":\"quick\",\"title\":\"A\"}]}"))
                .hasMessageContaining("btndata.buttons[0].type");
    }

    /** The check against Meta's limits is part of the mapping: whatever comes out has passed it. */
    @Property(tries = 500)
    void whateverIsAskedForFitsIntoMetasLimitsAndLosesNothing(@ForAll("buttons") ObjectNode btndata) {
        var mapped = ButtonMapping.of(Arguments.of(btndata));

        var all = mapped.part().content().toString();
        for (var button : btndata.path("buttons")) {
            if (!button.path("type").asText().equals("replyButton")) {
                assertThat(all).contains(button.path("payload").asText());
            }
        }
        assertDistinct(mapped.part().content().at("/action/buttons"), "/reply/id");
        assertDistinct(mapped.part().content().at("/action/buttons"), "/reply/title");
        assertDistinct(mapped.part().content().at("/action/sections/0/rows"), "/id");
    }

    @Provide
    static Arbitrary<ObjectNode> buttons() {
        Arbitrary<String> words = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(60);
        Arbitrary<String> type = Arbitraries.of("replyButton", "urlButton", "callButton");
        Arbitrary<ObjectNode> button = Combinators.combine(words, type).as((title, kind) -> {
            var made = JsonNodeFactory.instance.objectNode().put("type", kind).put("title", title);
            return kind.equals("replyButton")
                    ? made
                    : made.put("payload", kind.equals("urlButton") ? "https://a.example/" + title : "918788889688");
        });
        Arbitrary<List<ObjectNode>> several = button.list().ofMinSize(1).ofMaxSize(6);
        return Combinators.combine(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5_000), several, words)
                .as((text, list, footer) -> {
                    var data = JsonNodeFactory.instance
                            .objectNode()
                            .put("text", text)
                            .put("footerText", footer + footer);
                    list.forEach(data.putArray("buttons")::add);
                    return data;
                });
    }

    private static void assertDistinct(JsonNode items, String pointer) {
        var seen = new HashSet<String>();
        items.forEach(item -> assertThat(seen.add(item.at(pointer).asText())).isTrue());
    }

    private static String replies(int many) {
        var buttons = new StringBuilder();
        for (int i = 0; i < many; i++) {
            buttons.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"replyButton\",\"title\":\"Number ")
                    .append(i)
                    .append("\"}");
        }
        return "{\"text\":\"T\",\"buttons\":[" + buttons + "]}";
    }

    private static Mapped map(String btndata) throws Exception {
        var outer = JsonNodeFactory.instance
                .objectNode()
                .set("btndata", Json.mapper().readTree(btndata));
        return ButtonMapping.of(Arguments.of((ObjectNode) outer).object("btndata"));
    }
}
