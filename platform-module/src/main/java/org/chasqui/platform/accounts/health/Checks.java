package org.chasqui.platform.accounts.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.accounts.Subscriptions;
import org.chasqui.platform.accounts.TokenWatch;
import org.chasqui.platform.accounts.health.Finding.Area;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.DebuggedToken;
import org.chasqui.platform.graph.GraphClient;
import org.chasqui.platform.graph.GraphConfig;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.GraphManagement;

/** Puts the questions of the health check to Graph; the judges read the answers. */
@ApplicationScoped
class Checks {
    @Inject
    GraphClient graph;

    @Inject
    GraphConfig config;

    @Inject
    PhoneNumbers numbers;

    @Inject
    TokenWatch tokens;

    @Inject
    Subscriptions subscriptions;

    @Inject
    CallbackProbe probe;

    @Inject
    Instance<Hearing> hearing;

    @Inject
    Instance<Traffic> traffic;

    @Inject
    Clock clock;

    /** Questions whose answer all numbers of an account share. */
    List<Finding> account(SenderNumber number) {
        var wabaId = number.wabaId();
        var all = new ArrayList<Finding>();
        all.addAll(asked("token", Area.ACCESS, () -> debug(number), data -> {
            if (data.valid()) {
                tokens.learned(number.accountId(), data.endsAt(), data.dataAccessEndsAt());
            }
            return List.of(TokenJudge.token(data, clock.instant()), TokenJudge.permissions(data, wabaId));
        }));
        all.addAll(asked(
                "account",
                Area.ACCESS,
                () -> call(number, (api, bearer) -> api.node(bearer, wabaId, GraphManagement.WABA_HEALTH_FIELDS)),
                waba -> List.of(AccountJudge.account(waba), AccountJudge.verification(waba))));
        all.addAll(asked(
                "subscription",
                Area.WEBHOOKS,
                () -> call(number, (api, bearer) -> api.subscribedApps(bearer, wabaId)),
                apps -> List.of(AccountJudge.subscription(apps, config.appId().orElse(null)))));
        long start = System.nanoTime();
        all.add(probe.ask().took(millisSince(start)));
        return all;
    }

    /** Questions about one number. */
    List<Finding> number(SenderNumber number) {
        var all = new ArrayList<Finding>();
        // Asked of ourselves, so it takes no time.
        hearing.stream()
                .map(one -> HearingJudge.hearing(one.silence(number), clock.instant()))
                .forEach(all::add);
        traffic.stream()
                .flatMap(one -> Stream.of(
                        TrafficJudge.inbound(one.quiet(number), clock.instant()), TrafficJudge.counts(one.gap(number))))
                .forEach(all::add);
        all.addAll(asked(
                "number",
                Area.NUMBER,
                () -> call(
                        number,
                        (api, bearer) ->
                                api.node(bearer, number.phoneNumberId(), GraphManagement.NUMBER_HEALTH_FIELDS)),
                node -> List.of(
                        NumberJudge.callback(node, config.callback().toString()),
                        NumberJudge.registration(node),
                        NumberJudge.verification(node),
                        NumberJudge.name(node),
                        NumberJudge.quality(node),
                        NumberJudge.pin(node),
                        NumberJudge.sending(node))));
        return all;
    }

    void subscribe(SenderNumber number) {
        try {
            subscriptions.renew(number);
        } catch (GraphFailed failed) {
            throw failed.asRefusal();
        }
    }

    /** The app's own token may inspect any token of the app; without one a token is asked about itself. */
    private DebuggedToken.Data debug(SenderNumber number) {
        var token = numbers.accessToken(number);
        var bearer = GraphManagement.bearer(config.appToken().orElse(token));
        var data = graph.call(api -> api.debugToken(bearer, token)).data();
        return data == null ? DebuggedToken.Data.UNKNOWN : data;
    }

    private <T> T call(SenderNumber number, BiFunction<GraphManagement, String, T> call) {
        var bearer = GraphManagement.bearer(numbers.accessToken(number));
        return graph.call(api -> call.apply(api, bearer));
    }

    private static <T> List<Finding> asked(
            String check, Area area, Supplier<T> question, Function<T, List<Finding>> judge) {
        long start = System.nanoTime();
        try {
            var answer = question.get();
            long took = millisSince(start);
            return judge.apply(answer).stream()
                    .map(finding -> finding.took(took))
                    .toList();
        } catch (GraphFailed refused) {
            var advice = refused.advice();
            return List.of(Finding.wrong(
                            area,
                            check,
                            "Meta refuses: " + advice.meaning() + " ("
                                    + refused.error().code() + ")",
                            advice.advice())
                    .took(millisSince(start)));
        } catch (RequestFailed unreachable) {
            return List.of(Finding.unknown(
                            area, check, String.valueOf(unreachable.getMessage()), "Check again when it is back.")
                    .took(millisSince(start)));
        }
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
