package org.chasqui.messaging.contacts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says about a person; a null part is not said.
 *
 * @param phone digits
 * @param userId business-scoped user id
 * @param username name taken at WhatsApp, without {@code @}
 * @param attributes are added to those that are there; a null value takes one away
 */
public record ContactData(
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String username,
        @Nullable String name,
        @Nullable String language,
        @Nullable Map<String, @Nullable Object> attributes,
        @Nullable List<String> tags) {}
