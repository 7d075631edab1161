package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.chasqui.platform.graph.GraphErrorAdvice.Kind;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.NumberNode;

/**
 * A number of the WhatsApp Business app brings along what the app knows: Meta is asked for its contacts and its history,
 * once each and within 24 hours of the onboarding, and both come by webhooks. This is the last step, because webhooks of a
 * number that is not connected yet belong to nobody; and what Meta refuses for good here keeps no number from sending.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/onboarding-business-app-users">
 *     Onboarding users of the WhatsApp Business app</a>
 */
@ApplicationScoped
class SyncWork implements StepWork {
    private static final int ASKED_BEFORE = 2_593_107;
    private static final int TOO_LATE = 2_593_108;

    /** Refusals that pass by themselves. */
    private static final Set<Kind> PASSING =
            Set.of(Kind.TRANSIENT, Kind.MAINTENANCE, Kind.THROTTLE_NUMBER, Kind.THROTTLE_PAIR, Kind.THROTTLE_ACCOUNT);

    @Inject
    MetaSignup meta;

    @Inject
    RunToken token;

    @Override
    public Step step() {
        return Step.SYNC;
    }

    @Override
    public String request(Run run) {
        var numbers = inApp(run);
        return "POST /" + (numbers.isEmpty() ? "{number}" : numbers.get(0).id()) + "/smb_app_data";
    }

    @Override
    public Done perform(Run run) {
        var numbers = inApp(run);
        if (numbers.isEmpty()) {
            return Done.skipped("The number is not in the WhatsApp Business app: it brings nothing along.");
        }
        var value = token.of(run);
        var shown = new LinkedHashMap<String, Object>();
        for (var number : numbers) {
            var prefix = numbers.size() == 1 ? "" : NumberState.display(number) + " ";
            shown.put(prefix + "contacts", ask(number, value, "smb_app_state_sync"));
            shown.put(prefix + "history", ask(number, value, "history"));
        }
        return Done.with(Trace.of(request(run), shown));
    }

    private static List<NumberNode> inApp(Run run) {
        return run.view().facts().numbers().stream()
                .filter(number -> run.view().coexistence() || NumberState.isInApp(number))
                .toList();
    }

    /** What came of it, in a word or a sentence. */
    private String ask(NumberNode number, String value, String what) {
        try {
            meta.requestAppData(number.id(), value, what);
            return "asked for";
        } catch (GraphFailed refused) {
            if (PASSING.contains(refused.advice().kind())) {
                throw refused;
            }
            var subcode =
                    refused.error().subcode() == null ? 0 : refused.error().subcode();
            return switch (subcode) {
                case ASKED_BEFORE -> "asked for before";
                case TOO_LATE -> "too late: Meta gives it in the first 24 hours";
                default ->
                    "refused: " + refused.advice().meaning() + " ("
                            + refused.error().code() + ")";
            };
        }
    }
}
