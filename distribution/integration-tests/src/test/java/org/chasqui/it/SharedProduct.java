package org.chasqui.it;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One product for all test classes that only look at a running one: {@code @ExtendWith(SharedProduct.class)} and a
 * parameter of type {@link Product} in a constructor or method. It is booted by the first that asks, with the defaults of
 * a first start (sandbox), and stopped after the last test. Who stops, kills or configures it makes one of its own.
 */
final class SharedProduct implements ParameterResolver {

    private record Booted(Product product) implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            product.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Product resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedProduct.class))
                .getOrComputeIfAbsent(
                        Booted.class,
                        type -> new Booted(Product.named("shared").start().awaitReady()),
                        Booted.class)
                .product();
    }
}
