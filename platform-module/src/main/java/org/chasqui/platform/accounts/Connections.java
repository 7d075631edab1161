package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.NumberNode;
import org.chasqui.platform.graph.WabaNode;

/** Where an onboarding hands over what it has brought in: from here on the numbers can send. */
@ApplicationScoped
public class Connections {
    @Inject
    AccountRegister register;

    @Inject
    NumberDirectory directory;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Event<NumberConnected> connected;

    /**
     * Refuses a WABA that another workspace holds.
     *
     * @throws RequestFailed CONFLICT
     */
    public void demandFree(UUID workspaceId, String wabaId) {
        register.demandFree(workspaceId, wabaId);
    }

    /**
     * Stores an account, its token and these numbers, or brings them up to date, and tells others of each number.
     *
     * @throws RequestFailed CONFLICT when another workspace holds the account or a number
     */
    public Connected connect(UUID workspaceId, WabaNode waba, List<NumberNode> nodes, String accessToken) {
        var result = register.connect(workspaceId, waba, nodes, accessToken);
        numbers.changed();
        result.numbers().forEach(number -> connected.fire(new NumberConnected(number)));
        return result;
    }

    /** The token of an account that the workspace has connected, decrypted; empty when it has none. */
    public Optional<String> token(UUID workspaceId, String wabaId) {
        return register.accountOf(workspaceId, wabaId).flatMap(directory::token);
    }
}
