package org.chasqui.web.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Signing in. */
@Named
@RequestScoped
public class LoginPage {
    private static final String EMAIL = "org.chasqui.web.login.typed";

    @Inject
    SecurityContext security;

    private @Nullable String email;
    private @Nullable String password;
    private @Nullable String to;

    /** Signs in and leads to the page that was asked for. */
    public void signIn() throws IOException {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        var credential = new UsernamePasswordCredential(orEmpty(email).strip(), orEmpty(password));
        var status = security.authenticate(
                (HttpServletRequest) external.getRequest(),
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams().credential(credential).newAuthentication(true));
        if (status == AuthenticationStatus.SUCCESS) {
            external.redirect(external.getRequestContextPath() + Wanted.orHome(to));
            return;
        }
        // A redirect also after a refusal: loading the page again must not send the password again.
        var isBusy = external.getRequestMap().containsKey(ConsoleAuthentication.BUSY);
        var wrong = Texts.of("login").get(isBusy ? "busy" : "wrong");
        Notices.failed(wrong);
        external.getFlash().put(EMAIL, orEmpty(email));
        external.redirect(external.getRequestContextPath() + "/console/login.xhtml" + Wanted.query(Wanted.orHome(to)));
    }

    /** Somebody who is signed in already has no business here. */
    public void leadOn() throws IOException {
        if (security.getCallerPrincipal() != null) {
            var external = FacesContext.getCurrentInstance().getExternalContext();
            external.redirect(external.getRequestContextPath() + Wanted.orHome(to));
        }
    }

    /** The host that the browser asked, so that a person sees whose password is wanted. */
    public String getHost() {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        var port = external.getRequestServerPort();
        return external.getRequestServerName() + (port == 80 || port == 443 ? "" : ":" + port);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What was typed before a refusal, so that only the password has to be typed again. */
    public @Nullable String getEmail() {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        return email == null ? (String) external.getFlash().get(EMAIL) : email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }
}
