package org.chasqui.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import javax.security.auth.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedProviderTest {
    private final ServerAuthContext mechanisms = fake(ServerAuthContext.class, Map.of());
    private final ServerAuthConfig config =
            fake(ServerAuthConfig.class, Map.of("getAuthContextID", "mechanism", "getAuthContext", mechanisms));
    private final GuardedProvider provider =
            new GuardedProvider(fake(AuthConfigProvider.class, Map.of("getServerAuthConfig", config)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console/",
                "/console/login.xhtml",
                "/console;x=y/index.xhtml",
                "/jakarta.faces.push/live",
                "/sandbox/control/log"
            })
    void theMechanismIsAskedWherePeopleSignIn(String path) throws Exception {
        assertThat(contextOf(path)).isSameAs(mechanisms);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/whatsapp/messages",
                "/webhooks/meta",
                "/sandbox/graph/v24.0/1/messages",
                "/health/ready",
                "/api/../console/index.xhtml",
                "/jakarta.faces.resource/skin.css.xhtml"
            })
    void nobodyIsAskedElsewhereAndNobodyIsSignedIn(String path) throws Exception {
        var context = contextOf(path);
        var subject = new Subject();

        assertThat(context).isNotSameAs(mechanisms);
        assertThat(context.validateRequest(message(path), subject, null)).isEqualTo(AuthStatus.SUCCESS);
        assertThat(subject.getPrincipals()).isEmpty();
        assertThat(context.secureResponse(message(path), null)).isEqualTo(AuthStatus.SEND_SUCCESS);
    }

    @Test
    void whatIsNoHttpIsLeftToTheMechanism() throws Exception {
        var asked = provider.getServerAuthConfig("x", "y", null);
        var other = fake(MessageInfo.class, Map.of("getRequestMessage", "no request"));

        assertThat(asked.getAuthContext(asked.getAuthContextID(other), null, Map.of()))
                .isSameAs(mechanisms);
    }

    private ServerAuthContext contextOf(String path) throws Exception {
        var asked = provider.getServerAuthConfig("HttpServlet", "server ", null);
        return asked.getAuthContext(asked.getAuthContextID(message(path)), null, Map.of());
    }

    private static MessageInfo message(String path) {
        var request = fake(HttpServletRequest.class, Map.of("getRequestURI", path, "getContextPath", ""));
        return fake(MessageInfo.class, Map.of("getRequestMessage", request));
    }

    /** Answers as told, and null to everything else. */
    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        var fake = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) ->
                        method.getName().equals("equals") ? self == arguments[0] : answers.get(method.getName()));
        return type.cast(fake);
    }
}
