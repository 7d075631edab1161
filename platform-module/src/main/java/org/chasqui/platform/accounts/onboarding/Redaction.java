package org.chasqui.platform.accounts.onboarding;

import java.util.regex.Pattern;

/** Takes out of Meta's words what looks like a token: they are stored and shown. */
final class Redaction {
    private static final Pattern TOKEN = Pattern.compile("\\bEA[A-Za-z0-9_-]{8,}|\\b[A-Za-z0-9_|-]{40,}");
    private static final int LONGEST = 500;

    private Redaction() {}

    static String ofSecrets(String words) {
        var clean = TOKEN.matcher(words).replaceAll("•••");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
