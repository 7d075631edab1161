package org.chasqui.web.connect;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.chasqui.platform.graph.GraphConfig;

/**
 * The two pages that open Meta's window may load Meta's script and keep a hold of the window; no other page may. Against
 * the sandbox there is nothing of Meta's to load.
 */
@WebFilter(
        urlPatterns = {"/console/connect.xhtml", "/onboard/*"},
        asyncSupported = true)
public class MetaHosts extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String POLICY = "Content-Security-Policy";
    private static final String OPENER = "Cross-Origin-Opener-Policy";
    private static final String SCRIPT = "https://connect.facebook.net";
    private static final String META = "https://www.facebook.com https://web.facebook.com https://graph.facebook.com";

    @Inject
    transient GraphConfig config;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cache-Control", "no-store");
        // An address of /onboard is a secret of its own.
        response.setHeader("Referrer-Policy", "no-referrer");
        chain.doFilter(request, new Opened(response, !config.isSandbox()));
    }

    private static final class Opened extends HttpServletResponseWrapper {
        private final boolean meta;

        Opened(HttpServletResponse response, boolean meta) {
            super(response);
            this.meta = meta;
            allowWindows();
        }

        /** With "same-origin" the window that we open would not know who has opened it. */
        private void allowWindows() {
            super.setHeader(OPENER, "same-origin-allow-popups");
        }

        @Override
        public void setHeader(String name, String value) {
            if (name.equalsIgnoreCase(OPENER)) {
                // Set for the whole dashboard by another filter.
                return;
            }
            super.setHeader(name, name.equalsIgnoreCase(POLICY) && meta ? widened(value) : value);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, name.equalsIgnoreCase(POLICY) && meta ? widened(value) : value);
        }
    }

    static String widened(String policy) {
        return policy.replace("script-src 'self'", "script-src 'self' " + SCRIPT)
                .replace("connect-src 'self'", "connect-src 'self' " + SCRIPT + " " + META)
                .replace("img-src 'self'", "img-src 'self' https://www.facebook.com")
                .replace("object-src 'none'", "object-src 'none'; frame-src " + META);
    }
}
