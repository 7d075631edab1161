package org.chasqui.analytics.rollups;

/** What is counted of messages, in the order of the columns. */
enum Counter {
    /** Accepted here, or written by a person. */
    TOTAL,
    ACCEPTED,
    SENT,
    DELIVERED,
    READ,
    REPLIED,
    /** This and what follows: messages that stand there now. */
    FAILED,
    UNCERTAIN,
    EXPIRED,
    CANCELLED
}
