package org.chasqui.web.campaigns;

import org.chasqui.campaigns.campaigns.Report;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;

/** One reason for which messages of a campaign have failed. */
public final class ErrorLine {
    private static final Texts TEXTS = Texts.of("campaigns");

    private final Report.Failure failure;

    ErrorLine(Report.Failure failure) {
        this.failure = failure;
    }

    public int getCode() {
        return failure.code();
    }

    public String getCount() {
        return Formats.count(failure.count());
    }

    public String getMeaning() {
        return failure.meaning();
    }

    public String getAdvice() {
        return failure.advice();
    }

    public String getRetry() {
        return TEXTS.get(failure.retryable() ? "retry.yes" : "retry.no");
    }

    public String getColour() {
        return failure.retryable() ? "green" : "plain";
    }
}
