package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.chasqui.platform.accounts.Connections;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Brings WhatsApp accounts in. {@snippet :
 * var run = onboardings.exchange(new ExchangeCode(workspace, "Shop", code, null, numberId, null, false));
 * run.facts().numbers();   // they can send now
 * }
 */
@ApplicationScoped
public class Onboardings {
    /** Who starts what no person has started: the connection of the sandbox, which comes again at every start. */
    public static final String SYSTEM = "system";

    private static final Set<Step> BY_CODE = EnumSet.range(Step.EXCHANGE, Step.SYNC);
    private static final Set<Step> BY_TOKEN = EnumSet.range(Step.INSPECT, Step.SYNC);

    /** For whom somebody else already does the work. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    @Inject
    OnboardingStore store;

    @Inject
    RunSecrets secrets;

    @Inject
    Saga saga;

    @Inject
    Connections connections;

    @Inject
    AuditTrail audit;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * Exchanges the code of Meta's window and brings the account in. The same code again means the same run.
     *
     * @return the run; its numbers can send
     * @throws RequestFailed when they cannot; the run is kept, and goes on by itself after PROVIDER_ERROR
     */
    public OnboardingView exchange(ExchangeCode wish) {
        var code = wish.code().strip();
        MetaIds.checkCode(code);
        check(wish.wabaId(), wish.phoneNumberId(), wish.pin());
        var hash = RunSecrets.hash(code);
        var known = store.byCode(wish.workspaceId(), hash);
        if (known.isPresent()) {
            return again(known.get(), new RetryWish(null, wish.pin(), wish.phoneNumberId()));
        }
        var id = ids.next();
        store.create(
                new OnboardingStore.Start(
                        id,
                        wish.workspaceId(),
                        OnboardingView.Method.EMBEDDED,
                        wish.startedBy(),
                        wish.coexistence(),
                        null,
                        wish.wabaId(),
                        wish.phoneNumberId()),
                BY_CODE);
        keepPin(id, wish.pin());
        if (!store.keepCode(id, secrets.seal(RunSecrets.Kind.CODE, id, code), hash)) {
            // Somebody brought the same code in the same moment: theirs is the run.
            store.delete(id);
            return again(store.byCode(wish.workspaceId(), hash).orElseThrow(), new RetryWish(null, null, null));
        }
        return goOn(id);
    }

    /** A code that has come before: a run that failed is tried again when the caller has something new to say. */
    private OnboardingView again(Run run, RetryWish wish) {
        var view = run.view();
        var isWorthIt = view.state() == OnboardingState.FAILED
                && (wish.pin() != null
                        || wish.phoneNumberId() != null
                        || view.problem()
                                        .map(Problem::code)
                                        .map(ProblemCode::mend)
                                        .orElse(Mend.REOPEN)
                                == Mend.RETRY);
        if (isWorthIt) {
            prepareRetry(run, wish);
        }
        return goOn(view.id());
    }

    /**
     * Brings an account in with a token. An unfinished run for the same account and number is taken up again.
     *
     * @return the run; its numbers can send
     * @throws RequestFailed when they cannot; the run is kept, and goes on by itself after PROVIDER_ERROR
     */
    public OnboardingView connectManually(ConnectManually wish) {
        return goOn(beginManually(wish));
    }

    /**
     * The same without waiting: the run is due, and its outcome shows on its steps.
     *
     * @return the id of the run
     * @throws RequestFailed VALIDATION_FAILED, or CONFLICT when another workspace holds the account
     */
    public UUID beginManually(ConnectManually wish) {
        var token = wish.accessToken().strip();
        var wabaId = wish.wabaId().strip();
        if (!MetaIds.isId(wabaId)) {
            throw RequestFailed.invalid("waba_id", "must be Meta's id of the account, digits only.");
        }
        check(wabaId, wish.phoneNumberId(), wish.pin());
        MetaIds.checkToken(token);
        connections.demandFree(wish.workspaceId(), wabaId);
        var id = store.manual(wish.workspaceId(), wish.startedBy(), wabaId, wish.phoneNumberId())
                .map(Run::view)
                .filter(view -> view.state() != OnboardingState.READY || SYSTEM.equals(view.startedBy()))
                .map(OnboardingView::id)
                .orElseGet(() -> newManual(wish, wabaId));
        keepPin(id, wish.pin());
        store.keepToken(id, secrets.seal(RunSecrets.Kind.TOKEN, id, token));
        store.restartFrom(id, Step.INSPECT);
        store.move(id, OnboardingState.RUNNING, clock.instant());
        return id;
    }

    private UUID newManual(ConnectManually wish, String wabaId) {
        var id = ids.next();
        store.create(
                new OnboardingStore.Start(
                        id,
                        wish.workspaceId(),
                        OnboardingView.Method.MANUAL,
                        wish.startedBy(),
                        false,
                        null,
                        wabaId,
                        wish.phoneNumberId()),
                BY_TOKEN);
        return id;
    }

    /** A run of the workspace. */
    public Optional<OnboardingView> find(UUID workspaceId, UUID id) {
        return store.find(workspaceId, id).map(Run::view);
    }

    /** The run of a link; empty before its window was first opened. */
    public Optional<OnboardingView> ofLink(UUID linkId) {
        return store.byLink(linkId).map(Run::view);
    }

    /**
     * The runs of a workspace, the newest first.
     *
     * @param before the id of the last one that was seen; null to begin
     */
    public List<OnboardingView> list(UUID workspaceId, int limit, @Nullable UUID before) {
        return store.ofWorkspace(workspaceId, limit, before).stream()
                .map(Run::view)
                .toList();
    }

    /**
     * Has a run tried again from the step that failed, or from a given one; returns without waiting for the outcome.
     *
     * @throws RequestFailed NOT_FOUND, or CONFLICT when the run cannot go on from there
     */
    public void prepareRetry(UUID workspaceId, UUID id, RetryWish wish, String actor) {
        var run = store.find(workspaceId, id).orElseThrow(() -> RequestFailed.notFound("onboarding", id.toString()));
        prepareRetry(run, wish);
        audit.record(workspaceId, actor, "onboarding.retried", id.toString(), Map.of());
    }

    private void prepareRetry(Run run, RetryWish wish) {
        check(null, wish.phoneNumberId(), wish.pin());
        var view = run.view();
        var first = wish.from() != null
                ? wish.from()
                : wish.phoneNumberId() != null
                        ? Step.FIND
                        : run.next().map(StepView::step).orElse(Step.READY);
        demandPossible(run, first);
        keepPin(view.id(), wish.pin());
        store.want(view.id(), null, wish.phoneNumberId(), false);
        store.restartFrom(view.id(), first);
        store.move(view.id(), OnboardingState.RUNNING, clock.instant());
    }

    private void demandPossible(Run run, Step first) {
        var view = run.view();
        if (view.state() == OnboardingState.RUNNING && view.problem().isEmpty()) {
            throw new RequestFailed(FailureCode.CONFLICT, "The run goes on at this moment; look again in a second.");
        }
        var needsWindow = first == Step.WINDOW
                || view.state() == OnboardingState.WAITING
                || view.state() == OnboardingState.CANCELLED
                || first == Step.EXCHANGE && (run.code() == null || run.isCodeOver(clock.instant()));
        if (needsWindow) {
            throw new RequestFailed(
                    FailureCode.CONFLICT,
                    "There must be another code of Meta's window, which lives for 30 seconds: open the window again.");
        }
        if (view.step(first).isEmpty()) {
            throw new RequestFailed(FailureCode.CONFLICT, "This run has no step " + first.wireName() + ".");
        }
    }

    /** Goes on with a run and waits for it; returns it as it stands then. */
    public OnboardingView advance(UUID workspaceId, UUID id) {
        saga.advance(id);
        return await(id);
    }

    private OnboardingView goOn(UUID id) {
        saga.advance(id);
        var view = await(id);
        if (view.isConnected()) {
            return view;
        }
        throw Refusals.of(view, view.problem().orElseGet(() -> Problem.passing(ProblemCode.META_AWAY)));
    }

    /** Somebody else may be at the run: another node, or the same request sent twice. */
    private OnboardingView await(UUID id) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        var view = store.find(id).orElseThrow().view();
        while (view.state() == OnboardingState.RUNNING && view.problem().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS);
            view = store.find(id).orElseThrow().view();
        }
        return view;
    }

    /**
     * The two-step PIN that a number was given by an onboarding, for a person who is allowed to see it; that it was shown is
     * recorded. Empty when no onboarding has given it one.
     */
    public Optional<String> showPin(UUID workspaceId, String phoneNumberId, String actor) {
        var run = MetaIds.isId(phoneNumberId) ? store.ofNumber(workspaceId, phoneNumberId) : Optional.<Run>empty();
        run.ifPresent(found -> audit.record(workspaceId, actor, "onboarding.pin_shown", phoneNumberId, Map.of()));
        return run.map(found -> secrets.open(RunSecrets.Kind.PIN, found.view().id(), String.valueOf(found.pin())));
    }

    private void keepPin(UUID id, @Nullable String pin) {
        if (pin != null) {
            store.keepPin(id, secrets.seal(RunSecrets.Kind.PIN, id, pin));
        }
    }

    private static void check(@Nullable String wabaId, @Nullable String phoneNumberId, @Nullable String pin) {
        MetaIds.checkWaba(wabaId);
        MetaIds.checkNumber(phoneNumberId);
        MetaIds.checkPin(pin);
    }
}
