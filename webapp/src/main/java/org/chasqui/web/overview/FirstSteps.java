package org.chasqui.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageFilter;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The way of a newcomer: each step is read off what has really happened. */
@RequestScoped
class FirstSteps {
    private static final Set<MessageStatus> FAILURES =
            EnumSet.of(MessageStatus.FAILED, MessageStatus.EXPIRED, MessageStatus.CANCELLED, MessageStatus.UNCERTAIN);
    private static final Set<MessageStatus> STEPS_FORWARD = EnumSet.complementOf(EnumSet.copyOf(FAILURES));
    private static final Texts TEXTS = Texts.of("overview");

    @Inject
    CurrentUser me;

    @Inject
    Messages messages;

    @Inject
    ApiKeys keys;

    @Inject
    Formats formats;

    List<FirstStep> find(List<SenderNumber> numbers, boolean sandbox) {
        var workspace = me.workspaceId();
        var steps = new ArrayList<FirstStep>();
        steps.add(step(
                steps,
                "number",
                numbers.isEmpty() ? null : numbers.get(0).displayPhoneNumber(),
                me.isMayManageAccounts() ? "/console/connect.xhtml" : null));
        steps.add(step(steps, "test", newestThatWorked().map(this::howFar).orElse(null), null));
        var answer = newest(Direction.INBOUND, Set.of())
                .map(message -> TEXTS.get("step.answer.done", formats.ago(message.createdAt())))
                .orElse(null);
        steps.add(step(steps, "answer", answer, sandbox ? "/console/phone.xhtml" : null));
        var used = keys.list(workspace).stream()
                .filter(key -> key.lastUsedAt() != null)
                .findFirst()
                .map(key -> TEXTS.get("step.api.done", key.name()))
                .orElse(null);
        steps.add(step(steps, "api", used, me.isMayManageKeys() ? "/console/keys.xhtml" : null));
        return steps;
    }

    private static FirstStep step(List<FirstStep> before, String key, @Nullable String done, @Nullable String href) {
        var isNext = done == null && before.stream().allMatch(FirstStep::isDone);
        return new FirstStep(before.size() + 1, key, done, href, isNext);
    }

    /** A message that failed is no step forward; what happened to it is among the needs. */
    private Optional<MessageView> newestThatWorked() {
        return newest(Direction.OUTBOUND, STEPS_FORWARD);
    }

    private Optional<MessageView> newest(Direction direction, Set<MessageStatus> statuses) {
        var filter = new MessageFilter(null, null, null, statuses, direction, null, null, null, null, null);
        return messages.list(me.workspaceId(), filter, 1, null).stream().findFirst();
    }

    private String howFar(MessageView message) {
        var last = message.steps().get(message.steps().size() - 1);
        var status = Texts.of("shell").get("status." + message.status());
        return message.status() == MessageStatus.QUEUED
                ? status
                : TEXTS.get(
                        "step.test.done", status, Formats.duration(Duration.between(message.createdAt(), last.at())));
    }
}
