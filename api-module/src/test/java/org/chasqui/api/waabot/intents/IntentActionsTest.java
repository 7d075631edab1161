package org.chasqui.api.waabot.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Client;
import org.chasqui.api.waabot.people.Group;
import org.chasqui.messaging.bots.BotAction;
import org.chasqui.messaging.bots.MatchKind;
import org.chasqui.messaging.bots.RuleView;
import org.junit.jupiter.api.Test;

class IntentActionsTest {
    private static final UUID WORKSPACE = new UUID(1, 1);
    private static final Client CLIENT = new Client(WORKSPACE, new UUID(2, 2), "key", Set.of("*"), null);
    private static final BotAction HAND_OVER = new BotAction.HandOver(null, null);

    private final IntentActions actions = new IntentActions();

    @Test
    void aReplyIsWhatTheBotSays() {
        assertThat(read("{\"reply\":\"{Hi|Hello} [name]\"}")).containsExactly(new BotAction.Say("{Hi|Hello} [name]"));
    }

    @Test
    void theWholeFormOfTheDashboardWithNothingInItIsNothing() {
        var form = """
                {"reply":"Hi","action":{"send_location":"","send_contact":"","send_file":[],"send_photo":"",
                 "send_notification":{"email":"","whatsapp_number":""},"add_to_group":"","start_survey":false,"send_button":[]}}
                """;

        assertThat(read(form)).containsExactly(new BotAction.Say("Hi"));
    }

    @Test
    void buttonsStandBelowTheReply() {
        var sent =
                (BotAction.Send) read("{\"reply\":\"More?\",\"action\":{\"send_button\":[\"Yes\",{\"title\":\"No\"}]}}")
                        .get(0);

        assertThat(sent.type()).isEqualTo("interactive");
        assertThat(sent.content().at("/body/text").asText()).isEqualTo("More?");
        assertThat(sent.content().at("/action/buttons/1/reply/title").asText()).isEqualTo("No");
    }

    @Test
    void aPlaceIsSentBehindTheReply() {
        var all = read(
                "{\"reply\":\"Here\",\"action\":{\"send_location\":{\"name\":\"Shop\",\"lat\":\"6.5\",\"lng\":\"3.2\"}}}");

        assertThat(all).hasSize(2);
        assertThat(((BotAction.Send) all.get(1)).content())
                .hasToString("{\"latitude\":6.5,\"longitude\":3.2,\"name\":\"Shop\"}");
    }

    @Test
    void whatIsNotNamedStaysAndWhatIntentsHaveNoWordForStaysToo() {
        var before = List.of(new BotAction.Say("Old"), place(), HAND_OVER);

        assertThat(actions.read(CLIENT, arguments("{\"reply\":\"New\"}"), before)
                        .actions())
                .containsExactly(new BotAction.Say("New"), place(), HAND_OVER);
        assertThat(actions.read(CLIENT, arguments("{\"action\":{\"send_location\":false}}"), before)
                        .actions())
                .containsExactly(new BotAction.Say("Old"), HAND_OVER);
    }

    @Test
    void buttonsKeepTheTextThatWasThereAndATextKeepsTheButtons() {
        var withButtons = actions.read(
                        CLIENT,
                        arguments("{\"action\":{\"send_button\":[\"Yes\"]}}"),
                        List.of(new BotAction.Say("More?")))
                .actions();
        var reworded = actions.read(CLIENT, arguments("{\"reply\":\"Really more?\"}"), withButtons)
                .actions();

        var sent = (BotAction.Send) reworded.get(0);
        assertThat(((BotAction.Send) withButtons.get(0))
                        .content()
                        .at("/body/text")
                        .asText())
                .isEqualTo("More?");
        assertThat(sent.content().at("/body/text").asText()).isEqualTo("Really more?");
        assertThat(sent.content().at("/action/buttons/0/reply/title").asText()).isEqualTo("Yes");
    }

    @Test
    void whatThereIsNotIsSaidByItsField() {
        assertThatThrownBy(() -> read("{\"reply\":\"a\",\"action\":{\"start_survey\":\"64a00ec7c5e487d95dcb0d5e\"}}"))
                .hasMessageContaining("action.start_survey");
        assertThatThrownBy(() -> read("{\"reply\":\"a\",\"action\":{\"send_notification\":{\"email\":\"a@b.c\"}}}"))
                .hasMessageContaining("setWebhook");
        assertThatThrownBy(() -> read("{}")).hasMessageStartingWith("reply:");
        assertThatThrownBy(() -> read("{\"action\":{\"send_button\":[\"Yes\"]}}"))
                .hasMessageStartingWith("reply:");
    }

    @Test
    void aRuleIsShownAsTheIntentThatItIs() {
        var rule = rule(
                new BotAction.Say("Hi"),
                place(),
                new BotAction.Tag(List.of("VIP"), List.of()),
                new BotAction.Tag(List.of(), List.of("old")),
                HAND_OVER);
        var group = new Group(
                new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0009L), "VIP", List.of("VIP"), false, Instant.EPOCH);

        var json = new IntentJson(List.of(group)).of(rule, WORKSPACE);

        assertThat(json.get("keyword").asText()).isEqualTo("price,how much");
        assertThat(json.get("reply").asText()).isEqualTo("Hi");
        assertThat(json.at("/action/send_location")).hasToString("{\"name\":\"Shop\",\"lat\":6.5,\"lng\":3.2}");
        assertThat(json.at("/action/add_to_group").asText()).hasSize(24);
        assertThat(json.get("other_actions")).hasToString("[\"tag\",\"handover\"]");
    }

    private static BotAction place() {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("latitude", 6.5).put("longitude", 3.2).put("name", "Shop");
        return new BotAction.Send("location", content);
    }

    private static RuleView rule(BotAction... doing) {
        return new RuleView(
                new UUID(5, 5),
                new UUID(6, 6),
                "Prices",
                MatchKind.CONTAINS,
                List.of("price", "how much"),
                List.of(doing),
                10,
                true,
                3,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private List<BotAction> read(String json) {
        return actions.read(CLIENT, arguments(json), List.of()).actions();
    }

    private static Arguments arguments(String json) {
        try {
            return Arguments.of((ObjectNode) new ObjectMapper().readTree(json));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }
}
