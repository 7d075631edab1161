package org.chasqui.platform.sample;

import jakarta.faces.context.FacesContext;
import jakarta.jms.Queue;
import java.time.Instant;
import org.chasqui.messaging.messages.Direction;

/** Breaks every rule that it can; {@code ModularityTest} must see it. */
public class PlatformThatDrawsPages {
    FacesContext page;
    Queue queue;
    Direction upwards = Direction.INBOUND;
    Instant now = Instant.now();

    void print() {
        System.out.println(now);
    }
}
