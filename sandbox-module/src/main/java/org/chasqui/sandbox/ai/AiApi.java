package org.chasqui.sandbox.ai;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The played provider of language models. */
@ApplicationPath("/sandbox/ai")
public class AiApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ChatResource.class, AiFailures.class);
    }
}
