package org.chasqui.platform.config;

/** The product cannot start like this; the message is for the operator and says what to change. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String message) {
        super(message);
    }
}
