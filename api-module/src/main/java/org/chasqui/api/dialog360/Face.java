package org.chasqui.api.dialog360;

import java.util.Optional;
import org.chasqui.platform.keys.KeyKind;

/** Whose API a client believes to speak; its key says so. */
public enum Face {
    DIALOG360,
    CBOT;

    /** The face of a kind of keys; empty for a kind that does not open this dialect. A key of our own does. */
    static Optional<Face> of(KeyKind kind) {
        return switch (kind) {
            case DIALOG360, CHASQUI -> Optional.of(DIALOG360);
            case CBOT -> Optional.of(CBOT);
            case BOTMAKER, WAABOT -> Optional.empty();
        };
    }
}
