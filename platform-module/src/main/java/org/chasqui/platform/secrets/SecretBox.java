package org.chasqui.platform.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with AES-256-GCM. What it writes is Base64 of Tink's format: a byte of version, four bytes that name the key,
 * a random nonce, the ciphertext and its tag. The first key encrypts; all of them decrypt, which is how keys are
 * changed.
 */
public final class SecretBox {
    /** Length of a key in bytes. */
    public static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int KEY_ID_OFFSET = 1;

    private static final int LEAST_SIGNATURE = 16;
    private static final String MAC = "HmacSHA256";

    private final Aead aead;
    private final int currentKeyId;
    private final List<byte[]> keys;

    /** A box for keys of 32 bytes each, the current one first. */
    public SecretBox(List<byte[]> keys) {
        try {
            AeadConfig.register();
            var byId = new LinkedHashMap<Integer, byte[]>();
            for (var key : keys) {
                byId.putIfAbsent(keyId(key), key);
            }
            currentKeyId = keyId(keys.get(0));
            var keyset = KeysetHandle.newBuilder();
            for (var key : byId.entrySet()) {
                var entry = KeysetHandle.importKey(tinkKey(key.getValue(), key.getKey()));
                keyset.addEntry(key.getKey() == currentKeyId ? entry.makePrimary() : entry);
            }
            this.keys = List.copyOf(byId.values());
            aead = keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalArgumentException("The encryption key cannot be used", wrongKey);
        }
    }

    /** Encrypts for one place. */
    public String seal(String secret, Place place) {
        try {
            var sealed = aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), place.bytes());
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("A secret could not be encrypted", failed);
        }
    }

    /**
     * Decrypts what was sealed for this very place.
     *
     * @throws SecretUnreadable when it was made with another key or for another place, or was changed
     */
    public String open(String sealed, Place place) {
        try {
            var secret = aead.decrypt(Base64.getDecoder().decode(sealed), place.bytes());
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException failed) {
            throw new SecretUnreadable(place, failed);
        }
    }

    /** Whether a sealed secret was made with an older key and should be sealed again. */
    public boolean isOutdated(String sealed) {
        var bytes = Base64.getDecoder().decode(sealed);
        return ByteBuffer.wrap(bytes).getInt(KEY_ID_OFFSET) != currentKeyId;
    }

    /**
     * A signature of 32 bytes: only who has the encryption key can make it.
     *
     * @param purpose keeps what is signed for one purpose from being used for another
     */
    public byte[] sign(String purpose, byte[] data) {
        return mac(keys.get(0), purpose, data);
    }

    /** Whether this begins a signature that one of the keys has made; 16 bytes of it are enough, fewer never are. */
    public boolean isSigned(String purpose, byte[] data, byte[] signature) {
        if (signature.length < LEAST_SIGNATURE) {
            return false;
        }
        return keys.stream()
                .anyMatch(key ->
                        MessageDigest.isEqual(Arrays.copyOf(mac(key, purpose, data), signature.length), signature));
    }

    private static byte[] mac(byte[] key, String purpose, byte[] data) {
        try {
            var mac = Mac.getInstance(MAC);
            // A key of its own for each purpose: the one that encrypts is never used for anything else.
            mac.init(new SecretKeySpec(key, MAC));
            mac.init(new SecretKeySpec(mac.doFinal(("sign|" + purpose).getBytes(StandardCharsets.UTF_8)), MAC));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + MAC, impossible);
        }
    }

    private static AesGcmKey tinkKey(byte[] key, int id) throws GeneralSecurityException {
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(NONCE_BYTES)
                .setTagSizeBytes(TAG_BYTES)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id)
                .build();
    }

    /** The name of a key follows from the key, so that all nodes agree without telling each other. */
    private static int keyId(byte[] key) throws GeneralSecurityException {
        return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key)).getInt();
    }

    /** Where a secret lives. */
    public record Place(String table, String column, UUID row) {
        byte[] bytes() {
            return (table + "|" + column + "|" + row).getBytes(StandardCharsets.UTF_8);
        }
    }
}
