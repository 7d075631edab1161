package org.chasqui.web.messages;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.chasqui.web.browser.QueryText;
import org.jspecify.annotations.Nullable;

/** The filter as it stands in the address; what it means is {@link AskedMessages}'s. */
public final class MessageQuery implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 512;

    private final LinkedHashMap<String, String> parameters = new LinkedHashMap<>();

    /** Read from the page by {@code f:viewParam}. */
    public MessageQuery() {}

    private MessageQuery(Map<String, String> parameters) {
        this.parameters.putAll(parameters);
    }

    Map<String, String> parameters() {
        return Map.copyOf(parameters);
    }

    /** Whether anything but the page is chosen. */
    public boolean isFiltered() {
        return parameters.keySet().stream().anyMatch(name -> !name.equals("before") && !name.equals("page"));
    }

    /** Whether this is not the first page, where new messages do not arrive. */
    public boolean isPaged() {
        return before() != null;
    }

    /** The same address with other values. */
    String with(Map<String, String> changes) {
        var all = new LinkedHashMap<>(parameters);
        all.putAll(changes);
        return QueryText.of(all);
    }

    /** The same address without some parameters. */
    String without(String... names) {
        return QueryText.of(cleared(names).parameters);
    }

    MessageQuery cleared(String... names) {
        var copy = new MessageQuery(parameters);
        Arrays.asList(names).forEach(copy.parameters::remove);
        return copy;
    }

    /** The address of this view, as shown for copying. */
    public String getAddress() {
        return isFiltered() ? without("before", "page") : "";
    }

    @Nullable
    UUID before() {
        try {
            return getBefore() == null ? null : UUID.fromString(String.valueOf(getBefore()));
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }

    int page() {
        var page = getPage();
        return before() == null || page == null || !page.matches("[1-9]\\d{0,6}") ? 1 : Integer.parseInt(page);
    }

    private void put(String name, @Nullable String value) {
        if (value == null || value.isBlank() || value.equals(Choice.ANY) || value.length() > LONGEST) {
            parameters.remove(name);
        } else {
            parameters.put(name, value.strip());
        }
    }

    public @Nullable String getNumber() {
        return parameters.get("number");
    }

    public void setNumber(@Nullable String number) {
        put("number", number);
    }

    public @Nullable String getTo() {
        return parameters.get("to");
    }

    public void setTo(@Nullable String to) {
        put("to", to);
    }

    public @Nullable String getStatus() {
        return parameters.get("status");
    }

    public void setStatus(@Nullable String status) {
        put("status", status);
    }

    public @Nullable String getDirection() {
        return parameters.get("direction");
    }

    public void setDirection(@Nullable String direction) {
        put("direction", direction);
    }

    public @Nullable String getType() {
        return parameters.get("type");
    }

    public void setType(@Nullable String type) {
        put("type", type);
    }

    public @Nullable String getCategory() {
        return parameters.get("category");
    }

    public void setCategory(@Nullable String category) {
        put("category", category);
    }

    public @Nullable String getTemplate() {
        return parameters.get("template");
    }

    public void setTemplate(@Nullable String template) {
        put("template", template);
    }

    /** Our id of a campaign. */
    public @Nullable String getCampaign() {
        return parameters.get("campaign");
    }

    public void setCampaign(@Nullable String campaign) {
        put("campaign", campaign);
    }

    /** Meta's code of what went wrong. */
    public @Nullable String getCode() {
        return parameters.get("code");
    }

    public void setCode(@Nullable String code) {
        put("code", code);
    }

    /** Where the people are, see {@link Figures}. */
    public @Nullable String getMarket() {
        return parameters.get("market");
    }

    public void setMarket(@Nullable String market) {
        put("market", market);
    }

    /** What Meta said of the price, see {@link Figures}. */
    public @Nullable String getPrice() {
        return parameters.get("price");
    }

    public void setPrice(@Nullable String price) {
        put("price", price);
    }

    /** How long a step took, see {@link Figures}. */
    public @Nullable String getTook() {
        return parameters.get("took");
    }

    public void setTook(@Nullable String took) {
        put("took", took);
    }

    /** What happened to them, and when, see {@link Figures}. */
    public @Nullable String getHappened() {
        return parameters.get("happened");
    }

    public void setHappened(@Nullable String happened) {
        put("happened", happened);
    }

    public @Nullable String getSince() {
        return parameters.get("since");
    }

    public void setSince(@Nullable String since) {
        put("since", since);
    }

    public @Nullable String getUntil() {
        return parameters.get("until");
    }

    public void setUntil(@Nullable String until) {
        put("until", until);
    }

    public @Nullable String getReached() {
        return parameters.get("reached");
    }

    public void setReached(@Nullable String reached) {
        put("reached", reached);
    }

    public @Nullable String getBefore() {
        return parameters.get("before");
    }

    public void setBefore(@Nullable String before) {
        put("before", before);
    }

    public @Nullable String getPage() {
        return parameters.get("page");
    }

    public void setPage(@Nullable String page) {
        put("page", page);
    }
}
