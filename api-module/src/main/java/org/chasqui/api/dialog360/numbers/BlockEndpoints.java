package org.chasqui.api.dialog360.numbers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialog360.Dialog360Call;
import org.chasqui.api.dialog360.Dialog360Endpoints;
import org.chasqui.api.dialog360.Dialog360Routes;
import org.chasqui.platform.accounts.profile.BlockList;
import org.chasqui.platform.failure.RequestFailed;

/** {@code /block_users}, in the words of Graph. */
@ApplicationScoped
class BlockEndpoints implements Dialog360Endpoints {
    private static final int USUAL = 25;
    private static final int MOST = 1_000;

    @Inject
    BlockList blocked;

    @Override
    public void addTo(Dialog360Routes routes) {
        routes.reads("GET", "/block_users", this::list)
                .writes(
                        "POST",
                        "/block_users",
                        call -> done("added_users", blocked.block(call.number(), users(call.arguments()))))
                .writes(
                        "DELETE",
                        "/block_users",
                        call -> done("removed_users", blocked.unblock(call.number(), users(call.arguments()))));
    }

    private Answer list(Dialog360Call call) throws IOException {
        var given = call.arguments();
        int limit = given.wholeNumber("limit").orElse(USUAL);
        if (limit < 1 || limit > MOST) {
            throw RequestFailed.invalid("limit", "must be from 1 to " + MOST + ".");
        }
        var page = blocked.list(call.number(), limit, given.text("after").orElse(null));
        var body = JsonNodeFactory.instance.objectNode();
        var data = body.putArray("data");
        page.users()
                .forEach(user ->
                        data.addObject().put("messaging_product", "whatsapp").put("wa_id", user));
        if (page.next() != null) {
            body.putObject("paging").putObject("cursors").put("after", page.next());
        }
        return Answer.json(200, body);
    }

    private static List<String> users(Arguments given) {
        return given.objects("block_users").stream()
                .map(one -> one.demand("user"))
                .toList();
    }

    /** What became of each. */
    static Answer done(String word, List<BlockList.Result> results) {
        var body = JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
        var outcome = body.putObject("block_users");
        var done = outcome.putArray(word);
        var failed = JsonNodeFactory.instance.arrayNode();
        for (var result : results) {
            var problem = result.problem();
            var user = (problem == null ? done : failed)
                    .addObject()
                    .put("input", result.user())
                    .put("wa_id", result.waId());
            if (problem != null) {
                user.putArray("errors").addObject().put("message", problem);
            }
        }
        if (!failed.isEmpty()) {
            outcome.set("failed_users", failed);
        }
        return Answer.json(200, body);
    }
}
