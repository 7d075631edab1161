package org.chasqui.web.keys;

import java.io.Serializable;
import java.util.List;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.KeyCompanion;
import org.chasqui.platform.keys.KeyKind;
import org.jspecify.annotations.Nullable;

/** A key that has just been made, with its secret, for the one page that shows it. */
public final class ShownKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String kind;
    private final String secret;
    private final String[] scopes;
    private final String number;
    private final String end;

    private final @Nullable String sessionId;
    private final @Nullable String accessToken;

    ShownKey(ApiKeyView key, String secret, String number, String end, KeyCompanion.@Nullable Credentials beside) {
        this.name = key.name();
        this.kind = key.kind().name();
        this.secret = secret;
        this.scopes = key.scopes().stream().sorted().toArray(String[]::new);
        this.number = number;
        this.end = end;
        this.sessionId = beside == null ? null : beside.sessionId();
        this.accessToken = beside == null ? null : beside.accessToken();
    }

    public String getName() {
        return name;
    }

    /** Which API it speaks. */
    public KeyKind kind() {
        return KeyKind.valueOf(kind);
    }

    /** What Waabot's clients send beside or instead of the secret; null for other kinds. */
    public @Nullable String getSessionId() {
        return sessionId;
    }

    public @Nullable String getAccessToken() {
        return accessToken;
    }

    public String getSecret() {
        return secret;
    }

    public List<String> getScopes() {
        return List.of(scopes);
    }

    public String getNumber() {
        return number;
    }

    /** Until when it is valid, in words. */
    public String getEnd() {
        return end;
    }
}
