package org.chasqui.platform.csv;

import org.jspecify.annotations.Nullable;

/**
 * A cell of a CSV file that a spreadsheet opens. A text that it would take for a formula gets an apostrophe in front (OWASP,
 * CSV injection).
 */
public final class CsvCell {
    private static final String FORMULA = "=+-@\t\r";
    private static final String BREAKING = ",;\"\n\r";

    private CsvCell() {}

    /**
     * A value as it stands between two commas.
     *
     * @param value null for an empty cell
     */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var text = value.toString();
        if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean isPlain = text.chars().noneMatch(c -> BREAKING.indexOf(c) >= 0);
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
