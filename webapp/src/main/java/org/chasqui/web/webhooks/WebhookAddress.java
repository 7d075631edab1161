package org.chasqui.web.webhooks;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.webhooks.DeliverySearch;
import org.chasqui.web.browser.QueryText;
import org.chasqui.web.messages.Choice;
import org.jspecify.annotations.Nullable;

/** What the address of an endpoint's page said: the endpoint, the filter, and what is unfolded. Nonsense filters nothing. */
@Named
@ViewScoped
public class WebhookAddress implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 100;
    private static final Set<String> STATUSES = Set.of("pending", "delivered", "dead");
    private static final Map<String, Duration> SPANS = Map.of(
            "1h",
            Duration.ofHours(1),
            "24h",
            Duration.ofHours(24),
            "7d",
            Duration.ofDays(7),
            "30d",
            Duration.ofDays(30));

    private final LinkedHashMap<String, String> parameters = new LinkedHashMap<>();

    DeliverySearch.Search search(Instant now, int limit) {
        var status = getStatus();
        var span = SPANS.get(String.valueOf(getSince()));
        return new DeliverySearch.Search(
                status != null && STATUSES.contains(status) ? status : null,
                getType(),
                span == null ? null : now.minus(span),
                null,
                uuid(getBefore()),
                limit);
    }

    /** An id of the address; null when there is none or when it is none. */
    static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }

    /** The same address with another value; without the parameter when the value is null. */
    String with(String name, @Nullable String value) {
        var all = new LinkedHashMap<String, @Nullable String>(parameters);
        all.put(name, value);
        return QueryText.of(all);
    }

    /** Whether a filter is chosen. */
    public boolean isFiltered() {
        return parameters.containsKey("status") || parameters.containsKey("type") || parameters.containsKey("since");
    }

    private void put(String name, @Nullable String value) {
        if (value == null || value.isBlank() || value.equals(Choice.ANY) || value.length() > LONGEST) {
            parameters.remove(name);
        } else {
            parameters.put(name, value.strip());
        }
    }

    public @Nullable String getId() {
        return parameters.get("id");
    }

    public void setId(@Nullable String id) {
        put("id", id);
    }

    public @Nullable String getStatus() {
        return parameters.get("status");
    }

    public void setStatus(@Nullable String status) {
        put("status", status);
    }

    public @Nullable String getType() {
        return parameters.get("type");
    }

    public void setType(@Nullable String type) {
        put("type", type);
    }

    public @Nullable String getSince() {
        return parameters.get("since");
    }

    public void setSince(@Nullable String since) {
        put("since", since);
    }

    public @Nullable String getBefore() {
        return parameters.get("before");
    }

    public void setBefore(@Nullable String before) {
        put("before", before);
    }

    public @Nullable String getDelivery() {
        return parameters.get("delivery");
    }

    public void setDelivery(@Nullable String delivery) {
        put("delivery", delivery);
    }

    public @Nullable String getRequest() {
        return parameters.get("request");
    }

    public void setRequest(@Nullable String request) {
        put("request", request);
    }
}
