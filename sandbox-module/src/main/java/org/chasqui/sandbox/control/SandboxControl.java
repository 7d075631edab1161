package org.chasqui.sandbox.control;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The control API of the sandbox. */
@ApplicationPath("/sandbox/control")
public class SandboxControl extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AccountsResource.class,
                SignupControl.class,
                NewsResource.class,
                TemplateControl.class,
                PhonesResource.class,
                MediaControl.class,
                BehaviourResource.class,
                AiControl.class,
                ObservationResource.class,
                ControlAccess.class,
                ControlFailures.class);
    }
}
