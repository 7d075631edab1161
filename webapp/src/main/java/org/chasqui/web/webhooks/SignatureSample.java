package org.chasqui.web.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** How a receiver checks the signature (Standard Webhooks 1.0.0) in one language, without a library. */
public final class SignatureSample {
    static final List<SignatureSample> ALL = List.of(
            new SignatureSample("Java"),
            new SignatureSample("Node"),
            new SignatureSample("Python"),
            new SignatureSample("PHP"));

    private final String language;
    private final String code;

    private SignatureSample(String language) {
        this.language = language;
        this.code = read("verify." + language.toLowerCase(Locale.ROOT) + ".txt");
    }

    private static String read(String name) {
        try (var in = SignatureSample.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no sample " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public String getLanguage() {
        return language;
    }

    public String getCode() {
        return code;
    }

    public boolean isFirst() {
        return this == ALL.get(0);
    }
}
