package org.chasqui.web.botmaker;

import java.io.Serializable;
import org.chasqui.api.botmaker.Credentials;
import org.chasqui.platform.keys.NewApiKey;

/** Credentials that have just been made, for the one page that shows them. */
public final class ShownCredentials implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String accessToken;
    private final String clientId;
    private final String secretId;
    private final String refreshToken;

    ShownCredentials(NewApiKey made, Credentials.Texts texts) {
        this.name = made.key().name();
        this.accessToken = made.secret();
        this.clientId = texts.clientId();
        this.secretId = texts.secretId();
        this.refreshToken = texts.refreshToken();
    }

    public String getName() {
        return name;
    }

    public String getAccessToken() {
        return accessToken;
    }

    public String getClientId() {
        return clientId;
    }

    public String getSecretId() {
        return secretId;
    }

    public String getRefreshToken() {
        return refreshToken;
    }
}
