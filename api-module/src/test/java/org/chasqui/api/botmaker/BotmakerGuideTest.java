package org.chasqui.api.botmaker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chasqui.api.botmaker.messages.MessageMapping;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.dialects.Arguments;
import org.junit.jupiter.api.Test;

/** Holds docs/botmaker.md against what its examples become. */
class BotmakerGuideTest {
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(\\{\"chat\".*?)\\n```\\n", Pattern.DOTALL);

    @Test
    @Covers({"S2-7", "S2-10", "S2-16"})
    void hasAnExampleOfEachKindOfMessageThatCanBeSent() throws IOException {
        var root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        var examples = EXAMPLE.matcher(Files.readString(root.resolve("docs/botmaker.md")))
                .results()
                .map(MatchResult::group)
                .toList();
        var types = new HashSet<String>();
        for (var example : examples) {
            var body = (ObjectNode) new ObjectMapper().readTree(example.substring(7, example.lastIndexOf("```")));
            Arguments.of(body)
                    .objects("messages")
                    .forEach(entry -> MessageMapping.of(entry).forEach(part -> types.add(part.type())));
        }

        assertThat(examples).hasSizeGreaterThan(3);
        assertThat(types).contains("text", "interactive", "document", "location", "contacts");
    }
}
