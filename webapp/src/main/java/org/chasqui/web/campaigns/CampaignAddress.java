package org.chasqui.web.campaigns;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.campaigns.campaigns.Reports;
import org.chasqui.campaigns.recipients.RecipientState;
import org.jspecify.annotations.Nullable;

/** Which campaign the address names, and which of its recipients it asks for. */
@Named
@ViewScoped
public class CampaignAddress implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String id;
    private @Nullable String state;
    private @Nullable String reason;
    private @Nullable String code;
    private @Nullable String replied;
    private @Nullable String after;

    @Nullable
    UUID campaignId() {
        return CampaignsAddress.uuid(id);
    }

    Reports.Filter filter() {
        return new Reports.Filter(
                states(), reason, number(code).map(Long::intValue).orElse(null), replied != null);
    }

    private Set<RecipientState> states() {
        return state == null
                ? Set.of()
                : Arrays.stream(state.split(","))
                        .map(RecipientState::ofWireName)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet());
    }

    long cursor() {
        return number(after).orElse(0L);
    }

    private static Optional<Long> number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,9}") ? Optional.empty() : Optional.of(Long.valueOf(text));
    }

    /** The query of this campaign with the same filter, behind a place. */
    String behind(long position) {
        var all = parameters();
        all.put("after", Long.toString(position));
        return query(all);
    }

    /** The query of this campaign with the same filter, from the beginning. */
    public String getFirstQuery() {
        return query(parameters());
    }

    /** The query that the export takes: the filter without the campaign. */
    public String getFilterQuery() {
        var all = parameters();
        all.remove("id");
        if (code != null) {
            all.remove("code");
            all.put("error_code", code);
        }
        return query(all);
    }

    private LinkedHashMap<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        put(all, "id", id);
        put(all, "state", state);
        put(all, "reason", reason);
        put(all, "code", code);
        put(all, "replied", replied);
        return all;
    }

    private static void put(LinkedHashMap<String, String> all, String name, @Nullable String value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    private static String query(LinkedHashMap<String, String> all) {
        var pairs = new ArrayList<String>();
        all.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    public boolean isFiltered() {
        return state != null || reason != null || code != null || replied != null;
    }

    public boolean isPaged() {
        return cursor() > 0;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    /** States of recipients, separated by commas. */
    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = blank(state);
    }

    /** Why they were skipped. */
    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = blank(reason);
    }

    /** Meta's code of what went wrong. */
    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = blank(code);
    }

    /** Any text for those who have answered only. */
    public @Nullable String getReplied() {
        return replied;
    }

    public void setReplied(@Nullable String replied) {
        this.replied = blank(replied);
    }

    /** Place on the list behind which the page begins. */
    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = blank(after);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
