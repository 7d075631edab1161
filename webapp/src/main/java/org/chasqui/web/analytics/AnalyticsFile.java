package org.chasqui.web.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.chasqui.analytics.rollups.CountCsv;
import org.chasqui.analytics.rollups.Rollups;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.web.text.Formats;

/** The counts that the page shows as a file for spreadsheets. */
@Named
@RequestScoped
public class AnalyticsFile {
    @Inject
    AnalyticsQuestion question;

    @Inject
    Rollups rollups;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Formats formats;

    /** Answers with the file in place of a page. */
    public void write() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var answer = faces.getExternalContext();
        var period = question.period();
        var filter = question.filter();
        answer.setResponseContentType("text/csv;charset=utf-8");
        answer.setResponseHeader(
                "Content-Disposition",
                "attachment; filename=\"analytics-" + period.first() + "-" + period.last() + ".csv\"");
        CountCsv.write(
                period.first(),
                period.last(),
                day -> rollups.lines(filter, day, formats.zone()),
                id -> numbers.byId(id).map(SenderNumber::phoneNumberId).orElseGet(id::toString),
                answer.getResponseOutputStream());
        faces.responseComplete();
    }
}
