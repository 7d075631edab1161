package org.chasqui.platform.accounts.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BiFunction;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphClient;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.GraphManagement;

/** Calls Graph with the token of a number. */
@ApplicationScoped
class NumberCalls {
    @Inject
    GraphClient graph;

    @Inject
    PhoneNumbers numbers;

    /**
     * One call.
     *
     * @param call takes the interface and the authorization header
     * @throws RequestFailed in our words, when Graph refuses or cannot be reached, or the number has no token
     */
    <T> T ask(SenderNumber number, BiFunction<GraphManagement, String, T> call) {
        try {
            return askRaw(number, call);
        } catch (GraphFailed failed) {
            throw failed.asRefusal();
        }
    }

    /** The same, for who reads Graph's refusal itself. */
    <T> T askRaw(SenderNumber number, BiFunction<GraphManagement, String, T> call) {
        var bearer = GraphManagement.bearer(numbers.accessToken(number));
        return graph.call(api -> call.apply(api, bearer));
    }
}
