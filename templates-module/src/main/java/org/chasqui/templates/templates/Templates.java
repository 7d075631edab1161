package org.chasqui.templates.templates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.messages.TemplateCatalog;
import org.chasqui.platform.accounts.NumberConnected;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.graph.GraphClient;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.GraphManagement;
import org.chasqui.platform.graph.TemplateNodes.TemplateNode;
import org.chasqui.platform.leases.Leases;

/** The templates of all WABAs, kept in step with Meta. */
@ApplicationScoped
public class Templates implements TemplateCatalog {
    private static final Logger LOG = System.getLogger(Templates.class.getName());
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 100;

    /** How stale an answer may be: Meta's change of a status reaches a sender within this time after a sync. */
    private static final Duration FRESH = Duration.ofSeconds(20);

    /** A name that is not known is looked up at Meta, but not for every message that repeats the mistake. */
    private static final Duration BETWEEN_LOOKUPS = Duration.ofSeconds(30);

    @Inject
    TemplateStore store;

    @Inject
    PhoneNumbers numbers;

    @Inject
    GraphClient graph;

    @Inject
    Leases leases;

    private final Cache<Key, Optional<CatalogTemplate>> known =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build();
    private final Cache<UUID, Boolean> lookedUp = Caffeine.newBuilder()
            .expireAfterWrite(BETWEEN_LOOKUPS)
            .maximumSize(10_000)
            .build();

    private record Key(UUID accountId, String name, String language) {}

    /** The templates of a workspace, by name and language. */
    public List<TemplateView> list(UUID workspaceId) {
        return store.list(workspaceId);
    }

    @Override
    public Optional<CatalogTemplate> find(SenderNumber number, String name, String language) {
        var key = new Key(number.accountId(), name, language);
        var cached = known.getIfPresent(key);
        if (cached != null) {
            return cached;
        }
        var found = store.find(number.accountId(), name, language);
        if (found.isEmpty() && lookedUp.asMap().putIfAbsent(number.accountId(), true) == null && trySync(number)) {
            found = store.find(number.accountId(), name, language);
        }
        var template = found.map(Templates::catalogEntry);
        known.put(key, template);
        return template;
    }

    /**
     * Reads the templates of the number's WABA from Meta.
     *
     * @throws GraphFailed when Meta refuses
     * @throws org.chasqui.platform.failure.RequestFailed PROVIDER_ERROR when Meta cannot be reached
     */
    public void sync(SenderNumber number) {
        var bearer = GraphManagement.bearer(numbers.accessToken(number));
        var nodes = new ArrayList<TemplateNode>();
        Optional<String> after = Optional.empty();
        int pages = 0;
        do {
            var cursor = after.orElse(null);
            var page = graph.call(management ->
                    management.templates(bearer, number.wabaId(), GraphManagement.TEMPLATE_FIELDS, PAGE, cursor));
            nodes.addAll(page.templates());
            after = page.next();
            pages++;
        } while (after.isPresent() && pages < MOST_PAGES);
        store.replace(number, nodes);
        known.invalidateAll();
    }

    /** Reads the templates of every WABA; one node at a time does it. */
    void syncAll() {
        leases.runAlone("templates", () -> {
            var done = new HashSet<UUID>();
            for (var number : numbers.all()) {
                if (done.add(number.accountId())) {
                    trySync(number);
                }
            }
        });
    }

    void connected(@Observes NumberConnected event) {
        trySync(event.number());
    }

    private boolean trySync(SenderNumber number) {
        try {
            sync(number);
            return true;
        } catch (RuntimeException failed) {
            // What we have stays; the next round or the next unknown name tries again.
            LOG.log(Level.WARNING, "templates of WABA " + number.wabaId() + " could not be read", failed);
            return false;
        }
    }

    private static CatalogTemplate catalogEntry(TemplateView view) {
        return new CatalogTemplate(view.name(), view.language(), view.status(), view.category(), view.bodyParameters());
    }
}
