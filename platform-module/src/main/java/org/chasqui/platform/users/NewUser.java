package org.chasqui.platform.users;

import java.security.SecureRandom;
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
    private static final int RANDOM_CHARACTERS = 20;

    /** Without the characters that people mistake for one another. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();
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

    /** A first password that nobody guesses, easy to read and type. */
    public static String randomPassword() {
        var password = new StringBuilder();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
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
