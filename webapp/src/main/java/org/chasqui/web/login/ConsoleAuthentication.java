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
import java.time.Clock;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.UserView;
import org.chasqui.platform.users.Users;
import org.jspecify.annotations.Nullable;

/**
 * Form sign-in for the dashboard and the control API behind its phone page, and for nothing else: the other APIs know
 * their callers by keys, and must not pay for sessions. The session holds only who signed in; what they may do is read
 * anew for every request, so a changed role or a removed person counts at once.
 */
@ApplicationScoped
public class ConsoleAuthentication implements HttpAuthenticationMechanism {
    static final String SIGNED_IN = "org.chasqui.web.login.who";
    static final String BUSY = "org.chasqui.web.login.busy";

    @Inject
    IdentityStoreHandler stores;

    @Inject
    Users users;

    @Inject
    Clock clock;

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
            return context.notifyContainerAboutLogin(user.email(), user.role().groups());
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
        CredentialValidationResult result;
        try {
            result = stores.validate(credential);
        } catch (RequestFailed busy) {
            request.setAttribute(BUSY, busy.getMessage());
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        var session = request.getSession(true);
        session.setAttribute(SIGNED_IN, new SignedIn(result.getCallerPrincipal().getName(), clock.instant()));
        session.setMaxInactiveInterval((int) SignedIn.LONGEST_PAUSE.toSeconds());
        // Whoever planted the old id must not hold the new session.
        request.changeSessionId();
        return context.notifyContainerAboutLogin(result);
    }

    private @Nullable UserView signedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        var signedIn = session == null ? null : (SignedIn) session.getAttribute(SIGNED_IN);
        if (session == null || signedIn == null) {
            return null;
        }
        var user = signedIn.isOver(clock.instant())
                ? null
                : users.byEmail(signedIn.email()).orElse(null);
        if (user == null) {
            session.invalidate();
        }
        return user;
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
