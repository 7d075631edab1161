package org.chasqui.platform.users;

import java.util.Locale;
import java.util.regex.Pattern;
import org.chasqui.platform.failure.RequestFailed;

/**
 * The wish for a user.
 *
 * @param email kept in lower case
 * @param password 10 to 200 characters
 */
public record NewUser(String email, String name, Role role, String password) {
    static final int MIN_PASSWORD = 10;
    static final int MAX_PASSWORD = 200;
    private static final int MAX_TEXT = 200;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    /**
     * Checks and normalises.
     *
     * @throws RequestFailed VALIDATION_FAILED that names the wrong field
     */
    public NewUser {
        email = email.strip().toLowerCase(Locale.ROOT);
        name = name.strip();
        if (email.length() > MAX_TEXT || !EMAIL.matcher(email).matches()) {
            throw RequestFailed.invalid("email", "must be an e-mail address, for example ana@example.com.");
        }
        if (name.isEmpty() || name.length() > MAX_TEXT) {
            throw RequestFailed.invalid("name", "must have 1 to " + MAX_TEXT + " characters.");
        }
        checkPassword(password);
    }

    static void checkPassword(String password) {
        if (password.length() < MIN_PASSWORD || password.length() > MAX_PASSWORD) {
            throw RequestFailed.invalid(
                    "password", "must have " + MIN_PASSWORD + " to " + MAX_PASSWORD + " characters.");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "NewUser[email=" + email + ", role=" + role + "]";
    }
}
