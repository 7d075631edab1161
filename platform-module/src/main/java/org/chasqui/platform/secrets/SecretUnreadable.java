package org.chasqui.platform.secrets;

/** A stored secret that does not decrypt. */
public final class SecretUnreadable extends RuntimeException {
    SecretUnreadable(SecretBox.Place place, Throwable cause) {
        super(
                "The secret in " + place.table() + "." + place.column() + " of row " + place.row()
                        + " does not decrypt: chasqui.encryption-key is not the key that it was written with. Give the"
                        + " old key as chasqui.encryption-key-previous, or connect the account again.",
                cause);
    }
}
