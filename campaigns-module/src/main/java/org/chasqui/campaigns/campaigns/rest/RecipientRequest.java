package org.chasqui.campaigns.campaigns.rest;

import java.util.Map;
import org.chasqui.campaigns.recipients.NewRecipient;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody to put on the list. */
@Schema(name = "NewRecipient", description = "Somebody to whom a campaign goes.")
public record RecipientRequest(
        @Schema(
                description = "Phone number in international form, or a business-scoped user id.",
                required = true,
                example = "+5511955501234")
        @Nullable
        String to,

        @Schema(description = "Name, for people; also the variable `name`.", example = "Ana") @Nullable
        String name,

        @Schema(
                description = "Values for the template, by position or name: `1`, `order`; `header.1` for one of the"
                        + " header, `button.0` for the address of the first button.",
                type = SchemaType.OBJECT,
                example = "{\"1\":\"Ana\"}")
        @Nullable
        Map<String, String> variables) {
    NewRecipient recipient() {
        return NewRecipient.of(to == null ? "" : to, name, variables == null ? Map.of() : variables, null);
    }
}
