package org.chasqui.web.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A run of text with one look, as WhatsApp shows {@code *bold*}, {@code _italic_}, {@code ~struck~}, {@code ```code```}.
 */
public final class Piece {
    private static final Pattern MARKED =
            Pattern.compile("```(?<code>[^`]+)```|(?<![\\w*])\\*(?<bold>[^*\\n]+)\\*(?![\\w*])"
                    + "|(?<![\\w_])_(?<italic>[^_\\n]+)_(?![\\w_])|(?<![\\w~])~(?<struck>[^~\\n]+)~(?![\\w~])"
                    + "|(?<variable>\\{\\{\\s*\\w+\\s*}})");
    private static final List<String> LOOKS = List.of("code", "bold", "italic", "struck", "variable");

    private final String text;
    private final String look;

    private Piece(String text, String look) {
        this.text = text;
        this.look = look;
    }

    /** The pieces of a text in their order. */
    static List<Piece> of(String text) {
        var pieces = new ArrayList<Piece>();
        var matcher = MARKED.matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                pieces.add(new Piece(text.substring(from, matcher.start()), "plain"));
            }
            for (var look : LOOKS) {
                if (matcher.group(look) != null) {
                    pieces.add(new Piece(matcher.group(look), look));
                }
            }
            from = matcher.end();
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), "plain"));
        }
        return pieces;
    }

    public String getText() {
        return text;
    }

    /** plain, bold, italic, struck, code, or variable for one that nothing fills. */
    public String getLook() {
        return look;
    }
}
