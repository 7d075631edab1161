package org.chasqui.web.overview;

import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A step of the newcomer's way. */
public final class FirstStep {
    private static final Texts TEXTS = Texts.of("overview");

    private final int number;
    private final String key;
    private final @Nullable String done;
    private final @Nullable String href;
    private final boolean next;

    FirstStep(int number, String key, @Nullable String done, @Nullable String href, boolean next) {
        this.number = number;
        this.key = key;
        this.done = done;
        this.href = href;
        this.next = next;
    }

    public int getNumber() {
        return number;
    }

    public String getKey() {
        return key;
    }

    public String getTitle() {
        return TEXTS.get("step." + key);
    }

    /** What has happened, or what there is to do. */
    public String getDetail() {
        return done == null ? TEXTS.get("step." + key + ".todo") : done;
    }

    public boolean isDone() {
        return done != null;
    }

    /** Whether this is the step to take now. */
    public boolean isNext() {
        return next;
    }

    public @Nullable String getHref() {
        return href;
    }

    public String getAction() {
        return TEXTS.get("step." + key + ".action");
    }
}
