package org.chasqui.messaging.content;

import java.util.Set;
import java.util.regex.Pattern;

/** {@code location:{latitude, longitude, name, address}}; the degrees as numbers or as texts. */
final class LocationContent {
    private static final Set<String> KNOWN = Set.of("latitude", "longitude", "name", "address");
    private static final int NORTH = 90;
    private static final int EAST = 180;
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,3}(\\.[0-9]{0,30})?");

    private LocationContent() {}

    static void check(Part location) {
        location.only(KNOWN);
        checkDegrees(location.need("latitude"), NORTH);
        checkDegrees(location.need("longitude"), EAST);
        for (var name : new String[] {"name", "address"}) {
            var text = location.find(name);
            if (text != null) {
                text.text();
            }
        }
    }

    private static void checkDegrees(Part degrees, int most) {
        var node = degrees.node();
        boolean number = node.isNumber()
                || node.isTextual() && NUMBER.matcher(node.asText()).matches();
        if (!number) {
            throw degrees.bad("is " + degrees.quote() + "; must be a number of degrees.");
        }
        double value = node.isNumber() ? node.doubleValue() : Double.parseDouble(node.asText());
        if (!(Math.abs(value) <= most)) {
            throw degrees.bad("is " + degrees.quote() + "; must be from -" + most + " to " + most + " degrees.");
        }
    }
}
