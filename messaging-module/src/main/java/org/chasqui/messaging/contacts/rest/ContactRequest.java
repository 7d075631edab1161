package org.chasqui.messaging.contacts.rest;

import java.util.List;
import java.util.Map;
import org.chasqui.messaging.contacts.ContactData;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /contacts} and {@code PATCH /contacts/{id}}. */
@Schema(
        name = "ContactRequest",
        description = "What you know of a person; one of phone, user_id and username at least.")
public record ContactRequest(
        @Schema(description = "In international form.", example = "+5511955501234") @Nullable
        String phone,

        @Schema(description = "Business-scoped user id.", example = "US.13491208655302741918") @Nullable
        String userId,

        @Schema(description = "Name taken at WhatsApp, without @.", example = "ana.lima") @Nullable
        String username,

        @Schema(description = "The name that you give, up to 200 characters.", example = "Ana Lima") @Nullable
        String name,

        @Schema(description = "A language code.", example = "pt_BR") @Nullable
        String language,

        @Schema(
                description = "Whatever you keep: texts, numbers, true and false. In a PATCH they are added, and null"
                        + " takes one away.",
                implementation = Object.class,
                example = "{\"city\":\"Lima\"}")
        @Nullable
        Map<String, @Nullable Object> attributes,

        @Schema(description = "Words to find people by; a PATCH replaces them.", example = "[\"vip\"]") @Nullable
        List<String> tags) {

    ContactData data() {
        return new ContactData(phone, userId, username, name, language, attributes, tags);
    }
}
