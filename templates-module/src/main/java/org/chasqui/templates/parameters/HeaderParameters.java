package org.chasqui.templates.parameters;

import java.util.List;
import org.chasqui.templates.definition.Header;
import org.chasqui.templates.definition.HeaderFormat;
import org.jspecify.annotations.Nullable;

/** The header: a text with its variable, or exactly one file, place or product of its kind. */
final class HeaderParameters {
    /** Meta gives 60 for the template's own text and does not say it for the filled one: be generous. */
    private static final int LONGEST = 1024;

    private HeaderParameters() {}

    static void check(@Nullable Header header, Given components) {
        var given = components.find("header");
        if (header == null) {
            if (given != null) {
                given.fault("is a header; the template has none.");
            }
            return;
        }
        var at = given == null ? components : given;
        List<Given> parameters = given == null ? List.of() : given.parameters();
        switch (header.format()) {
            case TEXT -> TextParameters.check("the header", header.text(), at, parameters, LONGEST);
            case OTHER -> {}
            default -> checkKind(header.format(), at, parameters);
        }
    }

    private static void checkKind(HeaderFormat format, Given at, List<Given> parameters) {
        if (parameters.size() != 1) {
            at.fault("the header of the template is " + article(format) + ": give exactly one parameter of the type "
                    + format.wire() + ", not " + parameters.size() + ".");
            return;
        }
        var type = parameters.get(0).type();
        boolean animated = format == HeaderFormat.GIF && type.equals("video");
        if (!type.equals(format.wire()) && !animated) {
            parameters
                    .get(0)
                    .fault("is of the type " + type + "; the header of the template is " + article(format) + ".");
        }
    }

    private static String article(HeaderFormat format) {
        return (format == HeaderFormat.IMAGE ? "an " : "a ") + format.wire();
    }
}
