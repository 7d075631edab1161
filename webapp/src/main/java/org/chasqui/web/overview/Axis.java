package org.chasqui.web.overview;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.web.text.Texts;

/** The upright axis of a chart, with round figures. */
public final class Axis {
    private static final int GRID_LINES = 4;

    private final long top;

    /** An axis on which the highest figure finds room. */
    public Axis(long highest) {
        this.top = roundedUp(highest);
    }

    /** The figure at its upper end. */
    public long getTop() {
        return top;
    }

    /** Its figures from top to bottom. */
    public List<String> getMarks() {
        var marks = new ArrayList<String>();
        for (int i = GRID_LINES; i >= 0; i--) {
            marks.add(shortened(top * i / GRID_LINES));
        }
        return marks;
    }

    /** The next figure that divides into four round steps: 4, 8, 20, 40, 80, 200 … */
    static long roundedUp(long highest) {
        for (long scale = 1; ; scale *= 10) {
            for (long step : new long[] {1, 2, 5}) {
                if (GRID_LINES * step * scale >= highest) {
                    return GRID_LINES * step * scale;
                }
            }
        }
    }

    private static String shortened(long figure) {
        if (figure < 1_000) {
            return Long.toString(figure);
        }
        var million = figure >= 1_000_000;
        var text = String.format(Texts.LOCALE, "%.2f", figure / (million ? 1_000_000.0 : 1_000.0));
        return text.replaceAll("\\.?0+$", "") + (million ? "M" : "k");
    }
}
