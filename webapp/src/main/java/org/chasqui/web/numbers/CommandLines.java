package org.chasqui.web.numbers;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chasqui.platform.accounts.profile.ChatHelps.Command;

/** Commands as people write them: one on each line, {@code /order Ask about an order}. */
final class CommandLines {
    private static final Pattern LINE = Pattern.compile("/?(\\S+)\\s*(.*)");

    private CommandLines() {}

    /** The commands; a line without a hint gives one without, for which there is a refusal. */
    static List<Command> read(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(CommandLines::command)
                .toList();
    }

    private static Command command(String line) {
        var parts = LINE.matcher(line);
        return parts.matches() ? new Command(parts.group(1), parts.group(2)) : new Command(line, "");
    }

    static String write(List<Command> commands) {
        return commands.stream()
                .map(command -> "/" + command.name() + " " + command.hint())
                .collect(Collectors.joining("\n"));
    }
}
