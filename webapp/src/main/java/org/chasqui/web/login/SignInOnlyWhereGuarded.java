package org.chasqui.web.login;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Jakarta Security away from requests that nobody signs in for. The server asks its authentication mechanism about
 * every request, and looks the mechanism up in JNDI and CDI each time, twice; that was a tenth of the processor time of a
 * loaded node. Put in front of it by the interfaces of Jakarta Authentication, this leaves only {@link Guarded} paths to it.
 */
@WebListener
public class SignInOnlyWhereGuarded implements ServletContextListener {
    private static final Logger LOG = System.getLogger(SignInOnlyWhereGuarded.class.getName());
    private static final String LAYER = "HttpServlet";

    private @Nullable String registration;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var application = application(event.getServletContext());
        var factory = AuthConfigFactory.getFactory();
        var mechanism = factory == null ? null : factory.getConfigProvider(LAYER, application, null);
        if (factory == null || mechanism == null) {
            LOG.log(Level.WARNING, "the server has no authentication of {0} to be kept to the dashboard", application);
            return;
        }
        registration = factory.registerConfigProvider(
                new GuardedProvider(mechanism), LAYER, application, "sign-in only where a person signs in");
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (registration != null) {
            AuthConfigFactory.getFactory().removeRegistration(registration);
        }
    }

    /** The name of an application, as Jakarta Authentication (3.8.1.1 of its specification) makes it. */
    private static String application(ServletContext context) {
        return context.getVirtualServerName() + " " + context.getContextPath();
    }
}
