package org.chasqui.web.bots;

/** Something about a bot that somebody should look at. */
public final class BotNeed {
    private final String colour;
    private final String text;

    BotNeed(String colour, String text) {
        this.colour = colour;
        this.text = text;
    }

    /** red when it keeps the bot from answering, amber otherwise. */
    public String getColour() {
        return colour;
    }

    public String getText() {
        return text;
    }
}
