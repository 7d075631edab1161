package org.chasqui.platform.secrets;

import org.jspecify.annotations.Nullable;

/** The box of this installation; a bean of its own because the box itself is immutable and cannot be proxied. */
public class Keyring {
    private final @Nullable SecretBox box;

    /** For the container's proxy. */
    protected Keyring() {
        box = null;
    }

    /** The bean around a box. */
    public Keyring(SecretBox box) {
        this.box = box;
    }

    /** The box. */
    public SecretBox box() {
        if (box == null) {
            throw new IllegalStateException("A proxy was asked instead of the bean");
        }
        return box;
    }
}
