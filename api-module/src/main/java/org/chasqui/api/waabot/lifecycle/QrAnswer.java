package org.chasqui.api.waabot.lifecycle;

import java.util.Base64;
import org.chasqui.platform.qr.QrDrawing;

/**
 * A QR code, and what scanning it does. It cannot be what Waabot's is, for the official API has no linked devices: so each
 * answer says what it is for.
 *
 * @param purpose what it leads to
 * @param url what the code says
 * @param name whom it is about: the bot, or the number
 */
record QrAnswer(Purpose purpose, String url, String name) {
    private static final int SCALE = 8;

    /** What scanning leads to. */
    enum Purpose {
        /** Our page that connects a number by Meta's Embedded Signup. */
        ONBOARDING(
                "Connect a number",
                "Scan this with the camera of a phone, or open the link: it leads to Meta's sign-up, and the number that is"
                        + " connected there becomes this instance. The camera behind Linked devices in WhatsApp cannot read"
                        + " it: the official API has no linked devices."),
        /** A chat with the number. */
        CHAT("Connected", "The number is connected. Whoever scans this, or opens the link, starts a chat with it.");

        private final String title;
        private final String words;

        Purpose(String title, String words) {
            this.title = title;
            this.words = words;
        }

        String title() {
            return title;
        }

        /** A sentence for people. */
        String words() {
            return words;
        }

        /** As answers write it. */
        String wireName() {
            return this == ONBOARDING ? "onboarding" : "chat";
        }
    }

    byte[] png() {
        return QrDrawing.of(url).png(SCALE);
    }

    String svg() {
        return QrDrawing.of(url).svg();
    }

    /** The picture as a {@code data:} URL. */
    String dataUrl() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
    }
}
