package org.chasqui.sandbox.graph;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The Graph API of the sandbox. Bodies are read and written as bytes, so that no JSON provider of the server takes part. */
@ApplicationPath("/sandbox/graph")
public class SandboxApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                NodeResource.class,
                OAuthResource.class,
                BusinessResource.class,
                SubscriptionResource.class,
                NumberResource.class,
                LinkResource.class,
                BlockResource.class,
                ComponentResource.class,
                AppDataResource.class,
                MediaResource.class,
                TemplateResource.class,
                CallRecorder.class,
                UploadResource.class,
                GraphFailures.class,
                GraphResponseHeaders.class);
    }
}
