package org.chasqui.web.analytics;

import org.chasqui.analytics.rollups.ErrorCount;
import org.chasqui.platform.graph.GraphErrorAdvice;
import org.chasqui.platform.graph.GraphErrors;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;

/** Messages that failed with one code. */
public final class ErrorRow {
    private static final Texts TEXTS = Texts.of("analytics");

    private final ErrorCount error;
    private final long most;
    private final String query;

    ErrorRow(ErrorCount error, long most, String query) {
        this.error = error;
        this.most = most;
        this.query = query;
    }

    public String getCode() {
        return Integer.toString(error.code());
    }

    public String getMeaning() {
        return error.code() == 0 ? TEXTS.get("errors.ours") : advice().meaning();
    }

    public String getAdvice() {
        return error.code() == 0 ? TEXTS.get("errors.ours.advice") : advice().advice();
    }

    private GraphErrorAdvice advice() {
        return GraphErrors.advice(error.code(), null);
    }

    public String getMessages() {
        return Formats.count(error.messages());
    }

    /** Against the most frequent one, from 0 to 100. */
    public double getWidth() {
        return most == 0 ? 0 : 100.0 * error.messages() / most;
    }

    public String getQuery() {
        return query;
    }
}
