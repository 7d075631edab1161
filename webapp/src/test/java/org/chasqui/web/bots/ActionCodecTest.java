package org.chasqui.web.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.chasqui.messaging.bots.BotAction;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Json;
import org.chasqui.web.bots.ActionField.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionCodecTest {
    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "image; MEDIA; {\"id\":\"0190a\",\"caption\":\"[name]\"}",
                "document; MEDIA; {\"link\":\"https://example.com/p.pdf\",\"caption\":\"Prices\",\"filename\":\"p.pdf\"}",
                "audio; MEDIA; {\"link\":\"https://example.com/a.ogg\"}",
                "location; LOCATION; {\"latitude\":-12.05,\"longitude\":-77.04,\"name\":\"Shop\",\"address\":\"Jr. 1\"}",
                "location; LOCATION; {\"latitude\":0.0,\"longitude\":0.0}",
                "contacts; CONTACT; [{\"name\":{\"formatted_name\":\"Ana Ruiz\",\"first_name\":\"Ana\"},"
                        + "\"phones\":[{\"phone\":\"+5511955501234\",\"type\":\"WORK\"}],\"org\":{\"company\":\"Loom\"}}]",
                "interactive; BUTTONS; {\"type\":\"button\",\"body\":{\"text\":\"More?\"},\"footer\":{\"text\":\"Loom\"},"
                        + "\"action\":{\"buttons\":[{\"type\":\"reply\",\"reply\":{\"id\":\"Yes\",\"title\":\"Yes\"}}]}}",
                "interactive; OTHER; {\"type\":\"list\",\"body\":{\"text\":\"Choose\"},\"action\":{\"button\":\"Menu\"}}",
                "interactive; OTHER; {\"type\":\"button\",\"header\":{\"type\":\"image\"},\"body\":{\"text\":\"x\"}}"
            })
    void whatIsReadIsWrittenAgainAsItWas(String type, Kind kind, String content) {
        var before = new BotAction.Send(type, json(content));

        var field = ActionField.of(before);

        assertThat(field.kind()).isEqualTo(kind);
        assertThat(field.action(null)).isEqualTo(before);
    }

    @Test
    void wordsTagsAndHandOversStayWhatTheyAre() {
        List<BotAction> before = List.of(
                new BotAction.Say("{Hi|Hello} [name]"),
                new BotAction.Tag(List.of("lead", "vip"), List.of("new")),
                new BotAction.HandOver("ana@example.com", "Asked for a price"),
                new BotAction.HandOver(null, null));

        assertThat(before.stream().map(action -> ActionField.of(action).action(null)))
                .isEqualTo(before);
    }

    @Test
    void theIdOfAButtonThatTheApiChoseIsNotLost() {
        var before = new BotAction.Send(
                "interactive",
                json("{\"type\":\"button\",\"body\":{\"text\":\"More?\"},\"action\":{\"buttons\":"
                        + "[{\"type\":\"reply\",\"reply\":{\"id\":\"p-1\",\"title\":\"Yes\"}}]}}"));

        assertThat(ActionField.of(before).action(null)).isEqualTo(before);
    }

    @Test
    void aButtonThatIsLeftEmptyIsNone() {
        var field = new ActionField(Kind.BUTTONS);
        field.put("text", "More?");
        field.put("button1", "Yes");
        // As Faces does.
        field.getValues().put("button3", null);

        assertThat(((BotAction.Send) field.action(null)).content().at("/action/buttons"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"TEXT,text", "MEDIA,link", "LOCATION,latitude", "CONTACT,name", "BUTTONS,text", "TEMPLATE,template"})
    void whatIsMissingIsNamed(Kind kind, String field) {
        assertThatThrownBy(() -> new ActionField(kind).action(null))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refused -> assertThat(refused.fields())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.field()).isEqualTo(field)));
    }
}
