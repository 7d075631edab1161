package org.chasqui.api.dialog360.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialog360.Style;
import org.chasqui.api.notices.Notice;
import org.chasqui.api.notices.Notices;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.webhooks.WebhookFormat;
import org.chasqui.platform.accounts.SenderNumber;

/** What is to be told of an event, in a style; a bean for each style words it. */
abstract class NoticeFormat implements WebhookFormat {
    @Inject
    Notices notices;

    static String nameOf(Style style) {
        return style == Style.CLOUD ? "dialog360" : "dialog360-onprem";
    }

    abstract Style style();

    abstract Optional<ObjectNode> worded(Notice notice);

    /** Whether an endpoint hears of a number. That of a number is not called for any other. */
    boolean hears(UUID webhookId, SenderNumber number) {
        return true;
    }

    @Override
    public String name() {
        return nameOf(style());
    }

    @Override
    public Map<String, String> headers(String secret, byte[] body) {
        return BodySignature.header(secret, body);
    }

    /** Seeds 000 and 003: a status code other than 200 has the notification sent again. */
    @Override
    public boolean isContentWithOkOnly() {
        return true;
    }

    @Override
    public Optional<byte[]> body(UUID webhookId, EventView event) {
        return notices.of(event, number -> hears(webhookId, number))
                .flatMap(this::worded)
                .map(Notices::bytes);
    }
}
