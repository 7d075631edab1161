package org.chasqui.web.keys;

import java.io.Serializable;
import java.util.List;

/** A key that has just been made, with its secret, for the one page that shows it. */
public final class ShownKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String secret;
    private final String[] scopes;
    private final String number;
    private final String end;

    ShownKey(String name, String secret, List<String> scopes, String number, String end) {
        this.name = name;
        this.secret = secret;
        this.scopes = scopes.toArray(String[]::new);
        this.number = number;
        this.end = end;
    }

    public String getName() {
        return name;
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
