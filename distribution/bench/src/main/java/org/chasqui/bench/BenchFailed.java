package org.chasqui.bench;

/** The benchmark cannot go on; the message is a sentence for the person who started it. */
final class BenchFailed extends RuntimeException {
    BenchFailed(String sentence) {
        super(sentence);
    }

    BenchFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
