package org.chasqui.platform.graph;

/**
 * What Meta's table of error codes says about one code, and what we do about it.
 *
 * @param kind which reaction the code asks for
 * @param meaning what happened, in a sentence
 * @param advice what a person can do about it
 */
public record GraphErrorAdvice(Kind kind, String meaning, String advice) {
    /** Reactions to an error of Graph; grouped after the list of error codes in Meta's Cloud API reference. */
    public enum Kind {
        /** The token is bad or lacks a permission: the number cannot send until a person acts. */
        CREDENTIAL,
        /** The account or number is locked, unpaid or not registered: stop the number and alert. */
        ACCOUNT,
        /** The throughput of the number is used up (130429): slow down and try again. */
        THROTTLE_NUMBER,
        /** Too many messages to one user (131056): this recipient waits, nobody else. */
        THROTTLE_PAIR,
        /** The calls of the WABA or the app are used up (80007, 4): the number that met it rests; others meet it themselves. */
        THROTTLE_ACCOUNT,
        /** The number is in maintenance (131057): wait about a minute. */
        MAINTENANCE,
        /** A fault on Meta's side that says that nothing was processed: try again. */
        TRANSIENT,
        /** Refused for good: the message fails. */
        PERMANENT
    }
}
