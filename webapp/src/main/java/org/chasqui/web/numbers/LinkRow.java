package org.chasqui.web.numbers;

import org.chasqui.platform.accounts.profile.MessageLink;
import org.chasqui.platform.qr.QrDrawing;

/** A message link with its QR code. */
public final class LinkRow {
    private final MessageLink link;

    LinkRow(MessageLink link) {
        this.link = link;
    }

    public String getCode() {
        return link.code();
    }

    public String getText() {
        return link.text();
    }

    public String getUrl() {
        return link.url();
    }

    /** The code as a picture. */
    public String getPicture() {
        return QrDrawing.of(link.url()).dataUrl();
    }
}
