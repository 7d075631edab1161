package org.chasqui.platform.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Makes and hashes the secrets of keys. */
final class Secrets {
    static final String PREFIX = "cm_";
    private static final int RANDOM_BYTES = 32;
    private static final int PREFIX_CHARACTERS = 10;
    private static final Pattern FORM = Pattern.compile("cm_[A-Za-z0-9_-]{20,200}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A secret with 256 random bits. */
    static String next() {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether a text could be a secret of ours at all; what could not is refused without asking the database. */
    static boolean looksLikeOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** What is stored. */
    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** What a list shows to recognise a key by: the mark and a few of its characters. */
    static String prefix(String secret) {
        return secret.substring(0, PREFIX_CHARACTERS);
    }
}
