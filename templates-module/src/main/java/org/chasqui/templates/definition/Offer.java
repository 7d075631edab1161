package org.chasqui.templates.definition;

/**
 * A limited-time offer.
 *
 * @param text what it is, in a few words
 * @param expires whether each message brings its end
 */
public record Offer(String text, boolean expires) {}
