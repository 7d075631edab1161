package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphErrorAdvice.Kind;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.NumberNode;
import org.jspecify.annotations.Nullable;

/** Connects WABAs: checks the token against Graph first, stores afterwards. */
@ApplicationScoped
public class Onboarding {
    private static final Pattern META_ID = Pattern.compile("\\d{1,25}");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{10,4096}");
    private static final int UNKNOWN_OBJECT = 33;
    private static final int INVALID_PARAMETER = 100;

    @Inject
    GraphAccounts graph;

    @Inject
    AccountRegister register;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Event<NumberConnected> connected;

    /**
     * Connects a WABA, or connects it again with another token.
     *
     * @param phoneNumberId Meta's id of the one number to connect; null for all numbers of the WABA
     * @param accessToken token of a system user that may manage and send; stored encrypted, never shown
     * @throws RequestFailed VALIDATION_FAILED when Meta does not accept the token or does not know the ids, CONFLICT
     *     when another workspace holds the account, PROVIDER_ERROR when Meta is not there
     */
    public Connected connectManually(
            UUID workspaceId, String wabaId, @Nullable String phoneNumberId, String accessToken) {
        var token = accessToken.strip();
        check(wabaId, phoneNumberId, token);
        register.demandFree(workspaceId, wabaId);
        Connected result;
        try {
            var waba = graph.waba(wabaId, token);
            var nodes = wanted(graph.numbers(wabaId, token), wabaId, phoneNumberId);
            graph.subscribe(wabaId, token);
            result = register.connect(workspaceId, waba, nodes, token);
        } catch (GraphFailed failed) {
            throw translate(failed);
        }
        numbers.changed();
        result.numbers().forEach(number -> connected.fire(new NumberConnected(number)));
        return result;
    }

    private static void check(String wabaId, @Nullable String phoneNumberId, String token) {
        if (!META_ID.matcher(wabaId).matches()) {
            throw RequestFailed.invalid("waba_id", "must be Meta's id of the account, digits only.");
        }
        if (phoneNumberId != null && !META_ID.matcher(phoneNumberId).matches()) {
            throw RequestFailed.invalid(
                    "phone_number_id", "must be Meta's id of the number, digits only; it is not the number itself.");
        }
        if (!TOKEN.matcher(token).matches()) {
            throw RequestFailed.invalid("access_token", "must be a token as Meta shows it, without spaces.");
        }
    }

    private static List<NumberNode> wanted(List<NumberNode> nodes, String wabaId, @Nullable String phoneNumberId) {
        if (nodes.isEmpty()) {
            throw RequestFailed.invalid("waba_id", "has no phone numbers: add one in WhatsApp Manager first.");
        }
        if (phoneNumberId == null) {
            return nodes;
        }
        var one = nodes.stream().filter(node -> node.id().equals(phoneNumberId)).toList();
        if (one.isEmpty()) {
            throw RequestFailed.invalid(
                    "phone_number_id", "is no number of the WhatsApp account " + wabaId + ": compare both ids.");
        }
        return one;
    }

    /** Meta's refusals name our client's field where it is clear which one is wrong. */
    private static RequestFailed translate(GraphFailed failed) {
        var error = failed.error();
        var subcode = error.subcode();
        var unknownObject = error.code() == UNKNOWN_OBJECT
                || error.code() == INVALID_PARAMETER && subcode != null && subcode == UNKNOWN_OBJECT;
        if (unknownObject) {
            return RequestFailed.invalid(
                    "waba_id",
                    "is not known to Meta, or the system user of this token has no access to it (Meta's code "
                            + error.code() + ").");
        }
        if (failed.advice().kind() == Kind.CREDENTIAL) {
            return RequestFailed.invalid(
                    "access_token",
                    "is not accepted by Meta. " + failed.advice().meaning()
                            + " Make a token of a system user with full access to the account and the permissions"
                            + " whatsapp_business_management and whatsapp_business_messaging (Meta's code "
                            + error.code() + ").");
        }
        return failed.asRefusal();
    }
}
