package org.chasqui.api.waabot.messages;

import java.util.List;
import org.chasqui.api.waabot.parts.MessagePart;

/**
 * A message of Waabot's as the official API can send it.
 *
 * @param warnings where it is other than was asked for
 */
public record Mapped(MessagePart part, List<String> warnings) {
    static Mapped of(MessagePart part) {
        return new Mapped(part, List.of());
    }
}
