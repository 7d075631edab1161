package org.chasqui.templates.parameters;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chasqui.templates.definition.Variables;

/** Parameters that fill the variables of a text. */
final class TextParameters {
    private static final Pattern BREAKS = Pattern.compile("[\\n\\t\\r]| {5,}");

    private TextParameters() {}

    /**
     * Compares parameters with the variables of a text.
     *
     * @param what names the text in a fault: {@code the body}
     * @param at place of the whole component, which need not be there
     * @param longest of the text with its parameters, in characters
     */
    static void check(String what, String text, Given at, List<Given> parameters, int longest) {
        var variables = Variables.of(text);
        int before = at.faults().size();
        if (parameters.size() != variables.count()) {
            at.fault(what + " of the template has " + variables.count() + " variable(s)"
                    + (variables.isEmpty() ? "" : " " + variables.names()) + ", but " + parameters.size()
                    + " parameter(s) were given.");
            return;
        }
        if (variables.isNamed()) {
            checkNames(what, variables, parameters);
        }
        parameters.forEach(TextParameters::checkValue);
        if (at.faults().size() == before) {
            checkLength(what, text, variables, at, parameters, longest);
        }
    }

    private static void checkNames(String what, Variables variables, List<Given> parameters) {
        var seen = new HashSet<String>();
        for (var parameter : parameters) {
            var name = parameter.node().path("parameter_name").asText("");
            if (name.isEmpty()) {
                parameter.fault("has no parameter_name; " + what + " has the variables " + variables.names() + ".");
            } else if (!variables.names().contains(name)) {
                parameter.fault("is for " + name + "; " + what + " has the variables " + variables.names() + ".");
            } else if (!seen.add(name)) {
                parameter.fault("is the second one for " + name + ".");
            }
        }
    }

    /** Meta refuses line breaks, tabs and more than four spaces in a row within a parameter. */
    private static void checkValue(Given parameter) {
        if (BREAKS.matcher(parameter.value()).find()) {
            parameter.fault(
                    "has a line break, a tab or more than four spaces in a row; Meta takes none in a parameter.");
        }
    }

    private static void checkLength(
            String what, String text, Variables variables, Given at, List<Given> parameters, int longest) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < parameters.size(); i++) {
            var name = parameters.get(i).node().path("parameter_name").asText("");
            values.put(
                    variables.isNamed() ? name : Integer.toString(i + 1),
                    parameters.get(i).value());
        }
        int length = length(text, values);
        if (length > longest) {
            at.fault(what + " has " + length + " characters with its parameters; WhatsApp takes at most " + longest
                    + ".");
        }
    }

    private static int length(String text, Map<String, String> values) {
        var filled = Variables.fill(text, values);
        return filled.codePointCount(0, filled.length());
    }
}
