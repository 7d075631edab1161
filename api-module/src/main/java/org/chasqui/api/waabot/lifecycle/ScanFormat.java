package org.chasqui.api.waabot.lifecycle;

import java.util.Locale;
import java.util.Optional;
import org.chasqui.platform.failure.RequestFailed;

/** In which form a QR code is wanted. */
enum ScanFormat {
    /** A page for people. */
    PAGE,
    /** The picture itself. */
    PNG,
    /** The envelope with an object: picture, purpose and address. */
    BASE64,
    /** The envelope with nothing but the picture as its data. */
    BASE64TEXT;

    /**
     * What the client has asked for: by {@code format}, else by what it accepts. Browsers get the page, their {@code img} the
     * picture; programs that want JSON get JSON.
     *
     * @throws RequestFailed VALIDATION_FAILED for another format
     */
    static ScanFormat of(Optional<String> format, Optional<String> accept) {
        if (format.isPresent()) {
            return switch (format.get().strip().toLowerCase(Locale.ROOT)) {
                case "base64" -> BASE64;
                case "base64text" -> BASE64TEXT;
                case "png", "image" -> PNG;
                case "html", "page" -> PAGE;
                default -> throw RequestFailed.invalid("format", "must be base64, base64text, png or html.");
            };
        }
        var types = accept.orElse("").toLowerCase(Locale.ROOT);
        if (types.contains("text/html")) {
            return PAGE;
        }
        if (types.contains("image/")) {
            return PNG;
        }
        return types.contains("json") ? BASE64 : PAGE;
    }
}
