package org.chasqui.api.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.RequiresScope;
import org.junit.jupiter.api.Test;

class NativeApiTest {
    @Test
    void asksForAScopeAtEveryAddress() {
        for (var resource : NativeApi.resources()) {
            for (var method : resource.getMethods()) {
                if (isOperation(method)) {
                    var scope = method.getAnnotation(RequiresScope.class);
                    assertThat(scope)
                            .as(resource.getSimpleName() + "." + method.getName())
                            .isNotNull();
                    assertThat(scope.value()).isSubsetOf(Scope.READ, Scope.WRITE, Scope.SEND);
                }
            }
        }
    }

    @Test
    void neverChangesAnythingWithTheScopeToRead() {
        for (var resource : NativeApi.resources()) {
            for (var method : resource.getMethods()) {
                var scope = method.getAnnotation(RequiresScope.class);
                if (scope != null && Set.of(scope.value()).contains(Scope.READ)) {
                    assertThat(method.isAnnotationPresent(jakarta.ws.rs.GET.class)
                                    || method.isAnnotationPresent(jakarta.ws.rs.HEAD.class))
                            .as(resource.getSimpleName() + "." + method.getName())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void takesOnlyPublicClassesWithAPath() {
        assertThat(NativeApi.resources()).allMatch(resource -> resource.isAnnotationPresent(Path.class));
        assertThat(new NativeApi().getClasses())
                .allMatch(type -> java.lang.reflect.Modifier.isPublic(type.getModifiers()));
    }

    private static boolean isOperation(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}
