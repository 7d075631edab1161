package org.chasqui.templates.definition;

/**
 * The header of a template or of a card.
 *
 * @param text empty unless the format is TEXT
 */
public record Header(HeaderFormat format, String text) {
    /** The variables of its text. */
    public Variables variables() {
        return Variables.of(text);
    }
}
