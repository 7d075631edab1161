package org.chasqui.campaigns.recipients;

import java.time.Clock;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.sql.Sql;

/** Hears of messages as the container would have it hear. */
public final class Outcoming {
    private final Outcomes outcomes = new Outcomes();

    public Outcoming(Sql sql, Clock clock) {
        outcomes.jdbc = sql;
        outcomes.tallies = new Tallies(sql);
        outcomes.minutes = new Minutes(sql);
        outcomes.clock = clock;
    }

    public void hear(MessagesMoved event) {
        outcomes.note(event);
    }
}
