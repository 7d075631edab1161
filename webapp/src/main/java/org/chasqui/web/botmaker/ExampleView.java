package org.chasqui.web.botmaker;

import org.chasqui.api.botmaker.Example;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A call to try. */
public final class ExampleView {
    private static final Texts TEXTS = Texts.of("botmaker");
    /** A person whom nobody writes to: whoever tries puts in another. */
    private static final String SOMEBODY = "14155550100";

    private final Example example;
    private final String channelId;

    ExampleView(Example example, String channelId) {
        this.example = example;
        this.channelId = channelId;
    }

    public String getName() {
        return example.name();
    }

    public String getTitle() {
        return TEXTS.get("example." + example);
    }

    public String getMethod() {
        return example.method();
    }

    public String getPath() {
        return example.path();
    }

    /** Null for a call without one. */
    public @Nullable String getBody() {
        return example.body(channelId, SOMEBODY);
    }
}
