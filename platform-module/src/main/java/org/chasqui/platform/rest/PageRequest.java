package org.chasqui.platform.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.chasqui.platform.failure.RequestFailed;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted; a {@code @BeanParam} of list resources. */
public class PageRequest {
    private static final int MAX = 200;

    @Parameter(description = "How many items at most, 1 to 200.", schema = @Schema(type = SchemaType.INTEGER))
    @QueryParam("limit")
    @DefaultValue("50")
    String limit = "50";

    @Parameter(description = "Where the page begins: the cursor in the Link header of the page before.")
    @QueryParam("after")
    @Nullable
    String after;

    /** How many items at most, 1 to 200. */
    public int limit() {
        try {
            var number = Integer.parseInt(limit);
            if (number >= 1 && number <= MAX) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the same sentence.
        }
        throw RequestFailed.invalid("limit", "must be a whole number from 1 to " + MAX + ".");
    }

    /** The cursor behind which the page starts; null for the first page. */
    public @Nullable String after() {
        return after;
    }
}
