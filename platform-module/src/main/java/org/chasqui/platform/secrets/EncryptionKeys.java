package org.chasqui.platform.secrets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.config.StartRefused;

/** Finds the encryption key: the operator's, or, while the sandbox plays Meta, one made once in the data folder. */
@ApplicationScoped
class EncryptionKeys {
    private static final String KEY = "chasqui.encryption-key";
    private static final String PREVIOUS = "chasqui.encryption-key-previous";
    private static final String HOW_TO_MAKE = "Make one with: openssl rand -base64 32";

    @Produces
    @ApplicationScoped
    Keyring keyring(Settings settings) {
        var keys = new ArrayList<byte[]>();
        keys.add(settings.text(KEY).map(text -> decode(KEY, text)).orElseGet(() -> ownKey(settings)));
        settings.text(PREVIOUS).map(text -> decode(PREVIOUS, text)).ifPresent(keys::add);
        return new Keyring(new SecretBox(keys));
    }

    private static byte[] ownKey(Settings settings) {
        if (!settings.isSandboxEnabled() || settings.isMetaAppConfigured()) {
            throw new StartRefused("chasqui.encryption-key is not set. Tokens of real WhatsApp accounts are stored"
                    + " encrypted, and every node needs the same key. " + HOW_TO_MAKE);
        }
        var file = settings.dataDir().resolve("encryption-key");
        return decode(file.toString(), read(file).orElseGet(() -> make(file)));
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException failed) {
            throw new StartRefused("The encryption key in " + file + " cannot be read: " + failed.getMessage());
        }
    }

    private static String make(Path file) {
        var bytes = new byte[SecretBox.KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        var text = Base64.getEncoder().encodeToString(bytes);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var channel = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOwner)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            }
            return text;
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            return read(file).orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException("The encryption key cannot be written to " + file, failed);
        }
    }

    private static byte[] decode(String name, String text) {
        try {
            var key = Base64.getDecoder().decode(text);
            if (key.length == SecretBox.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // Falls through to the same sentence.
        }
        throw new StartRefused(name + " must be " + SecretBox.KEY_BYTES + " bytes in Base64. " + HOW_TO_MAKE);
    }
}
