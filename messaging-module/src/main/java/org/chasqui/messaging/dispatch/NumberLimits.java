package org.chasqui.messaging.dispatch;

/** The limits of one number on this node: its throughput, and how much each person may get. */
record NumberLimits(TokenBucket bucket, PairLimiter pairs) {
    static NumberLimits of(int messagesPerSecond) {
        return new NumberLimits(
                new TokenBucket(messagesPerSecond, System::nanoTime), new PairLimiter(System::nanoTime));
    }
}
