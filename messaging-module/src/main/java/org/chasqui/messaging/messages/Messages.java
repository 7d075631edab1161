package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * The front door of messaging: send, find, list, cancel, and decide about what is uncertain.
 *
 * <pre>{@code
 * var message = messages.send(new SendMessage(workspace, "106540352242922", "+5511955501234", "text", body, null, null));
 * }</pre>
 */
@ApplicationScoped
public class Messages {
    private static final int WAITING_THREADS = 128;

    private static final Pattern BARE_ID =
            Pattern.compile("BAE5([0-9A-Fa-f]{8})([0-9A-Fa-f]{4})([0-9A-Fa-f]{4})([0-9A-Fa-f]{4})([0-9A-Fa-f]{12})");

    @Inject
    Acceptance acceptance;

    @Inject
    AcceptDesk desk;

    @Inject
    Bulk bulk;

    @Inject
    HeldMessages held;

    @Inject
    ReadReceipts receipts;

    @Inject
    BacklogGuard backlog;

    @Inject
    MessageReader reader;

    @Inject
    Waiters waiters;

    @Inject
    Ledger ledger;

    @Inject
    Queue queue;

    @Inject
    Event<MessagesMoved> moved;

    @Inject
    Event<MessagesQueued> queued;

    @Inject
    Clock clock;

    /** Of the server's 200: when a number is slower than who writes through it, Meta's webhooks still find one. */
    private final Semaphore threads = new Semaphore(WAITING_THREADS);

    /**
     * Accepts a message. When this returns, the message is committed and will be sent, expire or fail; it cannot be
     * lost.
     *
     * @throws RequestFailed with what is wrong: a field, a template that is not approved, a closed customer service
     *     window, a backlog that would outlast the message, or a database that is away
     */
    public MessageView send(SendMessage command) {
        var draft = draft(command);
        return queued(command, draft, desk.accept(draft));
    }

    /**
     * Accepts a message and hears Meta's answer to it, without a thread that waits for that. When this returns, the message is
     * committed, as with {@link #send}.
     *
     * @param patience how long to wait from now on; past it the message is answered as it stands, and at once when too many wait
     *     already
     * @return completes once and never fails, on a thread on which the caller may be answered
     * @throws RequestFailed as {@link #send} does
     */
    public CompletionStage<MessageView> sendAndHear(SendMessage command, Duration patience) {
        var draft = draft(command);
        var waiter = waiters.register(draft.id(), patience);
        if (waiter == null) {
            return CompletableFuture.completedStage(queued(command, draft, desk.accept(draft)));
        }
        var accepted = accept(draft, waiter);
        // The message is committed: who is told of a failure now sends it once more, also when only reading it has
        // failed.
        return waiter.outcome()
                .thenApply(seen -> seen.filter(message -> message.workspaceId().equals(command.workspaceId()))
                        .orElseGet(() -> queued(command, draft, accepted)));
    }

    /** As {@link #sendAndHear}, for who has a thread to wait on; when too many of these wait already, he does not. */
    public MessageView sendAndWait(SendMessage command, Duration patience) {
        if (!threads.tryAcquire()) {
            return send(command);
        }
        try {
            return sendAndHear(command, patience).toCompletableFuture().join();
        } finally {
            threads.release();
        }
    }

    /**
     * Accepts many messages, each by itself: one that is refused does not keep the others out.
     *
     * @return an outcome for each command, in their order
     */
    public List<Outcome> sendAll(List<SendMessage> commands) {
        return bulk.send(commands);
    }

    private Draft draft(SendMessage command) {
        var sender = acceptance.sender(command);
        var draft = acceptance.draft(command, sender);
        backlog.check(sender, draft.lane(), draft.conversation().peer());
        return draft;
    }

    private AcceptWriter.Accepted accept(Draft draft, Waiter waiter) {
        boolean isAccepted = false;
        try {
            var accepted = desk.accept(draft);
            isAccepted = true;
            return accepted;
        } finally {
            if (!isAccepted) {
                waiters.forget(waiter);
            }
        }
    }

    /** What was just committed, without reading it again. */
    static MessageView queued(SendMessage command, Draft draft, AcceptWriter.Accepted accepted) {
        return new MessageView(
                draft.id(),
                command.workspaceId(),
                draft.conversation().numberId(),
                draft.phoneNumberId(),
                Direction.OUTBOUND,
                accepted.conversation().peer(),
                accepted.conversation().name(),
                draft.type(),
                draft.content(),
                draft.template(),
                draft.category(),
                MessageStatus.QUEUED,
                List.of(new StatusStep(MessageStatus.QUEUED, draft.createdAt())),
                null,
                accepted.conversation().id(),
                null,
                null,
                0,
                draft.createdAt(),
                draft.expiresAt(),
                draft.replyTo(),
                MessageNotes.NONE);
    }

    /** A message of the workspace by our id or Meta's wamid. */
    @Transactional
    public Optional<MessageView> find(UUID workspaceId, String idOrWamid) {
        if (idOrWamid.startsWith("wamid.")) {
            return reader.byWamid(workspaceId, idOrWamid);
        }
        try {
            return reader.byId(workspaceId, UUID.fromString(hyphenated(idOrWamid)));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    /** Our id as it is; it is also taken as clients of Waabot know it, with BAE5 before its bare digits. */
    private static String hyphenated(String id) {
        var bare = BARE_ID.matcher(id);
        return bare.matches() ? bare.replaceFirst("$1-$2-$3-$4-$5") : id;
    }

    /**
     * Messages of the workspace, newest first.
     *
     * @param before id of the last message of the page before; null for the first page
     */
    @Transactional
    public List<MessageView> list(UUID workspaceId, MessageFilter filter, int limit, @Nullable UUID before) {
        return reader.list(workspaceId, filter, limit, before);
    }

    /**
     * Messages of the workspace, newest first, for callers that count pages. The messages that are passed over are read, too:
     * the caller bounds how many there may be.
     *
     * @param offset how many to pass over
     */
    @Transactional
    public List<MessageView> list(UUID workspaceId, MessageFilter filter, int limit, int offset) {
        return reader.list(workspaceId, filter, limit, null, offset);
    }

    /** Messages of the workspace by our ids; what is not there is left out. */
    @Transactional
    public Map<UUID, MessageView> byIds(UUID workspaceId, Collection<UUID> ids) {
        return reader.byIds(workspaceId, ids).stream().collect(Collectors.toMap(MessageView::id, Function.identity()));
    }

    /**
     * The latest message of each conversation.
     *
     * @return by conversation
     */
    @Transactional
    public Map<UUID, MessageView> latest(UUID workspaceId, Collection<UUID> conversationIds) {
        return reader.latest(workspaceId, conversationIds);
    }

    /** How many messages the filter finds, counted up to a bound so that a large table is not walked. */
    @Transactional
    public long count(UUID workspaceId, MessageFilter filter, long upTo) {
        return reader.count(workspaceId, filter, upTo);
    }

    /** The calls that were made to Meta for a message. */
    @Transactional
    public List<Attempt> attempts(UUID workspaceId, UUID messageId) {
        return reader.attempts(workspaceId, messageId);
    }

    /**
     * Posts a message again whose outcome is unknown, because a person has decided so. The call is recorded as a resend.
     *
     * @throws RequestFailed NOT_FOUND, or CONFLICT when the message is not uncertain or its validity is over
     */
    public MessageView resend(UUID workspaceId, UUID id) {
        queued.fire(new MessagesQueued(Set.of(held.resend(known(workspaceId, id)))));
        return known(workspaceId, id);
    }

    /**
     * Ends a message as failed whose outcome is unknown, because a person has decided so.
     *
     * @param reason in that person's words; null for none
     * @throws RequestFailed NOT_FOUND, or CONFLICT when the message is not uncertain
     */
    public MessageView giveUp(UUID workspaceId, UUID id, @Nullable String reason) {
        held.giveUp(known(workspaceId, id), reason);
        return known(workspaceId, id);
    }

    /**
     * Tells Meta that a person's message was read; returns when Meta has said yes.
     *
     * @param typing whether the person is shown that an answer is being typed, for at most 25 seconds
     * @throws RequestFailed NOT_FOUND, CONFLICT for a message of ours, or what Meta says
     */
    public void markRead(UUID workspaceId, UUID id, boolean typing) {
        receipts.markRead(known(workspaceId, id), typing);
    }

    private MessageView known(UUID workspaceId, UUID id) {
        return reader.byId(workspaceId, id).orElseThrow(() -> RequestFailed.notFound("message", id.toString()));
    }

    /**
     * Withdraws a message that is still queued.
     *
     * @throws RequestFailed NOT_FOUND, or CONFLICT when it has been claimed for sending
     */
    @Transactional
    public MessageView cancel(UUID workspaceId, UUID id) {
        var view = known(workspaceId, id);
        var row = ledger.lock(Set.of(id)).get(id);
        if (row == null || !queue.withdraw(id)) {
            throw new RequestFailed(
                    FailureCode.CONFLICT,
                    "The message is " + view.status().wireName() + "; only a queued message can be cancelled.");
        }
        row.learn(new Fact.Cancelled(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        ledger.save(List.of(row));
        var move = row.move();
        if (move != null) {
            moved.fire(new MessagesMoved("accept", List.of(move)));
        }
        return known(workspaceId, id);
    }
}
