package org.chasqui.web.overview;

import java.util.List;
import java.util.Locale;

/** A small line without axes, as two SVG paths in a box of 100 by 30. */
public final class SparkLine {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 30;
    private static final double TOP = 2;

    private final String path;

    /** A line through the values, the highest of which touches the top. */
    public SparkLine(List<Long> values) {
        var highest =
                Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        var points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            var x = values.size() == 1 ? WIDTH : WIDTH * i / (values.size() - 1);
            var y = HEIGHT - 1 - (HEIGHT - 1 - TOP) * values.get(i) / highest;
            points.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x, y));
        }
        path = points.toString();
    }

    public String getPath() {
        return path;
    }

    /** The same line closed along the bottom. */
    public String getArea() {
        return path.isEmpty() ? "" : path + "L" + (int) WIDTH + " " + (int) HEIGHT + "L0 " + (int) HEIGHT + "Z";
    }
}
