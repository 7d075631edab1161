package org.chasqui.web.webhooks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.chasqui.messaging.webhooks.DeliverySearch;
import org.chasqui.messaging.webhooks.DeliveryView;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.MaskedJson;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The deliveries on the page of an endpoint: a page of them, the filter, and the one that is unfolded. */
@Named
@RequestScoped
public class DeliveryList {
    private static final Texts TEXTS = Texts.of("webhooks");
    private static final int ROWS = 20;

    @Inject
    CurrentUser me;

    @Inject
    WebhookPage page;

    @Inject
    WebhookAddress address;

    @Inject
    DeliverySearch search;

    @Inject
    Clock clock;

    private @Nullable List<DeliveryView> found;
    private @Nullable List<DeliveryRow> rows;

    /** One more than shown is asked for: it tells whether there is an older page. */
    private List<DeliveryView> found() {
        var known = found;
        if (known == null) {
            known = search.list(me.workspaceId(), page.webhook().id(), address.search(clock.instant(), ROWS + 1));
            found = known;
        }
        return known;
    }

    public List<DeliveryRow> getRows() {
        var known = rows;
        if (known == null) {
            known = found().stream().limit(ROWS).map(this::row).toList();
            rows = known;
        }
        return known;
    }

    private DeliveryRow row(DeliveryView one) {
        boolean isUnfolded = one.id().toString().equals(address.getDelivery());
        var body = isUnfolded
                ? search.find(me.workspaceId(), page.webhook().id(), one.id())
                        .map(this::shown)
                        .orElse(null)
                : null;
        var toggle = address.with("delivery", isUnfolded ? null : one.id().toString());
        return new DeliveryRow(one, page.webhook(), body, page.shownUrl(), toggle, clock.instant());
    }

    private DeliverySearch.Detail shown(DeliverySearch.Detail detail) {
        return me.isMaySend()
                ? detail
                : new DeliverySearch.Detail(detail.delivery(), detail.sight(), MaskedJson.of(detail.body()));
    }

    public boolean isOlder() {
        return found().size() > ROWS;
    }

    public String getOlderQuery() {
        return address.with("before", found().get(ROWS - 1).id().toString());
    }

    public String getNewestQuery() {
        return address.with("before", null);
    }

    public List<Choice> getStatusChoices() {
        return choices(List.of("pending", "delivered", "dead"), "delivery.", address.getStatus());
    }

    public List<Choice> getTimeChoices() {
        return choices(List.of("1h", "24h", "7d", "30d"), "since.", address.getSince());
    }

    private static List<Choice> choices(List<String> values, String prefix, @Nullable String chosen) {
        return Choice.list(
                TEXTS.get("any"),
                values.stream()
                        .map(value -> new Choice(value, TEXTS.getOr(prefix + value, value)))
                        .toList(),
                chosen,
                String::toString);
    }

    public List<Choice> getTypeChoices() {
        return Choice.list(
                TEXTS.get("any"),
                EventChoices.SEARCHED.stream()
                        .map(type -> new Choice(type, type))
                        .toList(),
                address.getType(),
                String::toString);
    }
}
