package org.chasqui.templates.parameters;

import java.util.List;

/** The body. */
final class BodyParameters {
    private BodyParameters() {}

    static void check(String body, Given components, int longest) {
        var given = components.find("body");
        List<Given> parameters = given == null ? List.of() : given.parameters();
        TextParameters.check("the body", body, given == null ? components : given, parameters, longest);
    }
}
