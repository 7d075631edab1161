package org.chasqui.web.bots;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.bots.Handling;
import org.chasqui.messaging.bots.Reason;
import org.chasqui.messaging.bots.Trace;
import org.chasqui.messaging.bots.Trial;
import org.chasqui.web.bots.WhyStep.Look;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;

/** What a bot would do about a text, and why, step by step. */
public final class TrialView {
    private static final Texts TEXTS = Texts.of("bots");

    private final String asked;
    private final Trial trial;
    private final Map<UUID, String> names;
    private final Duration took;

    /** @param names of the rules, by their ids: not each has a title */
    TrialView(String asked, Trial trial, Map<UUID, String> names, Duration took) {
        this.asked = asked;
        this.trial = trial;
        this.names = names;
        this.took = took;
    }

    public String getAsked() {
        return asked;
    }

    public List<ReplyBubble> getReplies() {
        return trial.replies().stream().map(ReplyBubble::new).toList();
    }

    /** What it would do beside answering, and that it would not answer. */
    public List<PlainLine> getNotes() {
        var notes = new ArrayList<PlainLine>();
        if (!trial.tagsAdded().isEmpty()) {
            notes.add(new PlainLine("tag", TEXTS.get("note.tags", String.join(", ", trial.tagsAdded()))));
        }
        if (!trial.tagsRemoved().isEmpty()) {
            notes.add(new PlainLine("tag", TEXTS.get("note.untags", String.join(", ", trial.tagsRemoved()))));
        }
        switch (trial.outcome()) {
            case HANDED_OVER -> notes.add(new PlainLine("hand", TEXTS.get("note.handover")));
            case DRAFTED -> notes.add(new PlainLine("pencil", TEXTS.get("note.draft")));
            case SILENT -> notes.add(new PlainLine("ban", TEXTS.get("note.silent")));
            case FAILED -> notes.add(new PlainLine("triangle-alert", TEXTS.get("note.failed")));
            case REPLIED -> {}
        }
        return notes;
    }

    public String getTook() {
        return TEXTS.get("why.took", Formats.duration(took));
    }

    /** Who has the conversation, the hours, each rule, who else was asked, and the end. */
    public List<WhyStep> getSteps() {
        var steps = new ArrayList<WhyStep>();
        var trace = trial.trace();
        var handling = trace.handling().name().toLowerCase(Locale.ROOT);
        steps.add(new WhyStep(
                "handling",
                trace.handling() == Handling.By.BOT ? Look.YES : Look.STOP,
                TEXTS.get("why.handling"),
                TEXTS.get("why.handling." + handling)));
        steps.add(new WhyStep(
                "hours", trace.withinHours() ? Look.YES : Look.STOP, TEXTS.get("why.hours"), trace.hours()));
        addRules(steps, trace);
        if (trace.source() != null) {
            var isTaken = trial.reason() == Reason.AI || trial.reason() == Reason.EXTERNAL;
            steps.add(new WhyStep(
                    "source", isTaken ? Look.TOOK : Look.NO, TEXTS.get("why.source"), String.valueOf(trace.source())));
        }
        var detail = trial.detail();
        steps.add(new WhyStep(
                "end",
                trial.replies().isEmpty() ? Look.STOP : Look.YES,
                TEXTS.get("outcome." + trial.outcome().name().toLowerCase(Locale.ROOT)),
                TEXTS.get("reason." + trial.reason().name().toLowerCase(Locale.ROOT))
                        + (detail == null ? "" : ". " + detail)));
        return steps;
    }

    private void addRules(List<WhyStep> steps, Trace trace) {
        for (int at = 0; at < trace.rules().size(); at++) {
            var verdict = trace.rules().get(at);
            var title = verdict.title();
            steps.add(new WhyStep(
                    "rule-" + verdict.ruleId(),
                    look(verdict),
                    (at + 1) + " " + (title == null ? names.getOrDefault(verdict.ruleId(), "") : title),
                    verdict.keyword() == null
                            ? verdict.why()
                            : TEXTS.get("why.keyword", verdict.keyword(), verdict.why())));
        }
    }

    private Look look(Trace.RuleVerdict verdict) {
        if (verdict.ruleId().equals(trial.ruleId())) {
            return Look.TOOK;
        }
        // One that fits below the one that decided counts for nothing.
        return verdict.matched() ? Look.UNSEEN : Look.NO;
    }
}
