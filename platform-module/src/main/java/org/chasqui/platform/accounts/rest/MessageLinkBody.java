package org.chasqui.platform.accounts.rest;

import org.chasqui.platform.accounts.profile.MessageLink;
import org.chasqui.platform.qr.QrDrawing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MessageLink", description = "A link that opens a chat with a number, and its QR code.")
public record MessageLinkBody(
        @Schema(description = "Meta's code of the link.", example = "4O4YGZEG3RIVE1")
        String code,

        @Schema(description = "What stands in the person's text box.")
        String text,

        @Schema(description = "The link.", example = "https://wa.me/message/4O4YGZEG3RIVE1")
        String url,

        @Schema(description = "The QR code as an SVG document, drawn here.")
        String svg) {
    static MessageLinkBody of(MessageLink link) {
        return new MessageLinkBody(
                link.code(), link.text(), link.url(), QrDrawing.of(link.url()).svg());
    }
}
