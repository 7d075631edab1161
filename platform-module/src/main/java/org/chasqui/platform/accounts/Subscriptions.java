package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.chasqui.platform.graph.GraphConfig;

/** Who gets the webhooks of an account. */
@ApplicationScoped
public class Subscriptions {
    @Inject
    GraphAccounts graph;

    @Inject
    GraphConfig config;

    @Inject
    PhoneNumbers numbers;

    /**
     * Has the webhooks of a number's account sent to us; does no harm when they already are.
     *
     * @throws org.chasqui.platform.graph.GraphFailed when Graph refuses
     */
    public void renew(SenderNumber number) {
        graph.subscribe(number.wabaId(), numbers.accessToken(number), config.callbackOverride());
    }
}
