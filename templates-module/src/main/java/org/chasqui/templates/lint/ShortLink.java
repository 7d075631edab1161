package org.chasqui.templates.lint;

import java.util.List;
import java.util.stream.Stream;

/** Addresses of link shorteners hide where they lead: Meta rejects them. */
final class ShortLink implements Rule {
    private static final Words SHORTENERS = new Words(List.of(
            "bit\\.ly",
            "tinyurl\\.com",
            "goo\\.gl",
            "t\\.co",
            "ow\\.ly",
            "is\\.gd",
            "buff\\.ly",
            "rebrand\\.ly",
            "cutt\\.ly",
            "shorturl\\.at",
            "rb\\.gy",
            "t\\.ly",
            "lnkd\\.in",
            "s\\.id",
            "tiny\\.cc",
            "bl\\.ink"));

    @Override
    public String name() {
        return "link.shortened";
    }

    @Override
    public List<Finding> check(Subject subject) {
        return Links.of(subject)
                .flatMap(link -> SHORTENERS.firstIn(link.value()).stream().map(host -> finding(link.place(), host)))
                .toList();
    }

    private Finding finding(String place, String host) {
        return new Finding(
                name(),
                Severity.WARNING,
                place,
                host + " hides where the link leads. Reviewers reject shortened links, and people fear them.",
                "Write the whole address, on your own domain.",
                "INVALID_FORMAT");
    }

    /** All places where an address may stand. */
    static final class Links {
        private Links() {}

        static Stream<Subject.Text> of(Subject subject) {
            var ofButtons = subject.buttons()
                    .filter(button -> button.node().path("url").isTextual())
                    .map(button -> new Subject.Text(
                            button.place() + ".url", button.node().path("url").asText()));
            return Stream.concat(subject.texts().stream(), ofButtons);
        }
    }
}
