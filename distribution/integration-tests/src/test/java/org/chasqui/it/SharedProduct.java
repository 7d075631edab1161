package org.chasqui.it;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One product for all test classes of a process: {@code @ExtendWith(SharedProduct.class)} and a parameter of type
 * {@link Product} in a constructor or method. It is booted by the first that asks, as at a first start (sandbox), and
 * stopped when the process ends. A start takes half a minute of a processor: who needs other settings boots one of their own,
 * and {@link KilledProductIT} kills this one, since it comes back whole. Only what customers' servers wait for is shorter
 * than usual.
 */
final class SharedProduct implements ParameterResolver {
    private static Product product;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Product resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return product();
    }

    static synchronized Product product() {
        if (product == null) {
            var booted = Product.named("shared")
                    .with("CHASQUI_WEBHOOKS_FIRST_RETRY", "PT0.005S")
                    .with("CHASQUI_WEBHOOKS_FIRST_PAUSE", "PT0.01S")
                    .with("CHASQUI_WEBHOOKS_TIMEOUT", "PT3S")
                    // The other name of the same server is what a host of its own is to clients of 360dialog.
                    .with("CHASQUI_DIALOG360_ONPREMISE_HOSTS", "127.0.0.1");
            Runtime.getRuntime().addShutdownHook(new Thread(booted::close, "stop the shared product"));
            product = booted.start().awaitReady();
        }
        return product;
    }
}
