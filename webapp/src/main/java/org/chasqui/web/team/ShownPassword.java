package org.chasqui.web.team;

import java.io.Serializable;

/** The first password of a person who has just been added, for the one page that shows it. */
public final class ShownPassword implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String email;
    private final String password;

    ShownPassword(String name, String email, String password) {
        this.name = name;
        this.email = email;
        this.password = password;
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    public String getPassword() {
        return password;
    }
}
