package org.chasqui.platform.rest;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** Guards the resource methods that ask for scopes; the annotations are read once, at start. */
public class ScopeFeature implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var wanted = resource.getResourceMethod().getAnnotation(RequiresScope.class);
        if (wanted == null) {
            wanted = resource.getResourceClass().getAnnotation(RequiresScope.class);
        }
        if (wanted != null) {
            var caller = CDI.current().select(Caller.class).get();
            context.register(new Guard(List.of(wanted.value()), caller), Priorities.AUTHORIZATION);
        }
    }

    private record Guard(List<String> scopes, Caller caller) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (scopes.stream().noneMatch(caller::has)) {
                throw new RequestFailed(
                        FailureCode.PERMISSION_DENIED,
                        "The key \"" + caller.keyName() + "\" lacks the scope " + String.join(" or ", scopes)
                                + ". Scopes are given when a key is made: make one that has it.");
            }
        }
    }
}
