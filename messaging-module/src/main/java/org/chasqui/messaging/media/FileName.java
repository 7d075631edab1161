package org.chasqui.messaging.media;

import org.jspecify.annotations.Nullable;

/** Names of files that strangers give. Never used as a path of ours; kept only to be shown and passed on. */
final class FileName {
    private static final int LONGEST = 200;

    private FileName() {}

    /** The last part of the name without what could mislead a reader or a file system; null when nothing is left. */
    static @Nullable String clean(@Nullable String given) {
        if (given == null) {
            return null;
        }
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var plain = last
                // Control and format characters: line ends split headers, and right-to-left marks hide endings.
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .strip();
        if (plain.isEmpty() || plain.matches("\\.+")) {
            return null;
        }
        return plain.length() <= LONGEST ? plain : shortened(plain);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int end = LONGEST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
