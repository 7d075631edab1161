package org.chasqui.web.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
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
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Signing in. */
@Named
@RequestScoped
public class LoginPage {
    @Inject
    SecurityContext security;

    private @Nullable String email;
    private @Nullable String password;
    private @Nullable String to;

    /** Signs in and leads to the page that was asked for. */
    public void signIn() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var external = faces.getExternalContext();
        var credential = new UsernamePasswordCredential(orEmpty(email).strip(), orEmpty(password));
        var status = security.authenticate(
                (HttpServletRequest) external.getRequest(),
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams().credential(credential).newAuthentication(true));
        if (status == AuthenticationStatus.SUCCESS) {
            external.redirect(external.getRequestContextPath() + Wanted.orHome(to));
        } else {
            faces.addMessage(
                    null,
                    new FacesMessage(
                            FacesMessage.SEVERITY_ERROR, Texts.of("login").get("wrong"), null));
        }
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

    public @Nullable String getEmail() {
        return email;
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
