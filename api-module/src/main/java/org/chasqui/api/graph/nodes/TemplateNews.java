package org.chasqui.api.graph.nodes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.chasqui.templates.templates.Templates;

/** Has our own picture of an account's templates follow what was done to them at Meta. */
@ApplicationScoped
class TemplateNews {
    @Inject
    Templates templates;

    /** Compares with Meta, so that who sends next meets what the client has just made. */
    void changed(OwnNode node) {
        var number = node.number();
        if (number != null) {
            templates.refresh(number);
        }
    }
}
