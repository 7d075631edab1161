package org.chasqui.messaging.media.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.messaging.media.MediaState;
import org.chasqui.messaging.media.MediaView;
import org.junit.jupiter.api.Test;

class MediaResourceTest {
    @Test
    void anAttachmentCannotBreakOutOfItsHeader() {
        var header = MediaResource.disposition(view("a\"; x=\"b\\ñ%.pdf"));
        assertThat(header)
                .isEqualTo("attachment; filename=\"a__ x=_b___.pdf\";"
                        + " filename*=UTF-8''a%22%3B%20x%3D%22b%5C%C3%B1%25.pdf");
    }

    private static MediaView view(String name) {
        var id = new UUID(1, 2);
        return new MediaView(id, id, null, false, MediaState.STORED, "application/pdf", 1L, "00", name, Instant.EPOCH);
    }
}
