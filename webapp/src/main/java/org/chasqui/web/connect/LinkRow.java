package org.chasqui.web.connect;

import java.time.Instant;
import org.chasqui.platform.accounts.onboarding.LinkView;
import org.chasqui.platform.qr.QrDrawing;
import org.chasqui.web.text.Texts;

/** A link for an end customer. */
public final class LinkRow {
    private static final Texts TEXTS = Texts.of("connect");

    private final LinkView link;
    private final LinkView.State state;

    LinkRow(LinkView link, Instant now) {
        this.link = link;
        this.state = link.state(now);
    }

    public String getId() {
        return link.id().toString();
    }

    public String getName() {
        return link.name();
    }

    public String getUrl() {
        return link.url();
    }

    /** A picture for an {@code img}. */
    public String getQr() {
        return QrDrawing.of(link.url()).dataUrl();
    }

    public boolean isOpen() {
        return state == LinkView.State.OPEN;
    }

    public boolean isCoexistence() {
        return link.coexistence();
    }

    public Instant getExpiresAt() {
        return link.expiresAt();
    }

    public String getStateText() {
        var isSeen = state == LinkView.State.OPEN && link.openedAt() != null;
        return TEXTS.get(isSeen ? "link.state.seen" : "link.state." + state.wireName());
    }

    public String getColour() {
        return switch (state) {
            case USED -> "green";
            case OPEN -> link.openedAt() == null ? "" : "blue";
            case EXPIRED, REVOKED -> "";
        };
    }
}
