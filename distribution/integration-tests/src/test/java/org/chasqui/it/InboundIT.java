package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that a person can send, from Meta's webhook to the message and the conversation of the API, and to the
 * customer's webhook.
 */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboundIT {
    private static final AtomicInteger PERSON = new AtomicInteger(1_100);

    private final Api api;
    private final String number;
    private final MetaPost meta;
    private final Subscription subscription;

    InboundIT(Product product) {
        this.api = Api.of(product);
        this.number = Sending.firstNumber(api);
        this.meta = new MetaPost(product, number);
        this.subscription = new Subscription(api, "*");
    }

    @AfterAll
    void unsubscribe() {
        subscription.close();
    }

    /** The customer is told of the message, under its id and with a good signature, just as the API has it. */
    private JsonNode awaitTold(JsonNode message) {
        boolean isEcho = message.get("direction").asText().equals("outbound");
        var told = subscription.await(message.get("id").asText(), isEcho ? "message.sent" : "message.received");
        for (var member : List.of("wamid", "type", "content", "conversation_id", "direction", "context", "referral")) {
            assertThat(told.get(member)).as(member).isEqualTo(message.get(member));
        }
        return told;
    }

    private static String newPerson() {
        return "1415557" + PERSON.incrementAndGet();
    }

    private JsonNode awaitMessage(String wamid) {
        return Api.await("message " + wamid, () -> {
            var answer = api.get("/whatsapp/messages/" + wamid);
            return answer.status() == 200 ? Optional.of(answer.json()) : Optional.empty();
        });
    }

    private JsonNode awaitThat(String wamid, String pointer, String value) {
        return Api.await(wamid + " " + pointer + " " + value, () -> {
            var message = api.get("/whatsapp/messages/" + wamid).json();
            return message.at(pointer).asText().equals(value) ? Optional.of(message) : Optional.empty();
        });
    }

    private JsonNode thread(JsonNode message) {
        return api.get("/whatsapp/conversations/"
                        + message.get("conversation_id").asText() + "/messages")
                .ok();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "message.text/pywa__message.text.json                              | text        | /content/body",
                "message.image/pywa__message.image.json                            | image       | /content/id",
                "message.video/bindambc__videoMessage.json                         | video       | /content/caption",
                "message.audio/pywa__message.voice.json                            | audio       | /content/voice",
                "message.document/pywa__message.document.json                      | document    | /content/filename",
                "message.sticker/*                                                 | sticker     | /content/id",
                "message.location/*                                                | location    | /content/latitude",
                "message.contacts/pywa__message.contacts.json                      | contacts    | /content/contacts/1/name/first_name",
                "message.button/pywa__callback_button.quick_reply.json             | button      | /content/payload",
                "message.interactive.button_reply/*                                | interactive | /content/button_reply/id",
                "message.interactive.list_reply/*                                  | interactive | /content/list_reply/id",
                "message.interactive.nfm_reply/*                                   | interactive | /content/nfm_reply/response_json",
                "message.interactive.call_permission_reply/*                       | interactive | /content/call_permission_reply/response",
                "message.interactive.x/*                                           | interactive | /context/id",
                "message.order/*                                                   | order       | /content/product_items/0/product_retailer_id",
                "message.reaction/pywa__message.reaction.json                      | reaction    | /content/emoji",
                "message.edit/*                                                    | edit        | /content/message/type",
                "message.system.customer_identity_changed/*                        | system      | /extra/identity/hash",
                "message.unsupported/pywa__message.unsupported_with_type.json      | unsupported | /extra/errors/0/code",
                "message.text/pywa__message.reply.json                             | text        | /context/id",
                "message.text/pywa__message.forwarded.json                         | text        | /context/forwarded",
                "message.text/pywa__message.referral.json                          | text        | /referral/ctwa_clid"
            })
    void isThereAsMetaSentIt(String sample, String type, String pointer) throws Exception {
        var wamid = MetaPost.newWamid();
        var person = newPerson();
        var value = meta.sampleFrom(MetaPost.first(sample), person, wamid);

        meta.messages(value);

        var message = awaitMessage(wamid);
        assertThat(message.get("type").asText()).isEqualTo(type);
        assertThat(message.get("direction").asText()).isEqualTo("inbound");
        assertThat(message.get("from").asText()).isEqualTo("+" + person);
        assertThat(message.at(pointer).isMissingNode()).as(pointer).isFalse();
        var sent = value.at("/messages/0/" + type);
        if (sent.isObject()) {
            assertThat(message.get("content")).isEqualTo(sent);
        }
        assertThat(thread(message)).extracting(one -> one.get("wamid").asText()).containsExactly(wamid);
        var conversation = api.get("/whatsapp/conversations/"
                        + message.get("conversation_id").asText())
                .ok();
        assertThat(conversation.get("with").asText()).isEqualTo("+" + person);
        assertThat(conversation.get("phone_number_id").asText()).isEqualTo(number);
        var contact = api.get(
                        "/whatsapp/contacts/" + conversation.get("contact_id").asText())
                .ok();
        assertThat(contact.get("phone").asText()).isEqualTo("+" + person);
        assertThat(awaitTold(message).get("from").asText()).isEqualTo("+" + person);
    }

    @Test
    void aKindThatNobodyKnowsIsKeptUnderTheNameThatMetaGaveIt() {
        var wamid = MetaPost.newWamid();
        var nameless = MetaPost.newWamid();
        var person = newPerson();
        var value = meta.text(person, wamid, "x");
        var message = (ObjectNode) value.at("/messages/0");
        message.put("type", "hologram").remove("text");
        message.putObject("hologram").put("depth", 3);
        message.put("spin", "left");
        meta.messages(value);
        var other = meta.text(person, nameless, "x");
        ((ObjectNode) other.at("/messages/0")).remove("type");
        meta.messages(other);

        var seen = awaitMessage(wamid);
        assertThat(seen.get("type").asText()).isEqualTo("hologram");
        assertThat(seen.at("/content/depth").asInt()).isEqualTo(3);
        assertThat(seen.at("/extra/spin").asText()).isEqualTo("left");
        var unnamed = awaitMessage(nameless);
        assertThat(unnamed.get("type").asText()).isEqualTo("unknown");
        assertThat(unnamed.at("/extra/text/body").asText()).isEqualTo("x");
        awaitTold(seen);
        awaitTold(unnamed);
    }

    @Test
    void anEditChangesTheMessageAndKeepsWhatItWas() throws Exception {
        var person = newPerson();
        var wamid = MetaPost.newWamid();
        var edit = meta.sampleFrom(MetaPost.first("message.edit/*"), person, MetaPost.newWamid());
        var what = (ObjectNode) edit.at("/messages/0/edit");
        what.put("original_message_id", wamid);
        // It overtakes the message that it is about.
        meta.messages(edit);
        meta.messages(meta.sampleFrom("message.image/pywa__message.image.json", person, wamid));

        var message = awaitThat(wamid, "/content/caption", "Updated image caption");
        assertThat(message.get("type").asText()).isEqualTo("image");
        assertThat(message.get("edited_at").asText()).isNotBlank();
        assertThat(message.at("/versions/0/content/id").asText()).isEqualTo("65463453");
        assertThat(thread(message)).hasSize(2);
    }

    @Test
    void aDeletedMessageSaysSoAndIsKept() {
        var person = newPerson();
        var wamid = MetaPost.newWamid();
        meta.messages(meta.text(person, wamid, "never mind"));
        var revoke = meta.sampleFrom("message.revoke/pywa__deleted_message.revoke.json", person, MetaPost.newWamid());
        ((ObjectNode) revoke.at("/messages/0/revoke")).put("original_message_id", wamid);
        meta.messages(revoke);
        var told = awaitTold(awaitMessage(revoke.at("/messages/0/id").asText()));
        assertThat(told.at("/content/original_message_id").asText()).isEqualTo(wamid);

        var message = Api.await("the revocation", () -> {
            var answer = api.get("/whatsapp/messages/" + wamid);
            return answer.status() == 200 && answer.json().has("revoked_at")
                    ? Optional.of(answer.json())
                    : Optional.empty();
        });
        assertThat(message.at("/content/body").asText()).isEqualTo("never mind");
    }

    @Test
    void theReactionThatStandsIsShownWithItsMessage() {
        var person = newPerson();
        var wamid = MetaPost.newWamid();
        meta.messages(meta.text(person, wamid, "hello"));
        react(person, wamid, "👍");
        awaitThat(wamid, "/reactions/0/emoji", "👍");
        react(person, wamid, "🎉");
        var message = awaitThat(wamid, "/reactions/0/emoji", "🎉");
        assertThat(message.at("/reactions")).hasSize(1);
        assertThat(message.at("/reactions/0/direction").asText()).isEqualTo("inbound");

        react(person, wamid, "");

        awaitThat(wamid, "/reactions/0/emoji", "");
    }

    private void react(String person, String wamid, String emoji) {
        var value = meta.sampleFrom("message.reaction/pywa__message.reaction.json", person, MetaPost.newWamid());
        ((ObjectNode) value.at("/messages/0/reaction")).put("message_id", wamid).put("emoji", emoji);
        meta.messages(value);
    }

    @Test
    void whatWasWrittenInTheBusinessAppIsPartOfTheConversationAndNeverSentAgain() {
        var person = newPerson();
        meta.messages(meta.text(person, MetaPost.newWamid(), "are you there?"));
        var wamid = MetaPost.newWamid();
        var echo = meta.sample("smb_message_echoes/pywa__outgoing_message.text.json");
        var message = (ObjectNode) echo.at("/message_echoes/0");
        message.put("from", "15550100001").put("to", person).put("id", wamid);
        message.remove("to_user_id");
        message.remove("to_parent_user_id");
        meta.post("smb_message_echoes", echo);

        var seen = awaitMessage(wamid);
        assertThat(seen.get("direction").asText()).isEqualTo("outbound");
        assertThat(seen.get("status").asText()).isEqualTo("sent");
        assertThat(seen.get("origin").asText()).isEqualTo("business_app");
        assertThat(seen.at("/content/body").asText()).isEqualTo("Test message");
        assertThat(seen.has("attempts") && !seen.get("attempts").isEmpty()).isFalse();
        assertThat(thread(seen)).hasSize(2);
        assertThat(awaitTold(seen).get("origin").asText()).isEqualTo("business_app");
    }

    @Test
    void aNumberThatHasChangedIsTold() {
        var person = newPerson();
        var next = newPerson();
        meta.messages(meta.text(person, MetaPost.newWamid(), "my old number"));
        var wamid = MetaPost.newWamid();
        var notice = meta.sample("message.system.user_changed_number/pywa__system.phone_number_change.json");
        ((ObjectNode) notice.at("/messages/0")).put("from", person).put("id", wamid);
        ((ObjectNode) notice.at("/messages/0/system")).put("wa_id", next);
        meta.messages(notice);

        assertThat(awaitTold(awaitMessage(wamid)).at("/content/wa_id").asText()).isEqualTo(next);
    }

    @Test
    void theWindowOfAConversationOpensWithItsFirstMessageAndIsTold() {
        var person = newPerson();
        var first = MetaPost.newWamid();
        var second = MetaPost.newWamid();
        meta.messages(meta.text(person, first, "hello"));
        var conversation = awaitMessage(first).get("conversation_id").asText();
        meta.messages(meta.text(person, second, "anybody there?"));
        awaitTold(awaitMessage(second));

        var told = subscription.await(conversation, "conversation.opened");
        assertThat(told.get("with").asText()).isEqualTo("+" + person);
        assertThat(told.get("window_open").asBoolean()).isTrue();
        assertThat(told.get("window_expires_at").asText()).isNotBlank();
        assertThat(subscription.receiver().calls().stream()
                        .filter(call -> call.messageId().equals(conversation))
                        .map(Receiver.Call::id)
                        .distinct())
                .as("the second message opens nothing")
                .hasSize(1);
    }

    @Test
    void aStatusThatShowsANumberAndAUserIdMakesThemOnePerson() {
        var person = newPerson();
        var userId = "US.98" + System.nanoTime();
        var value = meta.sample("status.delivered/pywa__message_status.delivered.json");
        ((ObjectNode) value.at("/statuses/0")).put("recipient_id", person).put("id", MetaPost.newWamid());
        ((ObjectNode) value.at("/contacts/0")).put("wa_id", person).put("user_id", userId);
        meta.messages(value);

        var known = Api.await("the person", () -> {
            var answer = api.get("/whatsapp/contacts/" + userId);
            return answer.status() == 200 ? Optional.of(answer.json()) : Optional.empty();
        });
        assertThat(known.get("phone").asText()).isEqualTo("+" + person);
    }

    @Test
    void theSameWordsTwiceAreTwoMessages() {
        var person = newPerson();
        var first = MetaPost.newWamid();
        var second = MetaPost.newWamid();
        meta.messages(meta.text(person, first, "ok"));
        meta.messages(meta.text(person, second, "ok"));

        awaitTold(awaitMessage(first));
        assertThat(thread(awaitMessage(second))).hasSize(2);
        awaitTold(awaitMessage(second));
    }

    @Test
    void aStatusOfAMessageThatNobodyKnowsKeepsNoOtherFromItsPlace() {
        var person = newPerson();
        var wamid = MetaPost.newWamid();
        var echo = meta.sample("smb_message_echoes/pywa__outgoing_message.text.json");
        ((ObjectNode) echo.at("/message_echoes/0"))
                .put("from", "15550100001")
                .put("to", person)
                .put("id", wamid)
                .remove(List.of("to_user_id", "to_parent_user_id"));
        echo.remove("contacts");
        meta.post("smb_message_echoes", echo);
        awaitMessage(wamid);

        var value = meta.sample("status.read/pywa__message_status.read.json");
        value.remove("contacts");
        var known = (ObjectNode) value.at("/statuses/0");
        known.put("recipient_id", person);
        var unknown = known.deepCopy().put("id", MetaPost.newWamid());
        known.put("id", wamid);
        ((ArrayNode) value.get("statuses")).insert(0, unknown);
        meta.messages(value);

        var message = awaitThat(wamid, "/status", "read");
        subscription.await(message.get("id").asText(), "message.read");
    }

    @Test
    void aTextThatLooksLikeAnEscapedNulBreaksNothing() {
        var person = newPerson();
        var wamid = MetaPost.newWamid();
        meta.messages(meta.text(person, wamid, "a\u0000b \\u0000 c"));

        assertThat(awaitMessage(wamid).at("/content/body").asText()).isEqualTo("ab \\u0000 c");
    }

    @Test
    void whatMetaTellsBesideMessagesBecomesAnEvent() {
        var value = meta.sample("message.interactive.x/pywa__message.interactive_message_with_err.json");
        value.remove("messages");
        var mark = "detail " + System.nanoTime();
        ((ObjectNode) value.at("/errors/0/error_data")).put("details", mark);
        meta.messages(value);

        var told = Api.await(
                "the event",
                () -> subscription.receiver().calls().stream()
                        .filter(call -> call.event().toString().contains(mark))
                        .findFirst());
        assertThat(told.type()).isEqualTo("account.update");
        assertThat(told.isVerified()).isTrue();
    }

    @Test
    void conversationsAreListedByTheirLastMessageAndPaged() {
        for (int i = 0; i < 3; i++) {
            var wamid = MetaPost.newWamid();
            meta.messages(meta.text(newPerson(), wamid, "hi"));
            awaitMessage(wamid);
        }
        var first = api.get("/whatsapp/conversations?limit=2&window=open&phone_number_id=" + number);
        assertThat(first.ok()).hasSize(2);
        assertThat(first.headers()).containsKey("link");
        var link = first.headers().get("link");
        var next = link.substring(link.indexOf("/whatsapp"), link.indexOf('>'));
        assertThat(api.get(next).ok().get(0).get("id"))
                .isNotIn(first.json().get(0).get("id"), first.json().get(1).get("id"));
        assertThat(api.get("/whatsapp/conversations?window=ajar").status()).isEqualTo(422);
        assertThat(api.get("/whatsapp/conversations/" + new java.util.UUID(1, 1))
                        .status())
                .isEqualTo(404);
    }
}
