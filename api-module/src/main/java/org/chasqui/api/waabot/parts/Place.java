package org.chasqui.api.waabot.parts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * A place on the map.
 *
 * @param name what it is called; null when it is not
 * @param latitude degrees, south is negative
 * @param longitude degrees, west is negative
 * @param address below the name; null for none
 */
public record Place(
        @Nullable String name,
        BigDecimal latitude,
        BigDecimal longitude,
        @Nullable String address) {
    private static final int NORTH = 90;
    private static final int EAST = 180;

    /** A tenth of a millimetre; what is finer is no place on the map. */
    private static final BigDecimal FINEST = new BigDecimal("0.000000001");

    /**
     * Reads {@code {name, lat, lng, address}}, with the degrees as texts or as numbers.
     *
     * @throws RequestFailed VALIDATION_FAILED when they are no degrees
     */
    public static Place read(Arguments location) {
        return new Place(
                location.text("name").map(String::strip).orElse(null),
                degrees(location, "lat", "latitude", NORTH),
                degrees(location, "lng", "longitude", EAST),
                location.text("address").map(String::strip).orElse(null));
    }

    private static BigDecimal degrees(Arguments location, String name, String otherName, int most) {
        var field = location.path(name);
        var degrees = location.number(name)
                .or(() -> location.number(otherName))
                .orElseThrow(() -> RequestFailed.invalid(field, "is required: degrees, for example 6.556452."));
        if (degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw RequestFailed.invalid(field, "must be from -" + most + " to " + most + " degrees.");
        }
        // Compared before it is rounded: to round 1e-2000000000 takes all the memory that there is.
        if (degrees.abs().compareTo(FINEST) < 0) {
            return BigDecimal.ZERO;
        }
        return degrees.scale() > FINEST.scale() ? degrees.setScale(FINEST.scale(), RoundingMode.HALF_UP) : degrees;
    }

    /** The place as a message of the Cloud API. */
    public MessagePart part() {
        var location =
                JsonNodeFactory.instance.objectNode().put("latitude", latitude).put("longitude", longitude);
        if (name != null) {
            location.put("name", name);
        }
        if (address != null) {
            location.put("address", address);
        }
        return new MessagePart("location", location);
    }
}
