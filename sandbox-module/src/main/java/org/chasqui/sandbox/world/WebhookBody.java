package org.chasqui.sandbox.world;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Renders Meta's webhook envelope for updates of one account. Neighbours of the same kind and number share one change,
 * as Meta does when it batches.
 */
final class WebhookBody {

    private WebhookBody() {}

    static byte[] of(List<? extends Update> updates) {
        StringBuilder out = new StringBuilder(512 + updates.size() * 320);
        Waba waba = updates.get(0).waba();
        out.append("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"")
                .append(waba.id());
        out.append('"');
        if (updates.get(0) instanceof Update.NewsUpdate news) {
            out.append(",\"time\":").append(news.at() / 1000);
        }
        out.append(",\"changes\":[");
        int at = 0;
        while (at < updates.size()) {
            int end = at + 1;
            while (end < updates.size() && belongTogether(updates.get(at), updates.get(end))) {
                end++;
            }
            change(updates.subList(at, end), out);
            out.append(end < updates.size() ? "," : "");
            at = end;
        }
        return out.append("]}]}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean belongTogether(Update first, Update next) {
        return first.isStatus() && next.isStatus() && first.numberId().equals(next.numberId());
    }

    private static void change(List<? extends Update> updates, StringBuilder out) {
        if (updates.get(0) instanceof Update.OfMessage first) {
            change(first, updates, out);
        } else {
            updates.get(0).render(out);
        }
    }

    private static void change(Update.OfMessage first, List<? extends Update> updates, StringBuilder out) {
        out.append("{\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"");
        out.append(first.number().digits()).append("\",\"phone_number_id\":\"");
        out.append(first.number().id()).append("\"},");
        String field = "messages";
        if (first instanceof Update.InboundUpdate inbound) {
            InboundMessage.Facts facts = inbound.message().facts();
            field = facts.message().path(Receiving.FIELD).asText("messages");
            // Meta tells of the number's change without saying whose.
            if (!facts.message().path("type").asText().equals("system")) {
                contact(facts, out);
            }
        }
        out.append('"').append(first.isStatus() ? "statuses" : arrayOf(field)).append("\":[");
        for (int i = 0; i < updates.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            updates.get(i).render(out);
        }
        out.append("]},\"field\":\"").append(field).append("\"}");
    }

    private static String arrayOf(String field) {
        return field.equals("smb_message_echoes") ? "message_echoes" : field;
    }

    private static void contact(InboundMessage.Facts facts, StringBuilder out) {
        boolean hidden = People.isUserId(facts.from());
        out.append("\"contacts\":[{\"profile\":{\"name\":");
        Json.quote(out, facts.name());
        if (hidden) {
            out.append(",\"username\":");
            Json.quote(out, People.userName(facts.name()));
        }
        out.append(hidden ? "},\"user_id\":" : "},\"wa_id\":");
        Json.quote(out, facts.from());
        out.append("}],");
    }
}
