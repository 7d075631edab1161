package org.chasqui.messaging.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FieldError;
import org.jspecify.annotations.Nullable;

/** Port to whoever knows the templates of a WABA: messaging asks before it accepts a template message. */
public interface TemplateCatalog {
    /**
     * The template as Meta last described it.
     *
     * @return empty when the WABA has no template of that name and language, and never had one
     */
    Optional<CatalogTemplate> find(SenderNumber number, String name, String language);

    /**
     * What messaging must know of a template.
     *
     * @param name its name
     * @param language its language code, for example {@code en_US}
     * @param status Meta's status: APPROVED, PENDING, REJECTED, PAUSED …
     * @param reason why it cannot be sent and what to do, as a sentence; null when it can be sent
     * @param category MARKETING, UTILITY or AUTHENTICATION
     * @param parameters judges the parameters of a message
     */
    record CatalogTemplate(
            String name,
            String language,
            String status,
            @Nullable String reason,
            String category,
            Parameters parameters) {}

    /** Whether the parameters of a message fit the template. */
    @FunctionalInterface
    interface Parameters {
        /**
         * What does not fit.
         *
         * @param components {@code template.components} as the sender gave them, or a missing node
         * @return a fault for each component and index; empty when everything fits
         */
        List<FieldError> check(JsonNode components);
    }
}
