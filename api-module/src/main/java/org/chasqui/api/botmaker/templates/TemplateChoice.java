package org.chasqui.api.botmaker.templates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.templates.templates.TemplateChanged;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;
import org.jspecify.annotations.Nullable;

/**
 * Finds the template that a name means. Botmaker's names stand for one language each, Meta's for all of them: {@code
 * name:language} says which; else it is the person's, and else the one that was approved first.
 */
@ApplicationScoped
public class TemplateChoice {
    private static final String APPROVED = "APPROVED";

    /** Each call asks; how long a node may believe what another node has changed. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    @Inject
    Templates templates;

    private final Cache<UUID, List<TemplateView>> known =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build();

    /**
     * The template of a number's account.
     *
     * @param named its name, with or without a language behind a colon, or Meta's id of it
     * @param language that of the person, null when unknown; asked for when there are several
     */
    public Optional<TemplateView> find(SenderNumber sender, String named, Supplier<@Nullable String> language) {
        var all = known.get(sender.workspaceId(), templates::list).stream()
                .filter(one -> one.accountId().equals(sender.accountId()) && one.deletedAt() == null)
                .toList();
        return choose(all, named.strip(), language);
    }

    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) TemplateChanged event) {
        known.invalidate(event.template().workspaceId());
    }

    static Optional<TemplateView> choose(List<TemplateView> all, String named, Supplier<@Nullable String> language) {
        int colon = named.lastIndexOf(':');
        var name = colon < 0 ? named : named.substring(0, colon);
        var said = colon < 0 ? null : named.substring(colon + 1);
        var fitting = all.stream()
                .filter(one -> one.name().equalsIgnoreCase(name) || one.metaId().equals(named))
                .filter(one -> said == null || one.language().equalsIgnoreCase(said))
                .toList();
        if (fitting.size() < 2) {
            return fitting.stream().findFirst();
        }
        var wanted = said == null ? language.get() : said;
        Comparator<TemplateView> best =
                Comparator.comparing((TemplateView one) -> !one.status().equals(APPROVED));
        return fitting.stream()
                .min(best.thenComparing(one -> distance(one.language(), wanted))
                        .thenComparing(TemplateView::createdAt));
    }

    /** 0 for the same language, 1 for another kind of it, 2 for another one. */
    private static int distance(String language, @Nullable String wanted) {
        if (wanted == null) {
            return 0;
        }
        if (language.equalsIgnoreCase(wanted.replace('-', '_'))) {
            return 0;
        }
        return base(language).equalsIgnoreCase(base(wanted)) ? 1 : 2;
    }

    private static String base(String language) {
        return language.replaceFirst("[-_].*", "");
    }
}
