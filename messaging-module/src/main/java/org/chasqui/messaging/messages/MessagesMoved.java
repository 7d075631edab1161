package org.chasqui.messaging.messages;

import java.util.List;

/**
 * Fired inside the transaction that changes messages, so that whoever counts them commits or fails together with the
 * change. Pages observe it after the commit, as a hint only.
 *
 * @param source which part of the relay made the change: accept, settle or merge; writers that count use it to stay out
 *     of each other's way
 * @param moves at least one
 */
public record MessagesMoved(String source, List<Move> moves) {}
