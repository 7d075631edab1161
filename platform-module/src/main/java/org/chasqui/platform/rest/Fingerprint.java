package org.chasqui.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * By what a repeated request is recognised: method, path and body. Two JSON bodies are the same when only white space or
 * the order of members differs, because some clients build the body anew for each try.
 */
record Fingerprint(byte[] sha256) {
    private static final ObjectMapper SORTING =
            Json.mapper().copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    static Fingerprint of(String methodAndPath, byte[] body) {
        return hash(methodAndPath, canonical(body));
    }

    /** An upload whose bytes are still to come. */
    static Fingerprint ofUpload(String methodAndPath) {
        return ofUpload(methodAndPath, new byte[0]);
    }

    /**
     * An upload that was read.
     *
     * @param digest of its bytes, see {@link UploadStream}
     */
    static Fingerprint ofUpload(String methodAndPath, byte[] digest) {
        return hash(methodAndPath + " upload", digest);
    }

    private static Fingerprint hash(String methodAndPath, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((methodAndPath + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
            return new Fingerprint(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static byte[] canonical(byte[] body) {
        try {
            JsonNode tree = SORTING.readTree(body);
            return tree == null || tree.isMissingNode()
                    ? new byte[0]
                    : SORTING.writeValueAsBytes(SORTING.treeToValue(tree, Object.class));
        } catch (JsonProcessingException notJson) {
            return body;
        } catch (IOException impossible) {
            throw new IllegalStateException("An array of bytes could not be read", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Arrays.equals(that.sha256, sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }
}
