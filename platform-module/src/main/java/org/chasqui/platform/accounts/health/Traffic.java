package org.chasqui.platform.accounts.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.chasqui.platform.accounts.SenderNumber;

/** Whether we hear as much of a number as there is to hear; answered by whoever counts messages. */
public interface Traffic {
    /** Since when nobody has written to a number although people usually do; empty when all is as usual, or nothing is. */
    Optional<Quiet> quiet(SenderNumber number);

    /** A day of the last ones for which Meta has counted more than we; empty when the counts agree, as far as compared. */
    Optional<Gap> gap(SenderNumber number);

    /**
     * Nobody writes.
     *
     * @param usual how many messages people have written on average in the same hours of the last four weeks
     */
    record Quiet(Instant since, long usual) {}

    /**
     * Meta's counts of a day and ours; at least one of Meta's is too high.
     *
     * @param day in UTC
     */
    record Gap(LocalDate day, long sentAtMeta, long sentHere, long deliveredAtMeta, long deliveredHere) {}
}
