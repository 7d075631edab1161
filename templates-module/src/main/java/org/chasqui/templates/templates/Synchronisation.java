package org.chasqui.templates.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphClient;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.GraphManagement;
import org.chasqui.platform.graph.TemplateNodes.TemplateNode;
import org.chasqui.platform.leases.Leases;

/** Compares our templates with those at Meta, because a webhook may have been missed. */
@ApplicationScoped
class Synchronisation {
    private static final Logger LOG = System.getLogger(Synchronisation.class.getName());
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 100;

    @Inject
    TemplateStore store;

    @Inject
    TemplateDesk desk;

    @Inject
    PhoneNumbers numbers;

    @Inject
    GraphClient graph;

    @Inject
    Leases leases;

    @Inject
    Clock clock;

    /**
     * Compares the templates of the number's account.
     *
     * @return how many changes that made
     * @throws RequestFailed when Meta refuses or cannot be reached
     */
    int run(SenderNumber number) {
        try {
            store.begun(number);
            var readAt = clock.instant();
            return desk.compare(number, read(number), readAt);
        } catch (GraphFailed refused) {
            var refusal = refused.asRefusal();
            store.failed(number, Objects.requireNonNullElse(refusal.getMessage(), "Meta refused"));
            throw refusal;
        } catch (RequestFailed failed) {
            store.failed(number, Objects.requireNonNullElse(failed.getMessage(), "Meta could not be reached"));
            throw failed;
        }
    }

    /** The same; false instead of a failure. */
    boolean tryToRun(SenderNumber number) {
        try {
            run(number);
            return true;
        } catch (RuntimeException failed) {
            // What we have stays; the next round or the next unknown name tries again.
            LOG.log(Level.WARNING, "templates of WABA " + number.wabaId() + " could not be read", failed);
            return false;
        }
    }

    /**
     * Compares the accounts that a question picks, each by one of its numbers; one node at a time does it.
     *
     * @return false when somebody is at it already
     */
    boolean runAll(Predicate<SenderNumber> which) {
        return leases.runAlone("templates", () -> {
            var done = new HashSet<>();
            for (var number : numbers.all()) {
                if (which.test(number) && done.add(number.accountId())) {
                    tryToRun(number);
                }
            }
        });
    }

    /** Compares the accounts of a workspace now; as soon as possible, when somebody is comparing others. */
    void runSoon(UUID workspaceId) {
        if (!runAll(number -> number.workspaceId().equals(workspaceId))) {
            numbers.all().stream()
                    .filter(number -> number.workspaceId().equals(workspaceId))
                    .map(SenderNumber::accountId)
                    .distinct()
                    .forEach(accountId -> store.want(accountId, workspaceId));
        }
    }

    /** Reads what webhooks have announced. */
    void runWanted() {
        var wanted = store.wanted();
        if (!wanted.isEmpty()) {
            runAll(number -> wanted.contains(number.accountId()));
        }
    }

    private List<TemplateNode> read(SenderNumber number) {
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
        if (after.isPresent()) {
            // Meta lets an account have 6,000. What a list left out would be taken for deleted.
            throw new IllegalStateException("Graph lists more than " + nodes.size() + " templates");
        }
        return nodes;
    }
}
