package org.chasqui.platform.accounts.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphNumbers;
import org.jspecify.annotations.Nullable;

/** The business profiles of numbers. Meta keeps them; here they are remembered for a minute only. */
@ApplicationScoped
public class BusinessProfiles {
    private static final Duration KEPT = Duration.ofMinutes(1);

    @Inject
    NumberCalls calls;

    @Inject
    AuditTrail audit;

    private final Cache<UUID, BusinessProfile> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(10_000).build();

    /**
     * The profile as Meta has it.
     *
     * @throws RequestFailed PROVIDER_REJECTED or PROVIDER_ERROR when Graph does not tell
     */
    public BusinessProfile of(SenderNumber number) {
        var known = kept.getIfPresent(number.id());
        if (known != null) {
            return known;
        }
        var answer = calls.ask(
                number, (graph, bearer) -> graph.profile(bearer, number.phoneNumberId(), GraphNumbers.PROFILE_FIELDS));
        var profile = read(answer.at("/data/0"));
        kept.put(number.id(), profile);
        return profile;
    }

    /**
     * Changes it at Meta.
     *
     * @param actor who does it, for the audit trail
     * @return the profile as Meta has it now
     * @throws RequestFailed VALIDATION_FAILED when a limit of Meta is broken
     */
    public BusinessProfile change(SenderNumber number, ProfileChange change, String actor) {
        var body = change.body();
        try {
            calls.ask(number, (graph, bearer) -> graph.changeProfile(bearer, number.phoneNumberId(), body));
        } finally {
            kept.invalidate(number.id());
        }
        audit.record(
                number.workspaceId(),
                actor,
                "number.profile_changed",
                number.phoneNumberId(),
                Map.of("fields", String.join(", ", body.keySet())));
        return of(number);
    }

    private static BusinessProfile read(JsonNode json) {
        var websites = new ArrayList<String>();
        json.path("websites").forEach(website -> websites.add(website.asText()));
        return new BusinessProfile(
                text(json, "about"),
                text(json, "address"),
                text(json, "description"),
                text(json, "email"),
                List.copyOf(websites),
                text(json, "vertical"),
                text(json, "profile_picture_url"));
    }

    private static @Nullable String text(JsonNode json, String member) {
        var text = json.path(member).asText("");
        return text.isEmpty() ? null : text;
    }
}
