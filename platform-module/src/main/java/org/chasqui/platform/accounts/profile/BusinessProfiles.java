package org.chasqui.platform.accounts.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.GraphManagement;
import org.chasqui.platform.graph.GraphUploads;
import org.jspecify.annotations.Nullable;

/** The business profiles of numbers. Meta keeps them; here they are remembered for a minute only. */
@ApplicationScoped
public class BusinessProfiles {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int LARGEST_PICTURE = 2 * 1024 * 1024;

    @Inject
    NumberCalls calls;

    @Inject
    GraphUploads uploads;

    @Inject
    PhoneNumbers numbers;

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
                number,
                (graph, bearer) -> graph.profile(bearer, number.phoneNumberId(), GraphManagement.PROFILE_FIELDS));
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

    /**
     * Gives the number another picture.
     *
     * @param picture a JPEG or PNG of at most two mebibytes; Meta wants it square, best 640 by 640
     * @param actor who does it, for the audit trail
     * @throws RequestFailed VALIDATION_FAILED when it is neither
     */
    public BusinessProfile changePicture(SenderNumber number, byte[] picture, String actor) {
        var mime = pictureType(picture);
        String handle;
        try {
            handle = uploads.upload(
                    numbers.accessToken(number),
                    "picture." + mime.substring(mime.indexOf('/') + 1),
                    mime,
                    picture.length,
                    () -> new ByteArrayInputStream(picture));
        } catch (GraphFailed failed) {
            throw failed.asRefusal();
        }
        return change(number, new ProfileChange(null, null, null, null, null, null, handle), actor);
    }

    /** By the first bytes, whatever the sender calls it. */
    static String pictureType(byte[] picture) {
        if (picture.length == 0 || picture.length > LARGEST_PICTURE) {
            throw RequestFailed.invalid("picture", "must be a file of at most 2 MiB.");
        }
        if (begins(picture, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        }
        if (begins(picture, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        throw RequestFailed.invalid("picture", "must be a JPEG or PNG.");
    }

    private static boolean begins(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
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
