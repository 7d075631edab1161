package org.chasqui.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern IN_PAGE = Pattern.compile("\\bt([A-Z][a-z]+)\\['([^']+)'\\]");
    private static final Pattern AREA = Pattern.compile("TEXTS = Texts\\.of\\(\"(\\w+)\"\\)");
    private static final Pattern IN_CLASS = Pattern.compile("TEXTS\\.get\\(\"([^\"]+)\"\\s*[,)]");

    @Test
    void everyTextOfAPageIsInItsBundle() throws IOException {
        var missing = new TreeSet<String>();
        for (var page : files("src/main/webapp", ".xhtml")) {
            var found = IN_PAGE.matcher(Files.readString(page));
            while (found.find()) {
                note(found.group(1).toLowerCase(Locale.ROOT), found.group(2), page, missing);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextOfAClassIsInItsBundle() throws IOException {
        var missing = new TreeSet<String>();
        for (var source : files("src/main/java", ".java")) {
            var text = Files.readString(source);
            var area = AREA.matcher(text);
            var found = IN_CLASS.matcher(text);
            if (area.find()) {
                while (found.find()) {
                    note(area.group(1), found.group(1), source, missing);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void pagesHoldNoHandlersAndNoScripts() throws IOException {
        for (var page : files("src/main/webapp", ".xhtml")) {
            assertThat(Files.readString(page))
                    .as(page.toString())
                    .doesNotContainPattern("<script|\\son(click|change|load|submit|key\\w+|focus|blur)=");
        }
    }

    private static void note(String area, String key, Path where, TreeSet<String> missing) {
        var bundle = ResourceBundle.getBundle("org.chasqui.web.text." + area, Locale.ENGLISH);
        if (!bundle.containsKey(key)) {
            missing.add(area + ": " + key + " in " + where.getFileName());
        }
    }

    private static Iterable<Path> files(String folder, String ending) throws IOException {
        try (var walk = Files.walk(Path.of(folder))) {
            var files = walk.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(files).isNotEmpty();
            return files;
        }
    }
}
