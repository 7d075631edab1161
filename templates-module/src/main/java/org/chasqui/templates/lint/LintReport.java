package org.chasqui.templates.lint;

import java.util.List;
import org.chasqui.templates.definition.Category;

/**
 * What the linter says about a draft.
 *
 * @param findings the worst first
 * @param passed names of the rules that had no objection
 * @param likely the category that Meta is likely to choose
 */
public record LintReport(List<Finding> findings, List<String> passed, Category likely) {
    private static final int FULL = 100;
    private static final int ERROR_COSTS = 30;
    private static final int WARNING_COSTS = 12;
    private static final int ADVICE_COSTS = 3;

    public LintReport {
        findings = List.copyOf(findings);
        passed = List.copyOf(passed);
    }

    /** Whether Meta would refuse it at once. */
    public boolean isStopped() {
        return count(Severity.ERROR) > 0;
    }

    /** How many findings are this bad. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** From 0 to 100, without a meaning at Meta: only a measure whether a change made it better. */
    public int score() {
        long lost = count(Severity.ERROR) * ERROR_COSTS
                + count(Severity.WARNING) * WARNING_COSTS
                + count(Severity.ADVICE) * ADVICE_COSTS;
        return (int) Math.max(0, FULL - lost);
    }
}
