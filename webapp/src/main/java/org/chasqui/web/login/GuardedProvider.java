package org.chasqui.web.login;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import org.jspecify.annotations.Nullable;

/** Leads requests for {@link Guarded} paths to the mechanism, and lets the others pass as nobody's. */
final class GuardedProvider implements AuthConfigProvider {
    private final AuthConfigProvider mechanism;

    GuardedProvider(AuthConfigProvider mechanism) {
        this.mechanism = mechanism;
    }

    @Override
    public ClientAuthConfig getClientAuthConfig(
            @Nullable String layer, @Nullable String application, @Nullable CallbackHandler handler)
            throws AuthException {
        return mechanism.getClientAuthConfig(layer, application, handler);
    }

    @Override
    public ServerAuthConfig getServerAuthConfig(
            @Nullable String layer, @Nullable String application, @Nullable CallbackHandler handler)
            throws AuthException {
        return new Config(mechanism.getServerAuthConfig(layer, application, handler));
    }

    @Override
    public void refresh() {
        mechanism.refresh();
    }

    /** Tells the server by the id of the context who is asked about a request. */
    private record Config(ServerAuthConfig mechanism) implements ServerAuthConfig {
        private static final String UNGUARDED = "unguarded";
        private static final ServerAuthContext PASSAGE = new Passage();

        @Override
        public @Nullable String getAuthContextID(MessageInfo message) {
            return message.getRequestMessage() instanceof HttpServletRequest request && !Guarded.is(request)
                    ? UNGUARDED
                    : mechanism.getAuthContextID(message);
        }

        @Override
        public ServerAuthContext getAuthContext(
                @Nullable String id, @Nullable Subject service, @Nullable Map<String, Object> properties)
                throws AuthException {
            return UNGUARDED.equals(id) ? PASSAGE : mechanism.getAuthContext(id, service, properties);
        }

        @Override
        public String getMessageLayer() {
            return mechanism.getMessageLayer();
        }

        @Override
        public String getAppContext() {
            return mechanism.getAppContext();
        }

        @Override
        public void refresh() {
            mechanism.refresh();
        }

        @Override
        public boolean isProtected() {
            return mechanism.isProtected();
        }
    }

    /** Nobody is signed in, and that is well: a path that demands a role refuses such a request. */
    private static final class Passage implements ServerAuthContext {
        @Override
        public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service) {
            return AuthStatus.SUCCESS;
        }

        @Override
        public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
            return AuthStatus.SEND_SUCCESS;
        }

        @Override
        public void cleanSubject(MessageInfo message, Subject client) {
            // There is nothing in it.
        }
    }
}
