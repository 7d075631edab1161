package org.chasqui.messaging.bots;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads texts that vary. Reads each character once for each pair of braces around it. */
final class SpintaxParser {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,59}");
    private static final String MEANT = "{}|[]\\";
    /** Braces that are deeper mean nothing: nobody writes them, and each level takes its share of the stack. */
    private static final int DEEPEST = 20;

    private final String text;
    private final int end;
    private final int depth;
    private int at;

    private SpintaxParser(String text, int from, int end, int depth) {
        this.text = text;
        this.at = from;
        this.end = end;
        this.depth = depth;
    }

    static List<SpintaxNode> parse(String text) {
        return new SpintaxParser(text, 0, text.length(), 0).nodes();
    }

    private List<SpintaxNode> inner(int from, int to) {
        return new SpintaxParser(text, from, to, depth + 1).nodes();
    }

    private List<SpintaxNode> nodes() {
        var nodes = new ArrayList<SpintaxNode>();
        var plain = new StringBuilder();
        while (at < end) {
            var special = special();
            if (special == null) {
                plain.append(character());
            } else {
                addPlain(nodes, plain);
                nodes.addAll(special);
            }
        }
        addPlain(nodes, plain);
        return nodes;
    }

    private static void addPlain(List<SpintaxNode> nodes, StringBuilder plain) {
        if (!plain.isEmpty()) {
            nodes.add(new SpintaxNode.Plain(plain.toString()));
            plain.setLength(0);
        }
    }

    /** The next character; behind a backslash, the one that it takes the meaning from. */
    private char character() {
        if (isEscaped(at)) {
            at++;
        }
        return text.charAt(at++);
    }

    /** What begins here if it is more than a character; null when it is not. */
    private @Nullable List<SpintaxNode> special() {
        return switch (text.charAt(at)) {
            case '{' -> braces();
            case '[' -> brackets();
            default -> null;
        };
    }

    private @Nullable List<SpintaxNode> brackets() {
        int close = text.indexOf(']', at);
        if (close < 0
                || close >= end
                || !NAME.matcher(text.substring(at + 1, close)).matches()) {
            return null;
        }
        var slot = new SpintaxNode.Slot(
                text.substring(at + 1, close).toLowerCase(Locale.ROOT), text.substring(at, close + 1));
        at = close + 1;
        return List.of(slot);
    }

    private @Nullable List<SpintaxNode> braces() {
        var bars = new ArrayList<Integer>();
        int close = depth < DEEPEST ? close(bars) : -1;
        if (close < 0) {
            return null;
        }
        int from = at + 1;
        at = close + 1;
        if (bars.isEmpty()) {
            return inBraces(inner(from, close));
        }
        var parts = new ArrayList<List<SpintaxNode>>();
        bars.add(close);
        for (int bar : bars) {
            parts.add(inner(from, bar));
            from = bar + 1;
        }
        return List.of(new SpintaxNode.Choice(parts));
    }

    /** Braces without a bar mean nothing. */
    private static List<SpintaxNode> inBraces(List<SpintaxNode> inner) {
        var nodes = new ArrayList<SpintaxNode>();
        nodes.add(new SpintaxNode.Plain("{"));
        nodes.addAll(inner);
        nodes.add(new SpintaxNode.Plain("}"));
        return nodes;
    }

    /**
     * Where the brace closes that opens here, or -1.
     *
     * @param bars is given the bars that belong to it
     */
    private int close(List<Integer> bars) {
        int open = 0;
        for (int i = at; i < end; i++) {
            if (isEscaped(i)) {
                i++;
                continue;
            }
            switch (text.charAt(i)) {
                case '{' -> open++;
                case '}' -> open--;
                case '|' -> {
                    if (open == 1) {
                        bars.add(i);
                    }
                }
                default -> {}
            }
            if (open == 0) {
                return i;
            }
        }
        return -1;
    }

    private boolean isEscaped(int backslash) {
        return text.charAt(backslash) == '\\' && backslash + 1 < end && MEANT.indexOf(text.charAt(backslash + 1)) >= 0;
    }
}
