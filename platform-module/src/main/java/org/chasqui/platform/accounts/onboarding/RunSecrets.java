package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;

/** Seals and opens the secrets of a run, each for its own place. */
@ApplicationScoped
class RunSecrets {
    @Inject
    Keyring keyring;

    /** The columns that hold secrets. */
    enum Kind {
        CODE("code"),
        TOKEN("token"),
        PIN("pin");

        private final String column;

        Kind(String column) {
            this.column = column;
        }

        SecretBox.Place place(UUID run) {
            return new SecretBox.Place("plt_onboarding", column, run);
        }
    }

    String seal(Kind kind, UUID run, String secret) {
        return keyring.box().seal(secret, kind.place(run));
    }

    String open(Kind kind, UUID run, String sealed) {
        return keyring.box().open(sealed, kind.place(run));
    }

    static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
