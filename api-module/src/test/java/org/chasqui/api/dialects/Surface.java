package org.chasqui.api.dialects;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.platform.testing.Beans;

/**
 * What the dialects of this module serve, found in its compiled classes as the container would find it: each dialect is a bean
 * with an {@code Instance} of its parts, and gathers their routes when it is made. Nothing of them is called but that.
 */
final class Surface {
    private final List<Class<?>> classes = classes();

    /** A dialect with its routes, as {@code GET /whatsapp/{id}}. */
    record Served(Dialect dialect, List<String> routes) {
        String name() {
            return dialect.getClass().getSimpleName();
        }
    }

    List<Served> dialects() {
        return implementing(Dialect.class).stream().map(this::served).toList();
    }

    private Served served(Class<?> type) {
        try {
            var dialect = made(type);
            for (var field : type.getDeclaredFields()) {
                if (field.getType() == Instance.class) {
                    field.setAccessible(true);
                    field.set(dialect, new Beans<>(parts(field)));
                }
            }
            for (var method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(PostConstruct.class)) {
                    method.setAccessible(true);
                    method.invoke(dialect);
                }
            }
            return new Served((Dialect) dialect, routes(dialect).list());
        } catch (ReflectiveOperationException different) {
            throw new IllegalStateException(type + " is not built as the other dialects are", different);
        }
    }

    private List<Object> parts(Field field) throws ReflectiveOperationException {
        var contract = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
        var parts = new ArrayList<Object>();
        for (var part : implementing(contract)) {
            parts.add(made(part));
        }
        return parts;
    }

    /** The classes of this module that a bean of this type can have. */
    List<Class<?>> implementing(Class<?> contract) {
        return classes.stream()
                .filter(contract::isAssignableFrom)
                .filter(type -> !type.isInterface() && !Modifier.isAbstract(type.getModifiers()))
                .toList();
    }

    static Object made(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    /** The routes that a dialect holds, perhaps inside of something of its own. */
    private static Routes<?> routes(Object holder) throws ReflectiveOperationException {
        for (var field : holder.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            if (field.getType() == Routes.class) {
                return (Routes<?>) field.get(holder);
            }
            if (field.getName().equals("routes")) {
                return routes(field.get(holder));
            }
        }
        throw new NoSuchFieldException("routes of " + holder.getClass());
    }

    private static List<Class<?>> classes() {
        try {
            var root = Path.of(Dialect.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (var files = Files.walk(root)) {
                return files.map(root::relativize)
                        .map(Path::toString)
                        .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                        .map(name -> name.replace('/', '.').replaceFirst("\\.class$", ""))
                        .<Class<?>>map(Surface::load)
                        .toList();
            }
        } catch (URISyntaxException | IOException unreadable) {
            throw new UncheckedIOException(new IOException(unreadable));
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Surface.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
