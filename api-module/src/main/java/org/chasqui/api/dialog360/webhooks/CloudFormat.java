package org.chasqui.api.dialog360.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.chasqui.api.dialog360.Style;
import org.chasqui.api.notices.CloudWording;
import org.chasqui.api.notices.Notice;

/** Notifications in Meta's envelope. */
@ApplicationScoped
class CloudFormat extends NoticeFormat {
    @Override
    Style style() {
        return Style.CLOUD;
    }

    @Override
    Optional<ObjectNode> worded(Notice notice) {
        return Optional.of(CloudWording.of(notice));
    }
}
