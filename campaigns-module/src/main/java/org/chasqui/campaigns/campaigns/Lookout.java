package org.chasqui.campaigns.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.chasqui.platform.accounts.Obstacle;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.templates.templates.Templates;

/** Looks at what Meta thinks of a campaign's template and number. */
@ApplicationScoped
class Lookout {
    @Inject
    Templates templates;

    @Inject
    PhoneNumbers numbers;

    Readiness look(Campaign campaign) {
        return look(
                campaign.workspaceId(),
                campaign.accountId(),
                campaign.numberId(),
                campaign.template(),
                campaign.language());
    }

    Readiness look(UUID workspaceId, UUID accountId, UUID numberId, String template, String language) {
        var view = templates.list(workspaceId).stream()
                .filter(one -> one.accountId().equals(accountId))
                .filter(one -> one.name().equals(template) && one.language().equals(language))
                .filter(one -> one.deletedAt() == null)
                .findFirst()
                .orElse(null);
        return new Readiness(
                view,
                numbers.byId(numberId).orElse(null),
                numbers.obstacle(numberId).map(Obstacle::reason).orElse(null));
    }
}
