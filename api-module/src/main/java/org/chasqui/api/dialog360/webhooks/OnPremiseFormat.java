package org.chasqui.api.dialog360.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.chasqui.api.dialog360.Style;
import org.chasqui.api.notices.Notice;

/** Notifications as the On-Premises API sent them. */
@ApplicationScoped
class OnPremiseFormat extends NoticeFormat {
    @Override
    Style style() {
        return Style.ON_PREMISE;
    }

    @Override
    Optional<ObjectNode> worded(Notice notice) {
        return OnPremiseWording.of(notice);
    }
}
