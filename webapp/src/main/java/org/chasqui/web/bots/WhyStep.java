package org.chasqui.web.bots;

import java.util.Locale;

/** One question that a bot asked itself before it decided, and the answer. */
public final class WhyStep {
    private final String key;
    private final Look look;
    private final String title;
    private final String text;

    /** How a step came out. */
    enum Look {
        /** It may go on. */
        YES,
        /** This one does not fit. */
        NO,
        /** This keeps it from answering, or hands it to somebody. */
        STOP,
        /** This one decided. */
        TOOK,
        /** Nobody asked. */
        UNSEEN
    }

    WhyStep(String key, Look look, String title, String text) {
        this.key = key;
        this.look = look;
        this.title = title;
        this.text = text;
    }

    public String getKey() {
        return key;
    }

    public String getLook() {
        return look.name().toLowerCase(Locale.ROOT);
    }

    public String getIcon() {
        return switch (look) {
            case YES, TOOK -> "check";
            case NO -> "x";
            case STOP -> "pause";
            case UNSEEN -> "ellipsis";
        };
    }

    public String getTitle() {
        return title;
    }

    public String getText() {
        return text;
    }
}
