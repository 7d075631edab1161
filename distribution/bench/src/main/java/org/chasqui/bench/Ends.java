package org.chasqui.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the messages of a crowd have ended, by what the sandbox did with them. */
final class Ends {
    /** A comma that is not within quotation marks. */
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*+[^\"]*$)");

    private static final int POSITION = 0;
    private static final int STATE = 4;
    private static final int MESSAGE = 8;

    private final Crowd crowd;
    private final Map<Fate, Map<String, Long>> ends = new EnumMap<>(Fate.class);
    private final Set<String> messages = new HashSet<>();
    private final Set<String> unresolved = new HashSet<>();
    private final Map<String, Long> states = new TreeMap<>();
    private long rows;
    private long doubled;
    private long wrong;
    private long uncertain;

    /** @param export the lines of the campaign's export, the titles first */
    Ends(Crowd crowd, Stream<String> export) {
        this.crowd = crowd;
        export.skip(1).forEach(this::read);
    }

    private void read(String line) {
        var cells = cells(line);
        var fate = crowd.at(Integer.parseInt(cells[POSITION]));
        var state = cells[STATE];
        rows++;
        states.merge(state, 1L, Long::sum);
        ends.computeIfAbsent(fate, unused -> new TreeMap<>()).merge(state, 1L, Long::sum);
        wrong += fate.mayEndAs(state) ? 0 : 1;
        if (state.equals("uncertain")) {
            uncertain += fate.isUncertainByItself() ? 0 : 1;
            if (fate != Fate.SILENT) {
                unresolved.add(cells[MESSAGE]);
            }
        }
        if (!state.equals("skipped") && !messages.add(cells[MESSAGE])) {
            doubled++;
        }
    }

    /** The cells of a line of the export. */
    static String[] cells(String line) {
        return COMMA.split(line, -1);
    }

    /** How many recipients there are. */
    long rows() {
        return rows;
    }

    /** The ids of the messages to them. */
    Set<String> messages() {
        return messages;
    }

    /** How many share a message with somebody else, or have none. */
    long doubled() {
        return doubled;
    }

    /** How many ended where nobody with their fate can. */
    long wrong() {
        return wrong;
    }

    /** How many are uncertain although Meta did nothing for it. */
    long uncertain() {
        return uncertain;
    }

    /** The messages that are uncertain, without those of which Meta would never tell anything. */
    Set<String> unresolved() {
        return unresolved;
    }

    /** How many ended in a state. */
    long in(String state) {
        return states.getOrDefault(state, 0L);
    }

    /** How many of a fate ended in a state. */
    long of(Fate fate, String state) {
        return ends.getOrDefault(fate, Map.of()).getOrDefault(state, 0L);
    }

    /** A line for each fate. */
    String text() {
        var columns = List.copyOf(states.keySet());
        var table = new Table().line("what the sandbox did", columns);
        ends.forEach((fate, counts) -> table.line(
                fate.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                columns.stream()
                        .map(state ->
                                counts.containsKey(state) ? counts.get(state).toString() : "")
                        .toList()));
        var sums = new ArrayList<String>();
        columns.forEach(state -> sums.add(Long.toString(in(state))));
        return table.line("all", sums).text();
    }
}
