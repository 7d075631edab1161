package org.chasqui.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a run says while it goes on, at its end, and as a file. */
final class Report {
    private final PrintStream out;
    private final long begin = System.nanoTime();
    private final ObjectNode json = Json.object();
    private final StringBuilder sections = new StringBuilder();

    Report(PrintStream out) {
        this.out = out;
    }

    /** Tells the person who waits what is done. */
    void progress(String what) {
        out.println(String.format(Locale.ROOT, "%6.0f s  %s", (System.nanoTime() - begin) / 1e9, what));
        out.flush();
    }

    /** Keeps a table for the end. */
    void section(String title, String explanation, String table) {
        sections.append('\n')
                .append(title)
                .append('\n')
                .append("  ")
                .append(explanation)
                .append('\n')
                .append(table);
    }

    /** Keeps a line for the end. */
    void say(String line) {
        sections.append(line).append('\n');
    }

    ObjectNode json() {
        return json;
    }

    /** Prints what was kept and writes the file. */
    void finish(Path file) {
        out.println(sections);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Json.MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json);
        } catch (IOException unwritable) {
            throw new BenchFailed(file + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
        out.println("All figures: " + file);
        out.flush();
    }
}
