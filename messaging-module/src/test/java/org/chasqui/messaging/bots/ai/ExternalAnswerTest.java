package org.chasqui.messaging.bots.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.chasqui.messaging.bots.Answer;
import org.chasqui.messaging.bots.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalAnswerTest {
    @Test
    void aTextIsAMessage() {
        assertThat(replies("{\"text\":\"We open at 7.\"}")).containsExactly(Reply.text("We open at 7."));
        assertThat(replies("{\"type\":\"text\",\"text\":{\"body\":\"We open at 7.\"}}"))
                .containsExactly(Reply.text("We open at 7."));
    }

    @Test
    void anyTypeOfTheApiIsAMessage() {
        var replies = replies("""
                {"messages":[
                  {"messaging_product":"whatsapp","type":"image","image":{"link":"https://a.example/x.png"}},
                  {"type":"interactive","interactive":{"type":"button","body":{"text":"More?"},
                    "action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"Yes"}}]}}},
                  {"text":"Bye"}]}
                """);

        assertThat(replies).extracting(Reply::type).containsExactly("image", "interactive", "text");
        assertThat(replies.get(0).content().get("link").asText()).isEqualTo("https://a.example/x.png");
    }

    @Test
    void anArrayIsSeveralMessages() {
        assertThat(replies("[{\"text\":\"One\"},{\"text\":\"Two\"}]"))
                .containsExactly(Reply.text("One"), Reply.text("Two"));
    }

    @Test
    void theServerMayHandOver() {
        var handOver = (Answer.HandOver)
                read("{\"hand_over\":true,\"note\":\"Wants a refund\",\"messages\":[{\"text\":\"One" + " moment\"}]}");

        assertThat(handOver.note()).isEqualTo("Wants a refund");
        assertThat(handOver.replies()).containsExactly(Reply.text("One moment"));
        assertThat(((Answer.HandOver) read("{\"hand_over\":true}")).replies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"messages\":[]}", "{\"hand_over\":false}"})
    void orSayNothing(String body) {
        assertThat(read(body)).isInstanceOf(Answer.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "\"Hello\"", "42", "true", "{\"text\":\"Hi\"} and more", "{\"text\":"})
    void whatIsNoAnswerIsNotUnderstood(String body) {
        refused(Trouble.NOT_UNDERSTOOD, body, "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"text":""}                                             | text
                    {"text":7}                                              | text
                    {"type":"image"}                                        | image: is required
                    {"type":"poll","poll":{}}                               | type: must be one of
                    {"type":"image","image":{"link":"nonsense"}}            | image
                    {"text":"Hi","to":"+5511955501234"}                     | to: does not belong
                    {"text":"Hi","image":{"id":"1"}}                        | image: does not belong
                    {"messages":[{"text":"Hi"},{"text":""}]}                | messages[1].text
                    {"messages":[{"text":"Hi"},"Hi"]}                       | messages[1]
                    {"messages":"Hi"}                                       | messages: must be an array
                    {"messages":[],"tools":[]}                              | tools: is not known
                    {"hand_over":"yes"}                                     | hand_over: must be true or false
                    {"hand_over":true,"note":7}                             | note: must be a text
                    """)
    void whatCannotBeSentIsRefusedWithItsPlace(String body, String why) {
        refused(Trouble.MESSAGE_REFUSED, body, why);
    }

    @Test
    void elevenMessagesAreTooMany() {
        var body = "[" + "{\"text\":\"Hi\"},".repeat(10) + "{\"text\":\"Hi\"}]";

        refused(Trouble.MESSAGE_REFUSED, body, "10 messages at most");
    }

    @Test
    void aBombOfBracketsIsNotUnderstood() {
        refused(Trouble.NOT_UNDERSTOOD, "[".repeat(100_000), "");
    }

    private static Answer read(String body) {
        return ExternalAnswer.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static java.util.List<Reply> replies(String body) {
        return ((Answer.Replies) read(body)).replies();
    }

    private static void refused(Trouble trouble, String body, String why) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(NoAnswer.class, failed -> {
            assertThat(failed.trouble()).isEqualTo(trouble);
            assertThat(failed.getMessage()).contains(why);
        });
    }
}
