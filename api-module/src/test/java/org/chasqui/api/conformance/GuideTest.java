package org.chasqui.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/waabot.md against the addresses of the seed. */
class GuideTest {
    private static final Pattern ADDRESS = Pattern.compile("'/whatsapp(/[A-Za-z]+)*");

    @Test
    @Covers("S1-39")
    void tellsWhoeverIntegratesOfEveryAddressOfTheSeed() throws IOException {
        var root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        var seed = Files.readString(root.resolve("distribution/integration-tests/src/test/resources/waabot-seed.txt"));
        var guide = Files.readString(root.resolve("docs/waabot.md"));

        Set<String> addresses = ADDRESS.matcher(seed)
                .results()
                .map(found -> found.group().replaceFirst(".*/", ""))
                .collect(Collectors.toSet());

        assertThat(addresses)
                .hasSizeGreaterThan(20)
                .allSatisfy(word -> assertThat(guide).contains(word));
    }
}
