package org.chasqui.api.dialects;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.chasqui.api.botmaker.notes.Result;
import org.chasqui.api.botmaker.notes.Results;
import org.chasqui.api.dialog360.Told;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.Outcome;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.KeyKind;
import org.jspecify.annotations.Nullable;

/** One workspace with one number, a key of each kind, and somebody who writes down what is to be sent, or refuses it. */
final class Cast {
    static final String NUMBER = Scenery.NUMBER;
    static final String CHANNEL = Scenery.CHANNEL;
    static final String PERSON = Scenery.PERSON;
    static final UUID CONVERSATION_ID = Scenery.CONVERSATION_ID;
    static final UUID CONTACT_ID = Scenery.CONTACT_ID;

    private final List<SendMessage> sent = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private @Nullable RuntimeException problem;
    private @Nullable MessageView message;
    private @Nullable CompletionStage<MessageView> later;

    /** What was to be sent since the last time that somebody asked. */
    List<SendMessage> takeSent() {
        var taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    /** What Botmaker's clients are told later of their calls, since the last time that somebody asked. */
    List<Result> takeResults() {
        var taken = List.copyOf(results);
        results.clear();
        return taken;
    }

    /** Has everything that is to be sent fail. */
    void refuse(@Nullable RuntimeException why) {
        problem = why;
    }

    /** Has Meta take its time for what clients wait for. */
    void answersLater(CompletionStage<MessageView> answer) {
        later = answer;
    }

    /** Has this be the message that events are about; its id is {@link Told#ID}. */
    void isAbout(MessageView told) {
        message = told;
    }

    /** The key of a kind. */
    static String key(KeyKind kind) {
        return "cm_" + kind.wireName();
    }

    /** All who play. */
    List<Object> actors() {
        var all = new ArrayList<>(Scenery.all());
        all.add(messages());
        all.add(results());
        return all;
    }

    private Results results() {
        return new Results() {
            @Override
            public void tell(Result result) {
                results.add(result);
            }
        };
    }

    /** Takes what Meta would take, and nothing else. */
    private Messages messages() {
        return new Messages() {
            @Override
            public MessageView send(SendMessage command) {
                if (problem != null) {
                    throw problem;
                }
                MessageContent.check(command.type(), command.content());
                sent.add(command);
                return Told.outbound(command.type(), MessageStatus.ACCEPTED, Told.WAMID, null);
            }

            @Override
            public CompletionStage<MessageView> sendAndHear(SendMessage command, Duration patience) {
                var sentNow = CompletableFuture.completedStage(send(command));
                return later == null ? sentNow : later;
            }

            @Override
            public List<Outcome> sendAll(List<SendMessage> commands) {
                return commands.stream().map(this::outcome).toList();
            }

            private Outcome outcome(SendMessage command) {
                try {
                    return new Outcome.Accepted(send(command));
                } catch (RequestFailed refused) {
                    return new Outcome.Refused(refused);
                }
            }

            @Override
            public Optional<MessageView> find(UUID workspaceId, String id) {
                var known = message == null ? Told.outbound("text", MessageStatus.READ, Told.WAMID, null) : message;
                return Optional.of(known)
                        .filter(one ->
                                Told.WAMID.equals(id) || one.id().toString().equals(id));
            }
        };
    }
}
