package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Onboardings in the database. Each method is one statement or two that may be torn apart by a crash without harm,
 * because the saga looks at Meta before it acts.
 */
@ApplicationScoped
class OnboardingStore {
    private static final String INSERT =
            "insert into plt_onboarding (id, workspace_id, method, link_id, started_by, state,"
                    + " coexistence, wanted_waba, wanted_number, created_at, updated_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
    private static final String INSERT_STEP =
            "insert into plt_onboarding_step (onboarding_id, step, state) values (?, ?, ?) on conflict do nothing";
    private static final String STEPS = "select * from plt_onboarding_step where onboarding_id = any(?)";
    private static final String RESTART =
            "update plt_onboarding_step set state = 'PENDING', tries = 0, started_at = null,"
                    + " finished_at = null, request = null, http_status = null, answer = null, problem = null"
                    + " where onboarding_id = ? and step = any(?)";
    private static final String BEGIN = "update plt_onboarding_step s set state = 'RUNNING', attempts = s.attempts + 1,"
            + " tries = s.tries + 1, started_at = ?, finished_at = null, problem = null, answer = null, http_status = null"
            + " from plt_onboarding o where o.id = s.onboarding_id and o.state = 'RUNNING' and s.onboarding_id = ?"
            + " and s.step = ?";
    private static final String END = "update plt_onboarding_step set state = ?, finished_at = ?, request = ?,"
            + " http_status = ?, answer = ?, problem = ?::jsonb where onboarding_id = ? and step = ?";

    /** Who brought the code goes on with it at once; if he dies, the timer does. */
    private static final Duration TAKEN_UP_BY_ITSELF = Duration.ofSeconds(3);

    private Sql sql;
    private Clock clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    protected OnboardingStore() {}

    @Inject
    OnboardingStore(DataSource dataSource, Clock clock) {
        this.sql = new Sql(dataSource);
        this.clock = clock;
    }

    /** A new run; nothing happens when there is one with this id. */
    void create(Start start, Set<Step> steps) {
        var now = clock.instant();
        int made = sql.update(
                INSERT,
                start.id(),
                start.workspaceId(),
                start.method(),
                start.linkId(),
                start.startedBy(),
                OnboardingState.WAITING,
                start.coexistence(),
                start.wabaId(),
                start.phoneNumberId(),
                now,
                now);
        if (made == 1) {
            steps.forEach(step -> sql.update(INSERT_STEP, start.id(), step, StepState.PENDING));
        }
    }

    /** What a new run begins with. */
    record Start(
            UUID id,
            UUID workspaceId,
            OnboardingView.Method method,
            String startedBy,
            boolean coexistence,
            @Nullable UUID linkId,
            @Nullable String wabaId,
            @Nullable String phoneNumberId) {}

    Optional<Run> find(UUID id) {
        return list("where o.id = ?", id).stream().findFirst();
    }

    Optional<Run> find(UUID workspaceId, UUID id) {
        return find(id).filter(run -> run.view().workspaceId().equals(workspaceId));
    }

    Optional<Run> byCode(UUID workspaceId, byte[] hash) {
        return list("where o.workspace_id = ? and o.code_hash = ?", workspaceId, hash).stream()
                .findFirst();
    }

    Optional<Run> byLink(UUID linkId) {
        return list("where o.link_id = ?", linkId).stream().findFirst();
    }

    /** An onboarding by token that names the same, has not come to its end, or is the newest of all that have. */
    Optional<Run> manual(UUID workspaceId, String startedBy, String wabaId, @Nullable String phoneNumberId) {
        return list(
                        "where o.workspace_id = ? and o.method = 'MANUAL' and o.started_by = ? and o.wanted_waba = ?"
                                + " and o.wanted_number is not distinct from ?::text order by o.id desc limit 1",
                        workspaceId,
                        startedBy,
                        wabaId,
                        phoneNumberId)
                .stream()
                .findFirst();
    }

    List<Run> ofWorkspace(UUID workspaceId, int limit, @Nullable UUID before) {
        return list(
                "where o.workspace_id = ? and (?::uuid is null or o.id < ?) order by o.id desc limit " + limit,
                workspaceId,
                before,
                before);
    }

    /** The newest run that brought in a number. */
    Optional<Run> ofNumber(UUID workspaceId, String phoneNumberId) {
        return list(
                        "where o.workspace_id = ? and o.pin is not null and o.facts->'numbers' @> ?::jsonb"
                                + " order by o.id desc limit 1",
                        workspaceId,
                        "[{\"id\":\"" + phoneNumberId + "\"}]")
                .stream()
                .findFirst();
    }

    List<UUID> due(Instant now, int limit) {
        return sql.query(
                "select id from plt_onboarding where next_at <= ? order by next_at limit " + limit,
                row -> row.getObject(1, UUID.class),
                now);
    }

    private List<Run> list(String where, @Nullable Object... parameters) {
        var bare = sql.query("select o.* from plt_onboarding o " + where, row -> Rows.run(row, List.of()), parameters);
        if (bare.isEmpty()) {
            return List.of();
        }
        record Owned(UUID owner, StepView step) {}
        var ids = bare.stream().map(run -> run.view().id()).toArray(UUID[]::new);
        var steps = sql
                .query(STEPS, row -> new Owned(row.getObject("onboarding_id", UUID.class), Rows.step(row)), (Object)
                        ids)
                .stream()
                .collect(Collectors.groupingBy(Owned::owner, Collectors.mapping(Owned::step, Collectors.toList())));
        return bare.stream()
                .map(run -> run.with(steps.getOrDefault(run.view().id(), List.of()).stream()
                        .sorted(Comparator.comparing(StepView::step))
                        .toList()))
                .toList();
    }

    /** Puts a run in a state; {@code nextAt} is when the gateway goes on by itself. */
    void move(UUID id, OnboardingState state, @Nullable Instant nextAt) {
        var now = clock.instant();
        var isEnd = state == OnboardingState.READY || state == OnboardingState.CANCELLED;
        sql.update(
                "update plt_onboarding set state = ?, next_at = ?, updated_at = ?, finished_at = ? where id = ?",
                state,
                nextAt,
                now,
                isEnd ? now : null,
                id);
    }

    /** Makes a step and those behind it undone. */
    void restartFrom(UUID id, Step first) {
        var names = EnumSet.range(first, Step.SYNC).stream().map(Step::name).toArray(String[]::new);
        sql.update(RESTART, id, names);
    }

    /** Notes that a step begins; false when the run does not go on any more. */
    boolean begin(UUID id, Step step) {
        return sql.update(BEGIN, clock.instant(), id, step) == 1;
    }

    void end(UUID id, Step step, StepState state, Trace trace, @Nullable Problem problem) {
        sql.update(
                END,
                state,
                clock.instant(),
                trace.request(),
                trace.httpStatus(),
                trace.answer(),
                problem == null ? null : Rows.write(problem),
                id,
                step);
    }

    /** Takes a code, and all steps begin anew; false when another run of the workspace has this very code. */
    boolean keepCode(UUID id, String sealed, byte[] hash) {
        var now = clock.instant();
        int taken = sql.update(
                "update plt_onboarding o set code = ?, code_hash = ?, code_at = ?, token = null, state = 'RUNNING',"
                        + " next_at = ?, updated_at = ? where o.id = ? and not exists (select 1 from plt_onboarding other"
                        + " where other.workspace_id = o.workspace_id and other.code_hash = ? and other.id <> o.id)",
                sealed,
                hash,
                now,
                now.plus(TAKEN_UP_BY_ITSELF),
                now,
                id,
                hash);
        if (taken == 1) {
            restartFrom(id, Step.EXCHANGE);
        }
        return taken == 1;
    }

    void keepToken(UUID id, @Nullable String sealed) {
        sql.update("update plt_onboarding set token = ?, code = null where id = ?", sealed, id);
    }

    void keepPin(UUID id, String sealed) {
        sql.update("update plt_onboarding set pin = ? where id = ?", sealed, id);
    }

    void keepFacts(UUID id, Facts facts) {
        sql.update("update plt_onboarding set facts = ?::jsonb where id = ?", Rows.write(facts), id);
    }

    /** What was named later counts; null leaves what was named before. */
    void want(UUID id, @Nullable String wabaId, @Nullable String phoneNumberId, boolean coexistence) {
        sql.update(
                "update plt_onboarding set wanted_waba = coalesce(?, wanted_waba),"
                        + " wanted_number = coalesce(?, wanted_number), coexistence = coexistence or ? where id = ?",
                wabaId,
                phoneNumberId,
                coexistence,
                id);
    }

    /** Has a run that failed go on. */
    void goOn(UUID id) {
        sql.update(
                "update plt_onboarding set state = 'RUNNING', next_at = ?, updated_at = ? where id = ? and state = 'FAILED'",
                clock.instant(),
                clock.instant(),
                id);
    }

    /** Has a run that waits for its next try go on at once. */
    void hurry(UUID id) {
        sql.update(
                "update plt_onboarding set next_at = ? where id = ? and state = 'RUNNING' and next_at is not null",
                clock.instant(),
                id);
    }

    /** Notes that the window was opened once more. */
    void openWindow(UUID id) {
        sql.update(
                "update plt_onboarding_step set state = 'RUNNING', attempts = attempts + 1, started_at = ?,"
                        + " finished_at = null, answer = null, problem = null where onboarding_id = ? and step = 'WINDOW'",
                clock.instant(),
                id);
        sql.update(
                "update plt_onboarding set state = 'WAITING', finished_at = null, updated_at = ?"
                        + " where id = ? and state = 'CANCELLED'",
                clock.instant(),
                id);
    }

    void delete(UUID id) {
        sql.update("delete from plt_onboarding where id = ?", id);
    }
}
