package org.chasqui.api.dialog360.numbers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialog360.Dialog360Call;
import org.chasqui.api.dialog360.Dialog360Endpoints;
import org.chasqui.api.dialog360.Dialog360Routes;
import org.chasqui.api.dialog360.Refusals;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.phone.PhoneNumber;

/**
 * {@code POST /v1/contacts}: whether numbers are on WhatsApp. The Cloud API does not tell. As the On-Premises API did in its last
 * version, every number that can be one is valid, which proves nothing; only what is no number is not.
 */
@ApplicationScoped
class ContactEndpoints implements Dialog360Endpoints {
    private static final int MOST = 1_000;

    @Override
    public void addTo(Dialog360Routes routes) {
        routes.sends("POST", "/v1/contacts", this::check);
    }

    private Answer check(Dialog360Call call) throws IOException {
        var asked = call.arguments().texts("contacts");
        if (asked.isEmpty()) {
            throw RequestFailed.invalid("contacts", "is required: a list of phone numbers.");
        }
        if (asked.size() > MOST) {
            throw RequestFailed.invalid("contacts", "has " + asked.size() + " numbers; there may be " + MOST + ".");
        }
        var body = JsonNodeFactory.instance.objectNode();
        var contacts = body.putArray("contacts");
        for (var input : asked) {
            var contact = contacts.addObject().put("input", input);
            PhoneNumber.parse(input)
                    .ifPresentOrElse(
                            number -> contact.put("status", "valid").put("wa_id", number.digits()),
                            () -> contact.put("status", "invalid"));
        }
        body.set("meta", Refusals.meta());
        return Answer.json(200, body);
    }
}
