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
        String waba = updates.get(0).number().waba().id();
        out.append("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"")
                .append(waba);
        out.append("\",\"changes\":[");
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
        return first.isStatus() && next.isStatus() && first.number() == next.number();
    }

    private static void change(List<? extends Update> updates, StringBuilder out) {
        Update first = updates.get(0);
        out.append("{\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"");
        out.append(first.number().digits()).append("\",\"phone_number_id\":\"");
        out.append(first.number().id()).append("\"},");
        if (first instanceof Update.InboundUpdate inbound) {
            out.append("\"contacts\":[{\"profile\":{\"name\":");
            Json.quote(out, inbound.message().facts().name());
            out.append("},\"wa_id\":");
            Json.quote(out, inbound.message().facts().from());
            out.append("}],");
        }
        out.append(first.isStatus() ? "\"statuses\":[" : "\"messages\":[");
        for (int i = 0; i < updates.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            updates.get(i).render(out);
        }
        out.append("]},\"field\":\"messages\"}");
    }
}
