package org.chasqui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines with a name and one value for each column, for people. */
final class Table {
    private final List<List<String>> lines = new ArrayList<>();

    Table line(String name, List<String> values) {
        var line = new ArrayList<String>();
        line.add(name);
        line.addAll(values);
        lines.add(line);
        return this;
    }

    String text() {
        int columns = lines.stream().mapToInt(List::size).max().orElse(0);
        var widths = new int[columns];
        for (var line : lines) {
            for (int i = 0; i < line.size(); i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        var text = new StringBuilder();
        for (var line : lines) {
            text.append("  ").append(String.format("%-" + widths[0] + "s", line.get(0)));
            for (int i = 1; i < line.size(); i++) {
                text.append("  ").append(String.format("%" + widths[i] + "s", line.get(i)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** A time, or "never" for a negative one. */
    static String seconds(double value) {
        return value < 0 ? "never" : number(value);
    }

    /** Three digits that mean something: 1234, 12.3, 1.23, 0.012. */
    static String number(double value) {
        double size = Math.abs(value);
        int digits = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
