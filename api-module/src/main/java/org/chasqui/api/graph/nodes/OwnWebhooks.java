package org.chasqui.api.graph.nodes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.chasqui.api.graph.MetaFailed;

/** Meta's webhooks come to this gateway, which gives them on: to lead those of an account or a number elsewhere would blind it. */
final class OwnWebhooks {
    /** The first is an argument of an account's subscription, the second of a number. */
    private static final List<String> LEADING_AWAY = List.of("override_callback_uri", "webhook_configuration");

    private OwnWebhooks() {}

    /**
     * Goes on when nothing among the arguments leads webhooks elsewhere.
     *
     * @throws MetaFailed code 10
     */
    static void demandUntouched(ObjectNode arguments) {
        if (LEADING_AWAY.stream().anyMatch(arguments::has)) {
            throw MetaFailed.notAllowed(
                    "Meta posts its webhooks to this gateway, which gives them on:"
                            + " set your address at POST /api/v1/whatsapp/webhooks with the format meta, or on the page Webhooks.");
        }
    }
}
