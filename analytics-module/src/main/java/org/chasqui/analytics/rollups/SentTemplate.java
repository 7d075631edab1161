package org.chasqui.analytics.rollups;

import java.util.UUID;

/**
 * What was sent from a number with templates of one name: accounts may have templates of the same name.
 *
 * @param numberId our id of the number
 * @param name as Meta has it, whatever the language
 */
public record SentTemplate(UUID numberId, String name) {}
