package org.chasqui.platform.accounts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.chasqui.platform.accounts.onboarding.OnboardingView;
import org.chasqui.platform.accounts.onboarding.Problem;
import org.chasqui.platform.accounts.onboarding.StepView;
import org.chasqui.platform.graph.NumberNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An onboarding as the API shows it: its steps in their order, with what Meta said and how to mend what went wrong. */
@Schema(name = "Onboarding", description = "How an account comes in, step by step.")
public record OnboardingBody(
        @Schema(description = "Our id.") UUID id,

        @Schema(
                description = "How it comes in.",
                enumeration = {"embedded", "manual"})
        String method,

        @Schema(
                description = "waiting for Meta's window, running by itself, ready, failed until somebody acts, or"
                        + " cancelled.",
                enumeration = {"waiting", "running", "ready", "failed", "cancelled"})
        String state,

        @Schema(description = "Whether the number stays in the WhatsApp Business app.")
        boolean coexistence,

        @Schema(description = "Who started it: a person, a key, or a link.")
        String startedBy,

        @Schema(description = "The link that it came by.", nullable = true) @Nullable
        UUID linkId,

        @Schema(description = "Meta's id of the account, once it is found.", nullable = true) @Nullable
        String wabaId,

        @Schema(description = "Meta's ids of the numbers, once they are found.")
        List<String> phoneNumberIds,

        @Schema(description = "The numbers to choose from, when it is not clear which one is meant.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Choice> choices,

        @Schema(description = "When it began.") Instant createdAt,

        @Schema(description = "When it last moved.") Instant updatedAt,

        @Schema(description = "When it came to its end.", nullable = true) @Nullable
        Instant finishedAt,

        @Schema(description = "When the gateway tries again by itself.", nullable = true) @Nullable
        Instant nextAt,

        @Schema(description = "The steps in their order.") List<Body> steps) {
    /** A number that may be meant. */
    @Schema(name = "OnboardingChoice", description = "A number that may be meant.")
    public record Choice(
            @Schema(description = "Meta's id.") String phoneNumberId,

            @Schema(description = "As Meta prints it.", nullable = true) @Nullable
            String displayPhoneNumber,

            @Schema(description = "The name that recipients see.", nullable = true) @Nullable
            String verifiedName) {
        static Choice of(NumberNode number) {
            return new Choice(number.id(), number.displayPhoneNumber(), number.verifiedName());
        }
    }

    /** A step. */
    @Schema(name = "OnboardingStep", description = "A step of an onboarding.")
    public record Body(
            @Schema(
                    description = "Which one.",
                    enumeration = {
                        "window",
                        "exchange",
                        "inspect",
                        "find",
                        "subscribe",
                        "callback",
                        "register",
                        "ready",
                        "sync"
                    })
            String step,

            @Schema(
                    description = "Where it stands.",
                    enumeration = {"pending", "running", "done", "skipped", "failed"})
            String state,

            @Schema(description = "How often it was begun.") int attempts,

            @Schema(description = "When the last attempt began.", nullable = true) @Nullable
            Instant startedAt,

            @Schema(description = "When the last attempt ended.", nullable = true) @Nullable
            Instant finishedAt,

            @Schema(description = "Why the last attempt failed.", nullable = true) @Nullable
            Error error) {
        static Body of(StepView step) {
            return new Body(
                    step.step().wireName(),
                    step.state().wireName(),
                    step.attempts(),
                    step.startedAt(),
                    step.finishedAt(),
                    step.problem() == null ? null : Error.of(step.problem()));
        }
    }

    /** A problem. */
    @Schema(name = "OnboardingError", description = "Why a step failed.")
    public record Error(
            @Schema(description = "Stable code for programs.", example = "wrong_pin")
            String code,

            @Schema(description = "What happened, for people.")
            String message,

            @Schema(description = "What to do about it, for people.")
            String advice,

            @Schema(description = "Whether the gateway tries again by itself.")
            boolean retryable,

            @Schema(description = "Meta's code.", example = "133005", nullable = true) @Nullable
            Integer metaCode,

            @Schema(description = "For Meta's support.", nullable = true) @Nullable
            String fbtraceId) {
        static Error of(Problem problem) {
            return new Error(
                    problem.code().wireName(),
                    problem.what(),
                    problem.how(),
                    problem.retryable(),
                    problem.metaCode(),
                    problem.trace());
        }
    }

    static OnboardingBody of(OnboardingView run) {
        var waba = run.facts().waba();
        return new OnboardingBody(
                run.id(),
                run.method().name().toLowerCase(Locale.ROOT),
                run.state().wireName(),
                run.coexistence(),
                run.startedBy(),
                run.linkId(),
                waba == null ? null : waba.id(),
                run.facts().numbers().stream().map(NumberNode::id).toList(),
                run.facts().choices().stream().map(Choice::of).toList(),
                run.createdAt(),
                run.updatedAt(),
                run.finishedAt(),
                run.nextAt(),
                run.steps().stream().map(Body::of).toList());
    }
}
