package org.chasqui.web.messages;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.messaging.dispatch.GraphPayload;
import org.chasqui.messaging.messages.Attempt;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageFilter;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.webhooks.DeliverySearch;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphConfig;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The flight recorder of one message. */
@Named
@RequestScoped
public class MessagePage {
    private static final Texts TEXTS = Texts.of("messages");
    private static final Set<MessageStatus> UNSENT =
            Set.of(MessageStatus.QUEUED, MessageStatus.SENDING, MessageStatus.EXPIRED);
    private static final int AROUND = 40;
    private static final int AROUND_SHOWN = 5;
    private static final int TOLD = 60;

    @Inject
    CurrentUser me;

    @Inject
    MessageAddress address;

    @Inject
    Shell shell;

    @Inject
    Messages messages;

    @Inject
    Conversations conversations;

    @Inject
    DeliverySearch deliveries;

    @Inject
    TemplateWords words;

    @Inject
    GraphConfig graph;

    @Inject
    Formats formats;

    @Inject
    Clock clock;

    private @Nullable MessageView message;
    private @Nullable List<Attempt> attempts;
    private @Nullable Flight flight;
    private @Nullable List<MessageRow> around;
    private @Nullable List<ToldRow> told;

    /** Answers 404 when the workspace has no such message. */
    public void load() throws IOException {
        if (find().isEmpty()) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        }
    }

    private Optional<MessageView> find() {
        var id = address.getId();
        if (message == null && id != null) {
            message = messages.find(me.workspaceId(), id).orElse(null);
        }
        return Optional.ofNullable(message);
    }

    private MessageView message() {
        return find().orElseThrow(() -> RequestFailed.notFound("message", String.valueOf(address.getId())));
    }

    /** Which customers' webhooks were told of it. */
    public List<ToldRow> getTold() {
        var known = told;
        if (known == null) {
            known = deliveries.ofMessage(me.workspaceId(), message().id(), TOLD).stream()
                    .map(ToldRow::new)
                    .toList();
            told = known;
        }
        return known;
    }

    public MessageRow getRow() {
        return MessageRow.of(message(), shell);
    }

    public String getInitials() {
        return getRow().isNamed() ? Formats.initials(getRow().getName()) : "#";
    }

    /** "from number to person", or the other way round for what a person wrote. */
    public String getRoute() {
        var row = getRow();
        return TEXTS.get(row.isInbound() ? "to" : "from", row.getNumberName(), getPeer());
    }

    /** The person's number, masked unless the reader asked for it and may send. */
    public String getPeer() {
        var peer = message().peer();
        return isRevealed() ? Curl.address(peer) : Formats.mask(peer);
    }

    public Flight getFlight() {
        var known = flight;
        if (known == null) {
            known = new Flight(message(), attempts());
            flight = known;
        }
        return known;
    }

    private List<Attempt> attempts() {
        var known = attempts;
        if (known == null) {
            known = messages.attempts(me.workspaceId(), message().id());
            attempts = known;
        }
        return known;
    }

    public List<AttemptRow> getAttempts() {
        return attempts().stream().map(AttemptRow::new).toList();
    }

    public String getAttemptsText() {
        return TEXTS.get("attempts.sub", attempts().size());
    }

    /** The last call; null when there was none. */
    public @Nullable AttemptRow getLastAttempt() {
        return attempts().isEmpty()
                ? null
                : new AttemptRow(attempts().get(attempts().size() - 1));
    }

    public String getGraphPath() {
        return graph.baseUrl().getPath() + "/" + message().phoneNumberId() + "/messages";
    }

    /** The body as it was sent, with the recipient masked, as coloured HTML. */
    public String getRequestHtml() {
        var view = message();
        var number =
                attempts().isEmpty() ? 1 : attempts().get(attempts().size() - 1).number();
        // The blank line between head and body of the request.
        return "\n\n"
                + JsonText.html(GraphPayload.of(
                        Formats.mask(view.peer()),
                        view.type(),
                        content(view).toString(),
                        view.replyTo(),
                        view.id() + "." + number));
    }

    private JsonNode content(MessageView view) {
        var content = Copied.asRequested(view.content());
        return me.isMaySend() ? content : Copied.masked(content);
    }

    public Bubble getBubble() {
        return new Bubble(message(), words.of(message()), me.isMaySend());
    }

    /** What is wrong with it; null when all is well. */
    public @Nullable Trouble getTrouble() {
        return Trouble.of(message()).orElse(null);
    }

    public boolean isFailed() {
        return message().status() == MessageStatus.FAILED;
    }

    /** Whether it ended without being sent, or failed: then nothing is charged. */
    public boolean isInVain() {
        return isFailed() || message().status() == MessageStatus.EXPIRED;
    }

    /** Whether the reader may decide about a message whose outcome is unknown. */
    public boolean isDecidable() {
        return message().status() == MessageStatus.UNCERTAIN && me.isMaySend();
    }

    public boolean isCancellable() {
        return message().status() == MessageStatus.QUEUED && me.isMaySend();
    }

    public PricingCard getPricing() {
        return new PricingCard(message().pricing());
    }

    public @Nullable String getWamid() {
        return message().wamid();
    }

    public String getMessageId() {
        return message().id().toString();
    }

    public String getNumberId() {
        return message().phoneNumberId();
    }

    public @Nullable UUID getConversationId() {
        return message().conversationId();
    }

    /** Until when it is worth sending; null where that does not matter any more. */
    public @Nullable Instant getExpiresAt() {
        return UNSENT.contains(message().status()) ? message().expiresAt() : null;
    }

    /** The person's messages around this one, newest first; what lies further away is on the Messages page. */
    public List<MessageRow> getAround() {
        var known = around;
        if (known == null) {
            var view = message();
            var filter = new MessageFilter(
                    view.phoneNumberId(), null, view.peer(), Set.of(), null, null, null, null, null, null);
            var list = messages.list(me.workspaceId(), filter, AROUND, null);
            var place = list.stream().map(MessageView::id).toList().indexOf(view.id());
            var first = Math.max(0, Math.min(place - AROUND_SHOWN / 2, list.size() - AROUND_SHOWN));
            known = list.stream()
                    .skip(place < 0 ? 0 : first)
                    .limit(AROUND_SHOWN)
                    .map(one -> MessageRow.of(one, shell))
                    .toList();
            around = known;
        }
        return known;
    }

    /** How the conversation stands: until when free-form messages are allowed. */
    public @Nullable String getWindowText() {
        var conversation = message().conversationId();
        if (conversation == null) {
            return null;
        }
        return conversations
                .find(me.workspaceId(), conversation)
                .map(found -> found.isWindowOpenAt(clock.instant())
                        ? TEXTS.get("window.open", formats.when(found.windowExpiresAt()))
                        : TEXTS.get("window.closed"))
                .orElse(null);
    }

    /** What the Messages page takes to show all of this person. */
    public String getPeerQuery() {
        return URLEncoder.encode(message().peer(), StandardCharsets.UTF_8);
    }

    public String getCurl() {
        return Curl.of(message(), shell, me.isMaySend());
    }

    public boolean isOutbound() {
        return message().direction() == Direction.OUTBOUND;
    }

    public String getZone() {
        return TEXTS.get("flight.zone", formats.zone().getId());
    }

    /** Whether the reader asked for the whole number, and may see it. */
    public boolean isRevealed() {
        return address.isRevealed() && me.isMaySend();
    }
}
