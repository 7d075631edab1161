package org.chasqui.sandbox.meta;

/**
 * A way in which a send can go: the answer of the request and the fate of the message are two things, because a lost
 * answer says nothing about the message.
 *
 * @param key its name in the control API
 * @param accepted whether the message is taken, whatever the answer says
 * @param code the error of a refusal or of a failed status, else 0
 * @param answerAfter milliseconds before the request is answered
 */
public record Scenario(String key, Answer answer, boolean accepted, int code, int answerAfter, Course course) {

    /** Meta on a good day. */
    public static final Scenario NORMAL = new Scenario("normal", Answer.NORMAL, true, 0, 0, Course.NORMAL);

    /** Refused at once with this code. */
    public static Scenario refused(int code) {
        return new Scenario("refused", Answer.REFUSAL, false, code, 0, Course.SILENT);
    }

    /** Accepted, then reported as failed with this code. */
    public static Scenario failed(int code) {
        return new Scenario("failed", Answer.NORMAL, true, code, 0, Course.FAILED);
    }

    /** The same with another pause before the answer, in milliseconds. */
    public Scenario answeredAfter(int millis) {
        return new Scenario(key, answer, accepted, code, millis, course);
    }

    /** The same with another code. */
    public Scenario withCode(int other) {
        return new Scenario(key, answer, accepted, other, answerAfter, course);
    }

    /** Whether this changes anything against a good day. */
    public boolean isNormal() {
        return this == NORMAL;
    }
}
