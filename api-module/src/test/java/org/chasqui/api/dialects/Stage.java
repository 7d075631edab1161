package org.chasqui.api.dialects;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.platform.testing.Beans;
import org.jspecify.annotations.Nullable;

/**
 * Makes the beans of this module as the container would, each with what it asks for, so that a dialect is tested from its address
 * down to what it sends. What the beans ask for of lower floors is played by a {@link Cast}; what nobody plays is null.
 */
public final class Stage {
    private static final String OURS = "org.chasqui.api.";

    private final Surface surface = new Surface();
    private final List<Object> actors;
    private final Map<Class<?>, Object> made = new HashMap<>();

    /** With those who play what is not of this module, or must not be itself. */
    public Stage(List<Object> actors) {
        this.actors = List.copyOf(actors);
    }

    /** All beans of a type, in the order of their names. */
    public <T> List<T> all(Class<T> type) {
        var all = new ArrayList<T>();
        surface.implementing(type).stream()
                .filter(one -> !one.isAnonymousClass())
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .forEach(one -> all.add(type.cast(bean(one))));
        return all;
    }

    private @Nullable Object bean(Class<?> type) {
        for (var actor : actors) {
            if (type.isInstance(actor)) {
                return actor;
            }
        }
        if (type.isInterface() || !type.getName().startsWith(OURS)) {
            return null;
        }
        var known = made.get(type);
        return known == null ? make(type) : known;
    }

    private Object make(Class<?> type) {
        try {
            var bean = Surface.made(type);
            // Kept before it is complete: two beans may ask for each other.
            made.put(type, bean);
            for (Class<?> level = type; level != Object.class; level = level.getSuperclass()) {
                for (var field : level.getDeclaredFields()) {
                    if (field.isAnnotationPresent(Inject.class)) {
                        field.setAccessible(true);
                        field.set(bean, wanted(field));
                    }
                }
            }
            if (bean instanceof Dialect) {
                begin(bean);
            }
            return bean;
        } catch (ReflectiveOperationException different) {
            throw new IllegalStateException(type + " is not made as other beans are", different);
        }
    }

    private @Nullable Object wanted(Field field) {
        if (field.getType() != Instance.class) {
            return bean(field.getType());
        }
        var contract = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
        return new Beans<>(all(contract));
    }

    private static void begin(Object bean) throws ReflectiveOperationException {
        for (var method : bean.getClass().getDeclaredMethods()) {
            if (method.isAnnotationPresent(PostConstruct.class)) {
                method.setAccessible(true);
                method.invoke(bean);
            }
        }
    }
}
