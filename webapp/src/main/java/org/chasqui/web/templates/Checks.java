package org.chasqui.web.templates;

import java.util.List;
import org.chasqui.templates.definition.Category;
import org.chasqui.templates.lint.LintReport;
import org.chasqui.templates.lint.Severity;
import org.chasqui.web.text.Texts;

/** What is said of a template while it is being written: what would keep Meta from taking it, and what it may become there. */
public final class Checks {
    private static final Texts TEXTS = Texts.of("templates");

    private final LintReport report;
    private final String category;

    /** The report on a template that asks for a category. */
    Checks(LintReport report, String category) {
        this.report = report;
        this.category = category;
    }

    public List<FindingRow> getFindings() {
        return report.findings().stream().map(FindingRow::new).toList();
    }

    public long getErrors() {
        return report.count(Severity.ERROR);
    }

    public long getWarnings() {
        return report.count(Severity.WARNING);
    }

    public String getPassedText() {
        return TEXTS.get("checks.passed", report.passed().size());
    }

    /** The category that Meta is likely to give it. */
    public String getLikely() {
        return TemplateLook.category(report.likely().name());
    }

    /** Whether Meta is likely to choose another category than it asks for. */
    public boolean isLikelyMoved() {
        return Category.of(category).filter(report.likely()::equals).isEmpty();
    }
}
