package org.chasqui.messaging.media;

import java.util.Locale;

/**
 * What a file can be sent as, and how large Meta lets it be. Source: Meta, Cloud API, "Supported media types" (2025-11).
 */
public enum MediaKind {
    IMAGE(5L << 20),
    VIDEO(16L << 20),
    AUDIO(16L << 20),
    DOCUMENT(100L << 20),
    /** 500 KB for an animated one; a still one may have 100 KB, which only a look inside would tell apart. */
    STICKER(500L << 10);

    private final long largest;

    MediaKind(long largest) {
        this.largest = largest;
    }

    /** Bytes that a file of this kind may have at most. */
    public long largest() {
        return largest;
    }

    /** As Meta names it, for example {@code image}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
