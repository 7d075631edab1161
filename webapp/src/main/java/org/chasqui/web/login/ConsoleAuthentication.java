package org.chasqui.web.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.platform.users.Role;
import org.chasqui.platform.users.UserView;
import org.chasqui.platform.users.Users;
import org.jspecify.annotations.Nullable;

/**
 * Form sign-in for the dashboard and the control API behind its phone page, and for nothing else: the other APIs know their callers by keys, and must not pay for sessions.
 * The session holds only who signed in; what they may do is read anew for every request, so a changed role or a removed
 * person counts at once.
 */
@ApplicationScoped
public class ConsoleAuthentication implements HttpAuthenticationMechanism {
    static final String SIGNED_IN = "org.chasqui.web.login.email";

    @Inject
    IdentityStoreHandler stores;

    @Inject
    Users users;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!Guarded.is(request)) {
            return context.doNothing();
        }
        var credential = context.getAuthParameters().getCredential();
        if (credential != null) {
            return signIn(request, context, credential);
        }
        var user = signedIn(request);
        if (user != null) {
            return context.notifyContainerAboutLogin(user.email(), roles(user.role()));
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        var path = Guarded.path(request);
        return path.startsWith(Guarded.PUSH) ? context.responseUnauthorized() : toLogin(request, response, path);
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        context.cleanClientSubject();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private AuthenticationStatus signIn(HttpServletRequest request, HttpMessageContext context, Credential credential) {
        var result = stores.validate(credential);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        request.getSession(true)
                .setAttribute(SIGNED_IN, result.getCallerPrincipal().getName());
        // Whoever planted the old id must not hold the new session.
        request.changeSessionId();
        return context.notifyContainerAboutLogin(result);
    }

    private @Nullable UserView signedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        var email = session == null ? null : (String) session.getAttribute(SIGNED_IN);
        if (session == null || email == null) {
            return null;
        }
        var user = users.byEmail(email).orElse(null);
        if (user == null) {
            session.invalidate();
        }
        return user;
    }

    private static Set<String> roles(Role role) {
        return Arrays.stream(Role.values())
                .filter(other -> role.compareTo(other) <= 0)
                .map(other -> other.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static AuthenticationStatus toLogin(HttpServletRequest request, HttpServletResponse response, String path) {
        var login = request.getContextPath() + "/console/login.xhtml";
        try {
            if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
                // A script asked: a plain redirect would be followed by the script and not by the page.
                response.setContentType("text/xml;charset=UTF-8");
                response.getWriter()
                        .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + login
                                + "\"></redirect></partial-response>");
            } else {
                var wanted = request.getMethod().equals("GET") ? Wanted.of(path, request.getQueryString()) : "";
                response.sendRedirect(login + wanted);
            }
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
