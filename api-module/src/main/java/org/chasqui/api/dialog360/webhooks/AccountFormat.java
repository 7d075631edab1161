package org.chasqui.api.dialog360.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialog360.Style;
import org.chasqui.api.notices.CloudWording;
import org.chasqui.api.notices.Notice;
import org.chasqui.platform.accounts.SenderNumber;

/**
 * Notifications of all numbers of an account, in Meta's envelope. As with Meta's own overrides, a number that has a callback is
 * told of there alone; and as numbers come and go, which ones it is about is asked anew for each notification.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override">Meta, webhook
 *     overrides</a>
 */
@ApplicationScoped
class AccountFormat extends NoticeFormat {
    static final String NAME = "dialog360-account";

    @Inject
    AccountCallbacks accounts;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    Style style() {
        return Style.CLOUD;
    }

    @Override
    boolean hears(UUID webhookId, SenderNumber number) {
        return accounts.hears(webhookId, number);
    }

    @Override
    Optional<ObjectNode> worded(Notice notice) {
        return Optional.of(CloudWording.of(notice));
    }
}
