package org.chasqui.messaging.bots;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.chasqui.messaging.contacts.Consent;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.ids.Ids;

/** What decisions are made of, for tests: a bot with a rule and a fallback, and a person who has just written. */
final class Scenes {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final String PEER = "14155550001";
    static final Ids IDS = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));
    static final UUID WORKSPACE = IDS.next();
    static final UUID NUMBER = IDS.next();
    static final UUID BOT = IDS.next();
    static final UUID CONTACT = IDS.next();
    static final UUID CONVERSATION = IDS.next();

    BotKind kind = BotKind.RULES;
    boolean active = true;
    AiSettings ai = AiSettings.NONE;
    BotSettings settings = BotSettings.DEFAULT.withMessages(new BotMessages(null, "{Sorry|Pardon} [name]", true, null));
    List<RuleView> rules = List.of(rule("Prices", 20, "price", new BotAction.Say("It is 10.")));
    String noSource;
    BotState state = new BotState(CONVERSATION, WORKSPACE, NUMBER);
    boolean stops;
    boolean firstContact;
    Instant answeredAt;
    Instant windowEnd = NOW.plus(Duration.ofHours(24));
    boolean catchingUp;
    Instant now = NOW;
    ContactView contact = contact(List.of());

    static SenderNumber number() {
        return new SenderNumber(
                NUMBER,
                WORKSPACE,
                IDS.next(),
                "1",
                "106540352242922",
                "+1 415 555 0100",
                "Shop",
                "GREEN",
                null,
                "HIGH",
                80,
                "");
    }

    static RuleView rule(String title, int priority, String keyword, BotAction... actions) {
        return new RuleView(
                IDS.next(),
                BOT,
                title,
                MatchKind.CONTAINS,
                List.of(keyword),
                List.of(actions),
                priority,
                true,
                0,
                null,
                NOW,
                NOW);
    }

    static ContactView contact(List<Consent> consents) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode().put("city", "Lima");
        return new ContactView(
                CONTACT,
                WORKSPACE,
                PEER,
                null,
                null,
                "Ana Ruiz",
                "ana",
                "es",
                attributes,
                List.of(),
                consents,
                NOW,
                NOW);
    }

    static MessageView text(String text, Instant at) {
        return message("text", JsonNodeFactory.instance.objectNode().put("body", text), at, null);
    }

    static MessageView message(String type, ObjectNode content, Instant at, ObjectNode extra) {
        var notes = new MessageNotes(null, extra, null, List.of(), null, null, List.of());
        return new MessageView(
                IDS.next(),
                WORKSPACE,
                NUMBER,
                "106540352242922",
                Direction.INBOUND,
                PEER,
                "ana",
                type,
                content,
                null,
                null,
                MessageStatus.RECEIVED,
                List.of(),
                "wamid.x",
                CONVERSATION,
                null,
                null,
                0,
                at,
                null,
                null,
                notes);
    }

    BotView bot() {
        return new BotView(
                BOT, WORKSPACE, "Reception", kind, active, settings, ai, false, ExternalBotSettings.NONE, NOW, NOW);
    }

    ConversationView conversation() {
        return new ConversationView(CONVERSATION, WORKSPACE, NUMBER, PEER, CONTACT, "ana", windowEnd, NOW, NOW);
    }

    Situation of(MessageView... inbound) {
        return new Situation(
                bot(),
                rules.stream().map(CompiledRule::of).toList(),
                noSource,
                number(),
                conversation(),
                state,
                contact,
                List.of(inbound),
                stops,
                firstContact,
                answeredAt,
                catchingUp,
                now);
    }

    Situation saying(String text) {
        return of(text(text, now));
    }

    /** What the bot would say to it. */
    List<String> says(String text) {
        var here = saying(text);
        var words = Words.of(here.bot(), here.number(), here.conversation(), here.contact(), here.now(), new Random(3));
        return Plan.of(Judge.judge(here).actions(), words).replies().stream()
                .map(reply -> reply.content().path("body").asText())
                .toList();
    }
}
