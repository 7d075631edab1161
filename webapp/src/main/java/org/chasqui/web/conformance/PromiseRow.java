package org.chasqui.web.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.api.conformance.Conformance;
import org.chasqui.api.conformance.TestRuns.TestRun;
import org.jspecify.annotations.Nullable;

/** One promise. */
public final class PromiseRow {
    private final Conformance.Promise promise;
    private final @Nullable TestRun run;

    PromiseRow(Conformance.Promise promise, @Nullable TestRun run) {
        this.promise = promise;
        this.run = run;
    }

    public String getItem() {
        return promise.item();
    }

    /** What it says, in pieces: every second one is code. */
    public List<Piece> getPieces() {
        var pieces = new ArrayList<Piece>();
        var parts = promise.text().split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                pieces.add(new Piece(parts[i], i % 2 == 1));
            }
        }
        return pieces;
    }

    /** The tests that show it, as {@code Class.method}. */
    public List<String> getTests() {
        return promise.tests();
    }

    /** When one of its tests last passed, as far as the build knows; null when it does not. */
    public @Nullable Instant getTestedAt() {
        return run == null ? null : run.at();
    }

    /** The commit of that run; empty when it is not known. */
    public String getCommit() {
        return run == null ? "" : run.commit();
    }

    /** A piece of a sentence. */
    public static final class Piece {
        private final String text;
        private final boolean code;

        Piece(String text, boolean code) {
            this.text = text;
            this.code = code;
        }

        public String getText() {
            return text;
        }

        public boolean isCode() {
            return code;
        }
    }
}
