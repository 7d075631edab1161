package org.chasqui.platform.accounts.onboarding;

/**
 * What one step does. May be done again at any time: it looks at Meta first, and acts only when what it wants is not
 * there yet.
 */
interface StepWork {
    Step step();

    /** Its call at Meta, for people to read. */
    String request(Run run);

    /**
     * Does it.
     *
     * @throws StepFailed when it cannot be done; other exceptions are judged by {@link Problems}
     */
    Done perform(Run run);

    /** The end of a step that did not fail. */
    record Done(StepState state, Trace trace) {
        static Done with(Trace trace) {
            return new Done(StepState.DONE, trace);
        }

        static Done skipped(String why) {
            return new Done(StepState.SKIPPED, Trace.sentence(why));
        }
    }
}
