package org.chasqui.web.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.KeyKind;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A key in the table. */
public final class KeyRow {
    private static final Texts TEXTS = Texts.of("keys");
    private static final Duration SOON = Duration.ofDays(7);

    private final ApiKeyView key;
    private final String number;
    private final Instant now;

    KeyRow(ApiKeyView key, String number, Instant now) {
        this.key = key;
        this.number = number;
        this.now = now;
    }

    public String getId() {
        return key.id().toString();
    }

    public String getName() {
        return key.name();
    }

    public String getPrefix() {
        return key.prefix() + "…";
    }

    public String getBadge() {
        return Formats.initials(key.kind().wireName());
    }

    public String getKind() {
        return TEXTS.getOr("kind." + key.kind(), key.kind().wireName());
    }

    /** Whether it is for the API of another gateway. */
    public boolean isForeign() {
        return key.kind() != KeyKind.CHASQUI;
    }

    /** The scopes in a fixed order; empty for a key that may do nothing. */
    public List<String> getScopes() {
        return key.scopes().contains("*")
                ? List.of("*")
                : key.scopes().stream().sorted().toList();
    }

    /** Name of the only number that the key may use, or "All". */
    public String getNumber() {
        return number;
    }

    public @Nullable Instant getLastUsedAt() {
        return key.lastUsedAt();
    }

    public Instant getCreatedAt() {
        return key.createdAt();
    }

    public @Nullable Instant getExpiresAt() {
        return key.expiresAt();
    }

    public String getCreatedBy() {
        return key.createdBy();
    }

    public boolean isValid() {
        return key.isValid(now);
    }

    /** {@code revoked}, {@code expired}, {@code ending}, {@code unused} or {@code active}. */
    public String getState() {
        if (key.revokedAt() != null) {
            return "revoked";
        }
        var end = key.expiresAt();
        if (key.isExpired(now)) {
            return "expired";
        }
        if (end != null && end.isBefore(now.plus(SOON))) {
            return "ending";
        }
        return key.lastUsedAt() == null ? "unused" : "active";
    }

    public String getStateText() {
        var end = key.expiresAt();
        if (getState().equals("ending") && end != null) {
            var left = Duration.between(now, end);
            return left.toHours() < 48
                    ? TEXTS.get("state.ending.hours", left.toHours())
                    : TEXTS.get("state.ending", left.toDays());
        }
        return TEXTS.get("state." + getState());
    }

    public String getColour() {
        return switch (getState()) {
            case "active" -> "green";
            case "ending" -> "amber";
            case "revoked", "expired" -> "red";
            default -> "plain";
        };
    }
}
