package org.chasqui.analytics.rollups;

import java.util.UUID;

/**
 * The counts of some messages that are told apart by number, category and template.
 *
 * @param numberId our id of the number
 * @param category the category that we sent them under
 * @param template name of the template; empty for messages that are none
 */
public record CountLine(UUID numberId, String category, String template, Totals totals) {}
