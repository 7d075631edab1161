package org.chasqui.web.webhooks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.chasqui.messaging.webhooks.Inspector;
import org.chasqui.messaging.webhooks.SignatureChecks;
import org.chasqui.messaging.webhooks.SignatureChecks.Check;
import org.chasqui.messaging.webhooks.SignatureChecks.Verdict;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.MaskedJson;

/** What the workspace's inspector got, with its signatures checked. */
@RequestScoped
class Arrivals {
    @Inject
    CurrentUser me;

    @Inject
    Inspector inspector;

    @Inject
    SignatureChecks checks;

    List<ArrivalRow> newest(int most) {
        var kept = inspector.list(me.workspaceId(), null, most);
        var checked = checks.check(me.workspaceId(), kept);
        return kept.stream()
                .map(one ->
                        new ArrivalRow(shown(one), checked.getOrDefault(one.id(), new Check(Verdict.MISSING, null))))
                .toList();
    }

    private Inspector.Kept shown(Inspector.Kept kept) {
        return me.isMaySend()
                ? kept
                : new Inspector.Kept(kept.id(), kept.receivedAt(), kept.headers(), MaskedJson.of(kept.body()));
    }
}
