package org.chasqui.api.waabot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.users.PasswordChanged;
import org.chasqui.platform.users.UserView;
import org.chasqui.platform.users.Users;
import org.jspecify.annotations.Nullable;

/** People who have signed in to call the API; what a token says is true only as long as its session lives. */
@ApplicationScoped
class Sessions {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST_AGENT = 200;

    @Inject
    SessionStore store;

    @Inject
    SessionTokens tokens;

    @Inject
    Users users;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** Who stands behind a token, and the session. */
    record SignedIn(Session session, UserView user) {}

    /** A session that has just begun, with its tokens. */
    record Begun(Session session, String accessToken, String refreshToken) {}

    @Transactional
    public Begun begin(UserView user, @Nullable String userAgent) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var agent = userAgent == null ? null : userAgent.substring(0, Math.min(LONGEST_AGENT, userAgent.length()));
        var session = new Session(
                ids.next(), user.workspaceId(), user.id(), agent, now, now, now.plus(SessionTokens.REFRESH));
        store.add(session);
        store.removeBefore(now.minus(KEPT));
        return new Begun(
                session,
                tokens.issue(session.id(), SessionTokens.Use.ACCESS),
                tokens.issue(session.id(), SessionTokens.Use.REFRESH));
    }

    /** Who holds a session; empty when it has ended, or when the person is no longer of the workspace. */
    @Transactional
    public Optional<SignedIn> holder(UUID sessionId) {
        return store.alive(sessionId, clock.instant())
                .flatMap(session -> users.list(session.workspaceId()).stream()
                        .filter(user -> user.id().equals(session.userId()))
                        .findFirst()
                        .map(user -> new SignedIn(session, user)));
    }

    /** A new access token for a session. */
    @Transactional
    public String renew(Session session) {
        store.renewed(session.id(), clock.instant());
        return tokens.issue(session.id(), SessionTokens.Use.ACCESS);
    }

    /** The sessions of a person that live, the newest first. */
    @Transactional
    public List<Session> of(UserView user) {
        return store.aliveOf(user.id(), clock.instant());
    }

    /** A password is changed when somebody else may know it: he shall not go on for a year with what he got by it. */
    @Transactional
    public void endAll(@Observes PasswordChanged event) {
        store.endAllOf(event.userId(), clock.instant());
    }

    /** Ends a session: its tokens are worth nothing from now on. */
    @Transactional
    public void end(UUID sessionId) {
        store.end(sessionId, clock.instant());
    }
}
