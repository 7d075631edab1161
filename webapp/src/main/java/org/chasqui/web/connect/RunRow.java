package org.chasqui.web.connect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.platform.accounts.onboarding.Facts;
import org.chasqui.platform.accounts.onboarding.OnboardingState;
import org.chasqui.platform.accounts.onboarding.OnboardingView;
import org.chasqui.platform.accounts.onboarding.Onboardings;
import org.chasqui.platform.accounts.onboarding.Step;
import org.chasqui.platform.accounts.onboarding.StepState;
import org.chasqui.platform.accounts.onboarding.StepView;
import org.chasqui.platform.graph.NumberNode;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A run of the onboarding: a row of the list, or the whole on its page. */
public final class RunRow {
    private static final Texts TEXTS = Texts.of("connect");

    private final OnboardingView run;

    RunRow(OnboardingView run) {
        this.run = run;
    }

    public String getId() {
        return run.id().toString();
    }

    /** The name of the number or account as soon as it is known. */
    public String getTitle() {
        var number = number();
        if (number != null && number.verifiedName() != null) {
            return number.verifiedName();
        }
        var waba = run.facts().waba();
        if (waba != null && waba.name() != null) {
            return waba.name();
        }
        return TEXTS.get(run.linkId() != null ? "run.link" : "run." + run.method());
    }

    private @Nullable NumberNode number() {
        return run.facts().numbers().isEmpty() ? null : run.facts().numbers().get(0);
    }

    /** The number as Meta writes it; empty before it is known. */
    public String getNumber() {
        var number = number();
        return number == null || number.displayPhoneNumber() == null ? "" : number.displayPhoneNumber();
    }

    public String getMore() {
        var more = run.facts().numbers().size() - 1;
        return more < 1 ? "" : TEXTS.get("run.more", more);
    }

    public Instant getAt() {
        return run.createdAt();
    }

    public String getBy() {
        return Onboardings.SYSTEM.equals(run.startedBy()) ? TEXTS.get("run.system") : run.startedBy();
    }

    public String getKind() {
        return TEXTS.get(run.linkId() != null ? "run.link" : "run." + run.method());
    }

    public String getState() {
        return run.state().wireName();
    }

    public String getStateText() {
        var again = run.state() == OnboardingState.RUNNING && run.problem().isPresent();
        return TEXTS.get("state." + (again ? "again" : run.state().wireName()));
    }

    public String getColour() {
        return switch (run.state()) {
            case READY -> "green";
            case FAILED -> "red";
            case RUNNING -> run.problem().isPresent() ? "amber" : "blue";
            case WAITING -> "violet";
            case CANCELLED -> "";
        };
    }

    public List<RunStep> getSteps() {
        var steps = new ArrayList<RunStep>();
        for (var step : run.steps()) {
            steps.add(new RunStep(run, step, steps.size() + 1));
        }
        return steps;
    }

    /** Classes of the bar's parts. */
    public List<String> getSegments() {
        return getSteps().stream().map(RunStep::segment).toList();
    }

    public String getDoneText() {
        var done = run.steps().stream().filter(step -> step.state().isBehind()).count();
        return TEXTS.get("run.done", done, run.steps().size());
    }

    /** What there is to wait for or to do. */
    public String getNext() {
        var position = run.current().map(this::position).orElse(0);
        return switch (run.state()) {
            case READY -> TEXTS.get("run.ready");
            case FAILED -> TEXTS.get("run.failed", position);
            case RUNNING -> run.problem().isPresent() ? TEXTS.get("run.again") : TEXTS.get("run.running");
            case WAITING -> TEXTS.get("run.waiting");
            case CANCELLED -> TEXTS.get("run.cancelled");
        };
    }

    private int position(StepView step) {
        return run.steps().indexOf(step) + 1;
    }

    /** Whether the number can send, although there may still be something to do for it. */
    public boolean isReady() {
        return run.isConnected();
    }

    /** Whether Meta's window can be opened for it again. */
    public boolean isReopenable() {
        return run.method() == OnboardingView.Method.EMBEDDED
                && run.linkId() == null
                && run.step(Step.WINDOW).isPresent()
                && (run.state() == OnboardingState.CANCELLED || run.state() == OnboardingState.WAITING);
    }

    public boolean isCoexistence() {
        return run.coexistence();
    }

    public List<NumberChoice> getChoices() {
        return NumberChoice.of(run);
    }

    /** Meta's id of the number, for its page; empty before it is connected. */
    public String getNumberId() {
        var number = number();
        return number == null || !isReady() ? "" : number.id();
    }

    /** Whether the run has given the number a PIN that its owner may want to know. */
    public boolean isPinKnown() {
        return isReady()
                && run.step(Step.REGISTER)
                        .filter(step -> step.state() == StepState.DONE)
                        .isPresent();
    }

    public List<Fact> getFacts() {
        return Fact.of(run.facts());
    }

    /** Everything about the run that Meta's or our support may want, without secrets. */
    public String getSupportText() {
        var text =
                new StringBuilder("Onboarding " + run.id() + ", " + run.state().wireName() + "\n");
        for (var step : run.steps()) {
            text.append(step.step().wireName())
                    .append(": ")
                    .append(step.state().wireName())
                    .append(step.attempts() > 1 ? " (" + step.attempts() + ")" : "");
            var problem = step.problem();
            if (problem != null) {
                text.append(" ").append(problem.code().wireName());
                text.append(problem.metaCode() == null ? "" : " meta " + problem.metaCode());
                text.append(problem.trace() == null ? "" : " trace " + problem.trace());
            }
            text.append("\n");
        }
        return text.toString();
    }

    /** A line of what Meta has told. */
    public static final class Fact {
        private final String name;
        private final String value;
        private final String note;

        private Fact(String name, String value, @Nullable String note) {
            this.name = name;
            this.value = value;
            this.note = note == null ? "" : note;
        }

        public String getName() {
            return name;
        }

        public String getValue() {
            return value;
        }

        public String getNote() {
            return note;
        }

        private static void add(List<Fact> facts, String key, @Nullable String value, @Nullable String note) {
            if (value != null && !value.isEmpty()) {
                facts.add(new Fact(TEXTS.get("fact." + key), value, note));
            }
        }

        private static List<Fact> of(Facts told) {
            var facts = new ArrayList<Fact>();
            var waba = told.waba();
            if (waba != null) {
                add(facts, "account", waba.name(), waba.id());
                add(facts, "verification", waba.businessVerificationStatus(), null);
                add(facts, "currency", waba.currency(), null);
            }
            for (var number : told.numbers()) {
                add(facts, "number", number.displayPhoneNumber(), number.id());
                add(facts, "status", number.status(), null);
                add(facts, "name", number.nameStatus(), number.verifiedName());
                add(facts, "quality", number.qualityRating(), null);
                add(facts, "limit", number.whatsappBusinessManagerMessagingLimit(), null);
            }
            var token = told.token();
            if (token != null) {
                var end = token.expiresAt();
                add(
                        facts,
                        "token",
                        end == null ? TEXTS.get("fact.token.never") : TEXTS.get("fact.token.until", Formats.iso(end)),
                        TEXTS.get("fact.token.ending", token.ending()));
            }
            return facts;
        }
    }
}
