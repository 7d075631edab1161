package org.chasqui.templates.definition;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The variables of a text, and the sample that Meta wants of each. */
final class Samples {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private Samples() {}

    /**
     * Checks how variables are written and whether each has a sample.
     *
     * @param component the place that holds {@code example}
     * @param byPlace member of {@code example} with samples in order: {@code body_text} or {@code header_text}
     * @param byName member with samples by name
     */
    static void check(Place component, String text, String byPlace, String byName) {
        var variables = Variables.of(text);
        var at = component.at("text");
        if (variables.isMixed()) {
            at.fault("mixes variables with names and with numbers; Meta takes one kind.");
            return;
        }
        if (variables.isNamed()) {
            checkNamed(component, variables, byName);
        } else if (!variables.isSequence()) {
            at.fault("has the variables " + variables.names() + "; numbers go from 1 without a gap.");
        } else if (!variables.isEmpty()) {
            checkOrdered(component.at("example").at(byPlace), variables.count());
        }
    }

    private static void checkNamed(Place component, Variables variables, String byName) {
        for (var name : variables.names()) {
            if (!NAME.matcher(name).matches()) {
                component
                        .at("text")
                        .fault("has the variable " + name
                                + "; names have lower-case letters, digits and underscores, and begin with a letter.");
            }
        }
        var samples = component.at("example").at(byName);
        var given = given(samples);
        for (var name : variables.names()) {
            if (!given.contains(name)) {
                samples.fault("has no sample for {{" + name + "}}; Meta looks at samples when it reviews.");
            }
        }
    }

    private static Set<String> given(Place samples) {
        var given = new HashSet<String>();
        for (var sample : samples.node()) {
            if (!sample.path("example").asText("").isBlank()) {
                given.add(sample.path("param_name").asText(""));
            }
        }
        return given;
    }

    private static void checkOrdered(Place samples, int wanted) {
        var list = samples.node();
        // Bodies have a list of lists, headers a list.
        var values = list.path(0).isArray() ? list.path(0) : list;
        int given = values.size();
        if (given != wanted) {
            samples.fault("has " + given + " sample(s) for " + wanted
                    + " variable(s); Meta looks at samples when it reviews.");
            return;
        }
        for (var value : values) {
            if (value.asText("").isBlank()) {
                samples.fault("has an empty sample.");
                return;
            }
        }
    }
}
