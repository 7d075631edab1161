package org.chasqui.platform.accounts.health;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One health check of a number.
 *
 * @param numberId our id of the number
 * @param findings in the order in which they are shown
 */
public record Checkup(UUID numberId, Instant checkedAt, List<Finding> findings) {
    /** How many checks ended so. */
    public long count(Finding.Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    /** The worst that was found; UNKNOWN counts as less than WARNING, because it may be only the network. */
    public Finding.Verdict worst() {
        for (var verdict : List.of(Finding.Verdict.WRONG, Finding.Verdict.WARNING, Finding.Verdict.UNKNOWN)) {
            if (count(verdict) > 0) {
                return verdict;
            }
        }
        return Finding.Verdict.GOOD;
    }
}
