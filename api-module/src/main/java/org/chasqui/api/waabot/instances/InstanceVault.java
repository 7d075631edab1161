package org.chasqui.api.waabot.instances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;

/** Seals the credentials of instances: clients are shown them again, so a hash alone would not do. */
@ApplicationScoped
class InstanceVault {
    private static final String TABLE = "api_waabot_instance";

    @Inject
    Keyring keyring;

    String seal(UUID id, String column, String secret) {
        return keyring.box().seal(secret, new SecretBox.Place(TABLE, column, id));
    }

    String open(UUID id, String column, String sealed) {
        return keyring.box().open(sealed, new SecretBox.Place(TABLE, column, id));
    }

    boolean isOutdated(String sealed) {
        return keyring.box().isOutdated(sealed);
    }

    /** What a session id is found by. */
    static byte[] hash(String sessionId) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(sessionId.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Takes the same time wherever the first difference is. */
    static boolean isSame(String secret, String given) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8),
                given.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
