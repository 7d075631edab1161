package org.chasqui.platform.outgoing;

/** An address that is not called; the message says why, for the person who gave it. */
public final class UrlRefused extends RuntimeException {
    UrlRefused(String why) {
        super(why);
    }
}
