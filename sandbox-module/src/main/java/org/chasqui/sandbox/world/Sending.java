package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.chasqui.sandbox.meta.AccessToken;
import org.chasqui.sandbox.meta.Answer;
import org.chasqui.sandbox.meta.Course;
import org.chasqui.sandbox.meta.Delays;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.meta.MediaRules;
import org.chasqui.sandbox.meta.MessageRules;
import org.chasqui.sandbox.meta.MessageTemplate;
import org.chasqui.sandbox.meta.Pricing;
import org.chasqui.sandbox.meta.Scenario;
import org.chasqui.sandbox.meta.TemplateRules;
import org.chasqui.sandbox.meta.Wamid;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /{phone}/messages}. Checks in Meta's order: token 190, permission 10, object 100/33, access 200, schema 100,
 * required 131008, value 131009, state of the number, template 132xxx, throughput 130429, pair 131056. What passes is
 * written to the journal and then answered.
 */
public final class Sending {

    private static final System.Logger LOG = System.getLogger(Sending.class.getName());
    /** How long the indicator is shown unless a message comes first (Meta, typing indicators). */
    private static final long TYPING_MILLIS = 25_000;

    private static final byte[] SUCCESS = "{\"success\":true}".getBytes(StandardCharsets.US_ASCII);

    private final World world;

    Sending(World world) {
        this.world = world;
    }

    /**
     * Takes a request.
     *
     * @param token value of the bearer token, or null
     * @param phoneNumberId the id in the path
     * @param raw the body
     */
    public Sent send(@Nullable String token, String phoneNumberId, byte[] raw) {
        long now = world.clock().millis();
        world.stats().posts.increment();
        AccessToken access = world.catalog().token(token);
        GraphFailure failure = AccessToken.check(access, AccessToken.MESSAGING, now);
        if (failure != null || access == null) {
            return refuse(null, "", failure == null ? GraphFailure.of(190) : failure);
        }
        BusinessNumber number = world.catalog().number(phoneNumberId);
        if (number == null) {
            return refuse(null, "", GraphFailure.unsupported("post", phoneNumberId));
        }
        failure = access.checkAccess(number.waba().id());
        JsonNode body = failure == null ? Json.read(raw) : null;
        if (failure == null) {
            failure = MessageRules.check(body);
        }
        if (failure == null && body != null) {
            failure = checkFiles(number, body);
        }
        if (failure != null || body == null) {
            return refuse(number, "", failure == null ? GraphFailure.of(100) : failure);
        }
        return MessageRules.isReadReceipt(body) ? read(number, body, now) : message(number, body, raw, now);
    }

    /** An id that is not a file of this number is refused at once. */
    private @Nullable GraphFailure checkFiles(BusinessNumber number, JsonNode body) {
        for (MediaRules.Reference reference : MediaRules.references(body)) {
            MediaItem item = world.media().find(reference.id());
            if (item == null || !item.number().equals(number.id())) {
                return MediaRules.unknown(reference);
            }
        }
        return null;
    }

    /** A file of another type than the message, or than its first bytes, is found out only when Meta takes it up. */
    private boolean carriesWrongFile(JsonNode body) {
        return MediaRules.references(body).stream().anyMatch(reference -> {
            MediaItem item = world.media().find(reference.id());
            return item != null && !(item.fitting() && MediaRules.carries(reference.kind(), item.mime()));
        });
    }

    private Sent read(BusinessNumber number, JsonNode body, long now) {
        InboundMessage message =
                world.transcript().inbound(body.path("message_id").asText());
        if (message != null && message.number() == number) {
            boolean typing = body.has("typing_indicator");
            message.markRead();
            message.typingUntil(typing ? now + TYPING_MILLIS : 0);
            world.log()
                    .add(
                            now,
                            LiveLog.Kind.STATUS,
                            number.id(),
                            message.facts().from(),
                            typing ? "typing" : "seen",
                            "",
                            -1);
        }
        return new Sent(Answer.NORMAL, 200, 0, null, SUCCESS);
    }

    private Sent message(BusinessNumber number, JsonNode body, byte[] raw, long now) {
        String input = body.path("to").asText(body.path("recipient").asText());
        boolean byUserId = !body.hasNonNull("to");
        String to = byUserId ? input : MessageRules.waId(input);
        String type = MessageRules.typeOf(body);
        GraphFailure failure = checkRecipient(number, body, to);
        MessageTemplate template = null;
        if (failure == null && type.equals("template")) {
            JsonNode request = body.path("template");
            template = number.waba().template(request.path("name").asText(), TemplateRules.languageOf(request));
            failure = TemplateRules.check(template, request);
        }
        Behaviours.Choice choice = world.behaviours().choose(number.id(), to);
        Scenario scenario = choice.scenario();
        if (failure == null && !scenario.accepted()) {
            return spoil(number, to, scenario);
        }
        if (failure == null) {
            failure = number.checkRate(to, now);
        }
        if (failure != null) {
            return refuse(number, to, failure);
        }
        OutboundMessage.Facts facts = facts(number, body, raw, to, template, choice, now);
        OutboundMessage message = new OutboundMessage(number, facts);
        try {
            world.journal().append(new JournalRecord.Accepted(number.id(), facts));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "The sandbox cannot write its journal; the message is refused", e);
            return refuse(
                    number, to, GraphFailure.of(131016, "The sandbox cannot write its journal: " + e.getMessage()));
        }
        world.transcript().add(message);
        world.stats().accepted.increment();
        number.countAccepted();
        String shown = template == null ? type : template.name();
        world.log().add(now, LiveLog.Kind.MESSAGE, number.id(), to, type, shown, -1);
        if (!scenario.isNormal()) {
            scenarioNote(number, to, scenario);
        }
        CompletableFuture<Void> first = scenario.course() == Course.BEFORE_ANSWER ? message.firstAcknowledged() : null;
        world.playback().begin(message);
        byte[] answer = answer(input, to, byUserId, facts.wamid(), template != null);
        return new Sent(scenario.answer(), 200, scenario.answerAfter(), first, answer);
    }

    private static @Nullable GraphFailure checkRecipient(BusinessNumber number, JsonNode body, String to) {
        GraphFailure state = number.checkState();
        if (state != null) {
            return state;
        }
        if ("group".equalsIgnoreCase(body.path("recipient_type").asText())) {
            return GraphFailure.of(131041, "The sandbox has no groups.");
        }
        return to.equals(number.digits()) ? GraphFailure.of(131021) : null;
    }

    private OutboundMessage.Facts facts(
            BusinessNumber number,
            JsonNode body,
            byte[] raw,
            String to,
            @Nullable MessageTemplate template,
            Behaviours.Choice choice,
            long now) {
        boolean windowOpen = number.windowClosesAt(to, now) != 0;
        Pricing.Category category = Pricing.Category.of(template == null ? null : template.category());
        int before = category == Pricing.Category.SERVICE && windowOpen
                ? number.serviceMessages().countedBefore(now)
                : 0;
        Course course = choice.scenario().course();
        int code = choice.scenario().code();
        if (template == null && !windowOpen && course != Course.FAILED) {
            course = course == Course.SILENT ? course : Course.FAILED;
            code = 131047;
        }
        if (course != Course.FAILED && course != Course.SILENT && carriesWrongFile(body)) {
            course = Course.FAILED;
            code = 131053;
        }
        Delays set = number.waba().delays();
        int late = choice.statusDelay();
        Delays delays = late == 0 ? set : new Delays(set.sent() + late, set.delivered() + late, set.read() + late);
        JsonNode opaque = body.path("biz_opaque_callback_data");
        return new OutboundMessage.Facts(
                world.nextSeq(),
                now,
                to,
                Wamid.outbound(to, ThreadLocalRandom.current()),
                opaque.isMissingNode() || opaque.isNull() ? null : opaque.asText(),
                kindOf(body),
                course,
                code,
                delays,
                Pricing.of(category, windowOpen, before, now),
                raw);
    }

    private static Course.Kind kindOf(JsonNode body) {
        return switch (MessageRules.typeOf(body)) {
            case "reaction" -> Course.Kind.REACTION;
            case "audio" -> body.path("audio").path("voice").asBoolean() ? Course.Kind.VOICE : Course.Kind.ORDINARY;
            default -> Course.Kind.ORDINARY;
        };
    }

    private static byte[] answer(String input, String to, boolean byUserId, String wamid, boolean template) {
        StringBuilder out =
                new StringBuilder(200).append("{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":");
        Json.quote(out, input);
        out.append(byUserId ? ",\"user_id\":" : ",\"wa_id\":");
        Json.quote(out, to);
        out.append("}],\"messages\":[{\"id\":\"").append(wamid).append('"');
        out.append(template ? ",\"message_status\":\"accepted\"}]}" : "}]}");
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private Sent spoil(BusinessNumber number, String to, Scenario scenario) {
        scenarioNote(number, to, scenario);
        if (scenario.answer() == Answer.REFUSAL) {
            return refuse(number, to, GraphFailure.of(scenario.code()));
        }
        world.stats().spoiled(scenario.answer());
        byte[] body = scenario.code() == 0
                ? new byte[0]
                : Json.bytes(GraphFailure.of(scenario.code()).toJson(FbTrace.next()));
        return new Sent(scenario.answer(), 500, scenario.answerAfter(), null, body);
    }

    private void scenarioNote(BusinessNumber number, String to, Scenario scenario) {
        if (scenario.accepted() && scenario.answer() != Answer.NORMAL) {
            world.stats().spoiled(scenario.answer());
        }
        String title = scenario.code() == 0 ? scenario.key() : scenario.key() + " " + scenario.code();
        long now = world.clock().millis();
        world.log().add(now, LiveLog.Kind.SCENARIO, number.id(), to, title, "", -1);
    }

    private Sent refuse(@Nullable BusinessNumber number, String to, GraphFailure failure) {
        world.stats().refused(failure.code());
        if (number != null) {
            number.countRefused(failure.code());
        }
        String details = failure.details();
        String id = number == null ? "" : number.id();
        String title = Integer.toString(failure.code());
        String detail = details == null ? failure.message() : details;
        world.log().add(world.clock().millis(), LiveLog.Kind.REFUSAL, id, to, title, detail, -1);
        return new Sent(Answer.REFUSAL, failure.http(), 0, null, Json.bytes(failure.toJson(FbTrace.next())));
    }
}
