package org.chasqui.web.numbers;

/** A first call from a number in the words of one API. */
public final class DialectCall {
    private final String id;
    private final String title;
    private final String key;
    private final String curl;

    DialectCall(String id, String title, String key, String curl) {
        this.id = id;
        this.title = title;
        this.key = key;
        this.curl = curl;
    }

    /** For the page, for example {@code graph}. */
    public String getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    /** Which key it goes with, in words. */
    public String getKey() {
        return key;
    }

    public String getCurl() {
        return curl;
    }
}
