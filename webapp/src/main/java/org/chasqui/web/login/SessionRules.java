package org.chasqui.web.login;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import org.chasqui.platform.config.Settings;

/**
 * How sessions are kept. Their cookie stays off plain HTTP where people reach us over TLS, also when a proxy ends it; and
 * those of people who have not signed in, which anybody can make as many of as they like, end soon.
 */
@WebListener
public class SessionRules implements ServletContextListener, HttpSessionListener {
    private static final Duration STRANGER = Duration.ofMinutes(10);

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (new Settings().isPublicUrlSecure()) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        event.getSession().setMaxInactiveInterval((int) STRANGER.toSeconds());
    }
}
