package org.chasqui.web.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chasqui.messaging.events.EventPattern;
import org.junit.jupiter.api.Test;

class EventChoicesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\|");
    private static final Pattern TYPE = Pattern.compile("`([a-z_]*)\\.([a-z_]+)`");

    @Test
    void everyEventOfTheDocumentationCanBeSearchedForAndIsOffered() throws IOException {
        var documented = documented();

        assertThat(documented).contains("message.read", "number.limit", "webhook.disabled");
        assertThat(EventChoices.SEARCHED).containsExactlyInAnyOrderElementsOf(documented);
        assertThat(documented)
                .filteredOn(type -> !type.startsWith("message."))
                .allMatch(type -> EventPattern.matches(EventChoices.OFFERED, type));
    }

    /** A row names one type, or several; {@code .delivered} is of the family before it. */
    private static TreeSet<String> documented() throws IOException {
        var types = new TreeSet<String>();
        var rows = ROW.matcher(Files.readString(Path.of("../docs/webhooks.md")));
        while (rows.find()) {
            var family = "";
            var found = TYPE.matcher(rows.group(1));
            while (found.find()) {
                family = found.group(1).isEmpty() ? family : found.group(1);
                types.add(family + "." + found.group(2));
            }
        }
        return types;
    }
}
