package org.chasqui.web.webhooks;

import java.util.List;

/** The events that a form offers; whoever wants others writes them. */
final class EventChoices {
    static final String RECEIVED = "message.received";
    static final String FAILED = "message.failed";

    /** Steps of messages are many and off by default: few receivers need them. */
    static final List<String> OFFERED = List.of(
            RECEIVED,
            FAILED,
            "message.delivered",
            "message.read",
            "message.sent",
            "message.accepted",
            "message.uncertain",
            "campaign.*",
            "contact.*",
            "conversation.*",
            "template.*",
            "number.*",
            "account.*",
            "request.*",
            "webhook.*");

    /** What a list of deliveries can be narrowed to: every type that docs/webhooks.md names. */
    static final List<String> SEARCHED = List.of(
            RECEIVED,
            "message.accepted",
            "message.sent",
            "message.delivered",
            "message.read",
            "message.played",
            FAILED,
            "message.uncertain",
            "message.expired",
            "message.cancelled",
            "campaign.started",
            "campaign.paused",
            "campaign.resumed",
            "campaign.finished",
            "campaign.cancelled",
            "contact.opt_out",
            "contact.opt_in",
            "contact.variables",
            "conversation.opened",
            "conversation.closed",
            "conversation.handover",
            "conversation.returned",
            "template.status",
            "template.category",
            "template.quality",
            "number.connected",
            "number.status",
            "number.quality",
            "number.limit",
            "number.name",
            "account.connected",
            "account.update",
            "request.result",
            "webhook.failing",
            "webhook.disabled",
            "webhook.test");

    private EventChoices() {}
}
