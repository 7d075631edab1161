package org.chasqui.web.conformance;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.api.conformance.Conformance;

/** One promise. */
public final class PromiseRow {
    private final Conformance.Promise promise;

    PromiseRow(Conformance.Promise promise) {
        this.promise = promise;
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
