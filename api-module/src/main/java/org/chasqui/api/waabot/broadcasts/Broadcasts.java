package org.chasqui.api.waabot.broadcasts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Client;
import org.chasqui.api.waabot.ids.ObjectId;
import org.chasqui.api.waabot.parts.MessagePart;
import org.chasqui.api.waabot.parts.Parts;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** Broadcasts: made, read, taken back. */
@ApplicationScoped
class Broadcasts {
    private static final int MOST_PARTS = 10;

    @Inject
    BroadcastStore store;

    @Inject
    Addressees addressees;

    @Inject
    Parts parts;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * Keeps a broadcast; it is under way from now on.
     *
     * @param numberId our id of the number that sends
     * @param reservedId the id that it takes; one that is there already is the answer, and nothing is made. Null for a new id
     * @throws RequestFailed VALIDATION_FAILED with the field that is wrong
     */
    @Transactional
    public Broadcast create(Client client, UUID numberId, Arguments arguments, @Nullable UUID reservedId) {
        var present = reservedId == null
                ? Optional.<Broadcast>empty()
                : store.find(client.workspaceId(), reservedId, reservedId);
        if (present.isPresent()) {
            return present.get();
        }
        var sendType = sendType(arguments);
        var message = message(arguments);
        var people = addressees.of(client, sendType, arguments);
        var broadcast = new Broadcast(
                reservedId == null ? ids.next() : reservedId,
                client.workspaceId(),
                numberId,
                sendType,
                String.join(",", Addressees.words(arguments)),
                message.tree(),
                parts(client, message.arguments()),
                client.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null);
        var rows = new ArrayList<RecipientRow>();
        for (var peer : people) {
            rows.add(RecipientRow.waiting(rows.size() + 1, peer));
        }
        store.insert(broadcast, rows);
        return broadcast;
    }

    private static String sendType(Arguments arguments) {
        var type =
                arguments.text("send_type").orElse(Broadcast.INDIVIDUAL).strip().toLowerCase(Locale.ROOT);
        if (!type.equals(Broadcast.INDIVIDUAL) && !type.equals(Broadcast.GROUP)) {
            throw RequestFailed.invalid("send_type", "must be individual or group.");
        }
        return type;
    }

    private record Message(JsonNode tree, Arguments arguments) {}

    /** The message may be an object, or nothing but its text. */
    private static Message message(Arguments arguments) {
        var raw = arguments.raw("message");
        boolean isText = raw.isTextual() && !raw.asText().strip().startsWith("{");
        var tree = isText ? JsonNodeFactory.instance.objectNode().put("text", raw.asText()) : raw;
        var wrapped = JsonNodeFactory.instance.objectNode();
        wrapped.set("message", tree);
        return new Message(tree, isText ? Arguments.of(wrapped).object("message") : arguments.object("message"));
    }

    private List<MessagePart> parts(Client client, Arguments message) {
        var all = new ArrayList<>(parts.read(client, message, "text"));
        var template = message.object("template");
        if (template.has("name")) {
            all.add(template(template));
        }
        if (all.isEmpty()) {
            throw RequestFailed.invalid(
                    "message", "is required: an object with text, attachments, location, contactId or template.");
        }
        if (all.size() > MOST_PARTS) {
            throw RequestFailed.invalid(
                    "message", "is " + all.size() + " messages; one person gets at most " + MOST_PARTS + ".");
        }
        return List.copyOf(all);
    }

    /** Not Waabot's: an approved template reaches people to whom nothing else may be sent. */
    private static MessagePart template(Arguments template) {
        var content = JsonNodeFactory.instance.objectNode().put("name", template.demand("name"));
        content.putObject("language").put("code", template.text("language").orElse("en_US"));
        if (template.raw("components").isArray()) {
            content.set("components", template.raw("components"));
        }
        MessageContent.check("template", content);
        return new MessagePart("template", content);
    }

    /** A broadcast of the workspace, and of the only number that the client may use. */
    @Transactional
    public Optional<Broadcast> find(Client client, String id) {
        return ObjectId.parse(id)
                .flatMap(range -> store.find(client.workspaceId(), range.first(), range.last()))
                .filter(broadcast -> client.mayUse(broadcast.numberId()));
    }

    /** Broadcasts, newest first. */
    @Transactional
    public List<Broadcast> list(Client client, int limit, int offset) {
        return store.list(client.workspaceId(), client.onlyNumber(), limit, offset);
    }

    /** The recipients of a broadcast, in their order. */
    @Transactional
    public List<RecipientRow> recipients(Broadcast broadcast) {
        return store.recipients(broadcast.id());
    }

    /**
     * Stops a broadcast: who waits for his turn has none.
     *
     * @return the messages that were handed over, of which some may still wait in the queue
     */
    @Transactional
    public List<UUID> stop(Broadcast broadcast) {
        store.lock(broadcast.id());
        store.close(broadcast.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return store.recipients(broadcast.id()).stream()
                .flatMap(row -> row.messageIds().stream())
                .toList();
    }

    /** Forgets a broadcast; its messages stay. */
    @Transactional
    public void forget(Broadcast broadcast) {
        store.delete(broadcast.id());
    }
}
