package org.chasqui.api.dialog360.hub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Clients and channels as the hub prints them. */
final class HubJson {
    private static final String CONNECTED = "CONNECTED";

    private HubJson() {}

    static ObjectNode client(HubWorld.HubClient client) {
        var account = client.account();
        var tree = brief(client)
                .put("organisation", account.name())
                .put("status", account.status().toLowerCase(Locale.ROOT))
                .put("max_channels", client.notes().maxChannels())
                .put("created_at", account.connectedAt().toString())
                .put("external_id", account.wabaId());
        tree.putObject("meta_info").put("currency", account.currency());
        return tree;
    }

    static ObjectNode channel(HubWorld.Channel channel) {
        var number = channel.number();
        var account = channel.client().account();
        var tree = JsonNodeFactory.instance
                .objectNode()
                .put("id", number.id().toString())
                .put("client_id", account.id().toString())
                .put("external_id", number.phoneNumberId())
                .put("account_mode", "live")
                .put("created_at", channel.createdAt().toString())
                .put("status", number.status().equals(CONNECTED) ? "running" : "ready");
        tree.set("client", brief(channel.client()));
        tree.putObject("setup_info")
                .put("phone_number", number.displayPhoneNumber().replaceAll("\\D", ""))
                .put("phone_name", number.verifiedName());
        var waba = tree.putObject("waba_account")
                .put("id", account.id().toString())
                .put("external_id", account.wabaId())
                .put("name", account.name())
                .put("namespace", account.templateNamespace());
        if (account.reviewStatus() != null) {
            waba.put("fb_account_status", account.reviewStatus().toLowerCase(Locale.ROOT));
        }
        return tree;
    }

    private static ObjectNode brief(HubWorld.HubClient client) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", client.account().id().toString())
                .put("name", client.account().name())
                .put("partner_payload", client.notes().partnerPayload());
    }
}
