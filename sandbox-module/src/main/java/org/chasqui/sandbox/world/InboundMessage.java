package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A message that a person wrote to the business. */
final class InboundMessage {

    /** What stands in the journal; {@code message} is the object of Meta's {@code messages} array. */
    record Facts(long seq, long at, String from, String name, String wamid, ObjectNode message) {}

    private final BusinessNumber number;
    private final Facts facts;
    private volatile boolean acknowledged;
    private volatile boolean read;
    private volatile long typingUntil;

    InboundMessage(BusinessNumber number, Facts facts) {
        this.number = number;
        this.facts = facts;
    }

    BusinessNumber number() {
        return number;
    }

    Facts facts() {
        return facts;
    }

    boolean isAcknowledged() {
        return acknowledged;
    }

    /** False when it was acknowledged before. */
    synchronized boolean acknowledge() {
        boolean fresh = !acknowledged;
        acknowledged = true;
        return fresh;
    }

    boolean isRead() {
        return read;
    }

    void markRead() {
        read = true;
    }

    /** Until when the person is shown that the business writes an answer, in milliseconds since the epoch; 0 for never. */
    long typingUntil() {
        return typingUntil;
    }

    void typingUntil(long millis) {
        typingUntil = millis;
    }
}
