package org.chasqui.messaging.messages;

import java.util.Optional;
import org.chasqui.platform.accounts.SenderNumber;

/** Port to whoever knows the templates of a WABA: messaging asks before it accepts a template message. */
public interface TemplateCatalog {
    /**
     * The template as Meta last described it.
     *
     * @return empty when the WABA has no template of that name and language
     */
    Optional<CatalogTemplate> find(SenderNumber number, String name, String language);

    /**
     * What messaging must know of a template.
     *
     * @param name its name
     * @param language its language code, for example {@code en_US}
     * @param status Meta's status: APPROVED, PENDING, REJECTED, PAUSED …
     * @param category MARKETING, UTILITY or AUTHENTICATION
     * @param bodyParameters how many variables the body has
     */
    record CatalogTemplate(String name, String language, String status, String category, int bodyParameters) {}
}
