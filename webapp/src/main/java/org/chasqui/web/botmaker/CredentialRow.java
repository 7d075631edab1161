package org.chasqui.web.botmaker;

import java.time.Instant;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Credentials in the table. */
public final class CredentialRow {
    private static final Texts TEXTS = Texts.of("botmaker");

    private final ApiKeyView key;
    private final String number;
    private final int acceptedStatus;
    private final Instant now;

    /**
     * A row.
     *
     * @param number name of the only number that they are for, or a word for all of them
     * @param acceptedStatus what send-messages answers with: 200 or 202
     */
    CredentialRow(ApiKeyView key, String number, int acceptedStatus, Instant now) {
        this.key = key;
        this.number = number;
        this.acceptedStatus = acceptedStatus;
        this.now = now;
    }

    /** What Botmaker calls {@code clientId}. */
    public String getId() {
        return key.id().toString();
    }

    public String getName() {
        return key.name();
    }

    public String getPrefix() {
        return key.prefix() + "…";
    }

    public String getNumber() {
        return number;
    }

    public @Nullable Instant getLastUsedAt() {
        return key.lastUsedAt();
    }

    public @Nullable Instant getExpiresAt() {
        return key.expiresAt();
    }

    public int getAcceptedStatus() {
        return acceptedStatus;
    }

    public String getState() {
        if (key.isExpired(now)) {
            return TEXTS.get("credential.expired");
        }
        return TEXTS.get(key.lastUsedAt() == null ? "credential.unused" : "credential.active");
    }

    public String getColour() {
        if (key.isExpired(now)) {
            return "red";
        }
        return key.lastUsedAt() == null ? "plain" : "green";
    }
}
