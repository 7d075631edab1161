package org.chasqui.templates.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Samples that show nothing: reviewers judge a template by its samples. */
final class PlaceholderSample implements Rule {
    private static final Pattern EMPTY = Pattern.compile(
            "(?i)x{2,}|\\.{2,}|-+|_+|sample|example|test|value|variable|var\\s?\\d+|text|string|\\{\\{.*}}|\\[.*]|<.*>");

    @Override
    public String name() {
        return "sample.placeholder";
    }

    @Override
    public List<Finding> check(Subject subject) {
        var found = new ArrayList<Finding>();
        var components = subject.draft().components();
        for (int i = 0; i < components.size(); i++) {
            var example = components.get(i).path("example");
            check("components[" + i + "].example", example.path("body_text"), found);
            check("components[" + i + "].example", example.path("header_text"), found);
            check("components[" + i + "].example", example.path("body_text_named_params"), found);
            check("components[" + i + "].example", example.path("header_text_named_params"), found);
        }
        return found;
    }

    private void check(String place, JsonNode samples, List<Finding> found) {
        for (var sample : samples) {
            if (sample.isArray()) {
                check(place, sample, found);
                continue;
            }
            var value = sample.isObject() ? sample.path("example").asText("") : sample.asText("");
            if (EMPTY.matcher(value.strip()).matches()) {
                found.add(new Finding(
                        name(),
                        Severity.WARNING,
                        place,
                        "The sample \u201c" + value
                                + "\u201d shows nothing. Reviewers judge a template by its samples.",
                        "Give a sample as a person would read it: a name, a date, an order number.",
                        "INVALID_FORMAT"));
                return;
            }
        }
    }
}
