package org.chasqui.api.botmaker.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.botmaker.subscriptions.Kind;
import org.chasqui.api.botmaker.subscriptions.Subscription;
import org.chasqui.api.botmaker.subscriptions.Switches;
import org.chasqui.api.conformance.Covers;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.events.EventView;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherNewsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.120Z");
    private static final UUID WORKSPACE = new UUID(1, 1);
    private static final UUID NUMBER = new UUID(2, 2);
    private static final SenderNumber SENDER = new SenderNumber(
            NUMBER,
            WORKSPACE,
            new UUID(3, 3),
            "102290129340398",
            "106540352242922",
            "+55 11 95550-0167",
            "Chasqui",
            "GREEN",
            null,
            "STANDARD",
            80,
            "CONNECTED");
    private static final ConversationView CONVERSATION = new ConversationView(
            new UUID(4, 4), WORKSPACE, NUMBER, "14155550123", new UUID(5, 5), "Ana", null, null, NOW);
    private static final String RESULT = "{'webhook_notification_id':'A0','endpoint':'/chats-actions/send-messages',"
            + "'phone_number_id':'106540352242922','to':'14155550123','result':'error','webhook_payload':'order 7',"
            + "'errors':[{'type':'outside_service_window','source':null,'message':'Closed.'}],'code':131047}";

    private final OtherNews news = new OtherNews();

    @BeforeEach
    void knowOneConversation() {
        news.frame = new Frame() {
            @Override
            Optional<SenderNumber> sender(UUID numberId) {
                return Optional.of(SENDER).filter(one -> one.id().equals(numberId));
            }

            @Override
            Optional<SenderNumber> sender(@Nullable String phoneNumberId) {
                return Optional.of(SENDER).filter(one -> one.phoneNumberId().equals(phoneNumberId));
            }

            @Override
            Optional<ConversationView> conversation(UUID workspaceId, @Nullable UUID id) {
                return Optional.of(CONVERSATION).filter(one -> one.id().equals(id));
            }

            @Override
            Optional<ConversationView> conversationWith(UUID workspaceId, UUID contactId, List<UUID> numberIds) {
                return Optional.of(CONVERSATION)
                        .filter(one -> contactId.equals(one.contactId()) && numberIds.contains(one.numberId()));
            }

            @Override
            void describe(ObjectNode frame, ConversationView conversation) {
                frame.put("customerId", "C");
            }
        };
    }

    private static Subscription subscription(UUID channel, Switches switches) {
        return new Subscription(new UUID(6, 6), WORKSPACE, Kind.MESSAGES, List.of(channel), null, switches, NOW);
    }

    private static Switches switches(boolean status, boolean events, boolean variables) {
        return new Switches(false, false, false, status, false, events, variables);
    }

    private static EventView event(String type, @Nullable String phoneNumberId) {
        return new EventView(new UUID(7, 7), type, NOW, WORKSPACE, phoneNumberId, "{}");
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    @Test
    @Covers("S2-18")
    void aResultTellsWhichCallItIsOf() {
        assertThat(news.result(event("request.result", "106540352242922"), tree(RESULT)))
                .contains(tree("{'v':'1.1','type':'async-result','date':'2026-11-22T10:00:00.120Z',"
                        + "'webhookNotificationId':'A0','endpoint':'/chats-actions/send-messages','result':'error',"
                        + "'webhookPayload':'order 7','errors':[{'type':'outside_service_window','source':null,"
                        + "'message':'Closed.'}]}"));
        assertThat(news.result(event("message.sent", null), tree("{}"))).isEmpty();
    }

    @Test
    @Covers("S2-25")
    void aMessageThatWasRefusedLaterHasAStatusAllTheSame() {
        var told = news.event(
                        subscription(NUMBER, switches(true, false, false)),
                        event("request.result", "106540352242922"),
                        tree(RESULT))
                .orElseThrow();

        assertThat(told)
                .isEqualTo(tree("{'v':'1.1','type':'status','chatPlatform':'whatsapp','contactId':'+14155550123',"
                        + "'whatsappNumber':'5511955500167','chatChannelId':'chasqui-whatsapp-5511955500167','txId':'A0',"
                        + "'webhookPayload':'order 7','status':'error','date':'2026-11-22T10:00:00.120Z',"
                        + "'isTemplate':false,'error':{'code':131047,'reason':'Closed.'}}"));
        assertThat(news.event(
                        subscription(NUMBER, switches(false, true, true)),
                        event("request.result", "106540352242922"),
                        tree(RESULT)))
                .isEmpty();
    }

    @ParameterizedTest
    @Covers({"S2-27", "S2-28"})
    @CsvSource({
        "contact.opt_out, user-blocked",
        "contact.opt_in, user-unblocked",
        "conversation.handover, bot-change",
        "conversation.returned, bot-change",
        "conversation.closed, conversation-close",
        "contact.variables, set-variable"
    })
    void eventsAreToldWhereTheyAreWanted(String type, String name) {
        var data = tree("{'id':'" + CONVERSATION.id() + "','conversation_id':'" + CONVERSATION.id() + "','contact_id':'"
                + CONVERSATION.contactId() + "','category':'marketing'}");
        var wanted = switches(false, !name.equals("set-variable"), name.equals("set-variable"));
        var told = news.event(subscription(NUMBER, wanted), event(type, null), data)
                .orElseThrow();

        assertThat(told.get("name").asText()).isEqualTo(name);
        assertThat(told.get("customerId").asText()).isEqualTo("C");
        assertThat(told.get("info")).isEqualTo(data);
        assertThat(news.event(subscription(NUMBER, switches(true, false, false)), event(type, null), data))
                .as("not wanted")
                .isEmpty();
    }

    @Test
    void whoDoesNotWantToBeWrittenToIsNoNewsForOtherChannelsNorTwice() {
        var wanted = switches(false, true, false);
        var data = tree("{'contact_id':'" + CONVERSATION.contactId() + "','category':'marketing'}");

        assertThat(news.event(subscription(new UUID(2, 9), wanted), event("contact.opt_out", null), data))
                .isEmpty();
        assertThat(news.event(
                        subscription(NUMBER, wanted),
                        event("contact.opt_out", null),
                        data.deepCopy().put("category", "utility")))
                .isEmpty();
    }

    @Test
    @Covers("S2-18")
    void managementTellsOfNumbers() {
        assertThat(news.management(
                        subscription(NUMBER, Switches.USUAL),
                        event("number.quality", "106540352242922"),
                        tree("{'after':'RED'}")))
                .contains(tree("{'v':'1.1','type':'whatsapp-management','event':'phone-quality',"
                        + "'date':'2026-11-22T10:00:00.120Z','wabaId':'102290129340398','number':'5511955500167',"
                        + "'data':{'after':'RED'}}"));
        assertThat(news.management(
                        subscription(NUMBER, Switches.USUAL), event("message.sent", "106540352242922"), tree("{}")))
                .isEmpty();
    }
}
