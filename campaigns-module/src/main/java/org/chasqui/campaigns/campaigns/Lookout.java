package org.chasqui.campaigns.campaigns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.accounts.Obstacle;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.templates.templates.TemplateChanged;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;

/** Looks at what Meta thinks of a campaign's template and number. */
@ApplicationScoped
class Lookout {
    /** Every campaign that runs asks twice a second. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    @Inject
    Templates templates;

    @Inject
    PhoneNumbers numbers;

    private final Cache<Key, Optional<TemplateView>> known =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build();

    private record Key(UUID workspaceId, UUID accountId, String name, String language) {}

    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) TemplateChanged event) {
        known.invalidateAll();
    }

    Readiness look(Campaign campaign) {
        return look(
                campaign.workspaceId(),
                campaign.accountId(),
                campaign.numberId(),
                campaign.template(),
                campaign.language());
    }

    Readiness look(UUID workspaceId, UUID accountId, UUID numberId, String template, String language) {
        return new Readiness(
                known.get(new Key(workspaceId, accountId, template, language), this::find)
                        .orElse(null),
                numbers.byId(numberId).orElse(null),
                numbers.obstacle(numberId).map(Obstacle::reason).orElse(null));
    }

    private Optional<TemplateView> find(Key key) {
        return templates.list(key.workspaceId).stream()
                .filter(one -> one.accountId().equals(key.accountId))
                .filter(one -> one.name().equals(key.name) && one.language().equals(key.language))
                .filter(one -> one.deletedAt() == null)
                .findFirst();
    }
}
