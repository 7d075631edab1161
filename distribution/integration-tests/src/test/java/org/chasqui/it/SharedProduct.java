package org.chasqui.it;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One product for all test classes of a process that only look at a running one: {@code @ExtendWith(SharedProduct.class)}
 * and a parameter of type {@link Product} in a constructor or method. It is booted by the first that asks, with the
 * defaults of a first start (sandbox), and stopped when the process ends: class after class comes as a run of its own. Who
 * stops, kills or configures it makes one of its own.
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
            var booted = Product.named("shared");
            Runtime.getRuntime().addShutdownHook(new Thread(booted::close, "stop the shared product"));
            product = booted.start().awaitReady();
        }
        return product;
    }
}
