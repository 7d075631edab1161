package org.chasqui.platform.accounts.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.GraphManagement;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/**
 * Whom a number has blocked: such people cannot write to it, nor it to them. Meta keeps the list (64,000 at most) and
 * only takes people who have written in the last 24 hours.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/block-users">Block users</a>
 */
@ApplicationScoped
public class BlockList {
    private static final int MOST = 100;

    @Inject
    NumberCalls calls;

    /**
     * What became of one person.
     *
     * @param user as it was asked for
     * @param waId the person's number at WhatsApp; null when Meta did not say
     * @param problem in Meta's words why it was refused; null when it was done
     */
    public record Result(
            String user, @Nullable String waId, @Nullable String problem) {}

    /**
     * A page of the list.
     *
     * @param users numbers at WhatsApp, digits only
     * @param next cursor of the next page; null on the last one
     */
    public record Page(List<String> users, @Nullable String next) {}

    /** A page of the list, in Meta's order. */
    public Page list(SenderNumber number, int limit, @Nullable String after) {
        var answer = calls.ask(number, (graph, bearer) -> graph.blocked(bearer, number.phoneNumberId(), limit, after));
        var users = new ArrayList<String>();
        answer.path("data").forEach(user -> users.add(user.path("wa_id").asText()));
        return new Page(users, Cursors.next(answer));
    }

    /** Blocks people; some may be refused and others not. */
    public List<Result> block(SenderNumber number, List<String> users) {
        var body = body(users);
        return change(
                number, users, "added_users", (graph, bearer) -> graph.block(bearer, number.phoneNumberId(), body));
    }

    /** Unblocks people. */
    public List<Result> unblock(SenderNumber number, List<String> users) {
        var body = body(users);
        var list = text(body.get("block_users"));
        return change(
                number,
                users,
                "removed_users",
                (graph, bearer) -> graph.unblock(bearer, number.phoneNumberId(), "whatsapp", list, body));
    }

    static Map<String, Object> body(List<String> users) {
        if (users.isEmpty() || users.size() > MOST) {
            throw RequestFailed.invalid("users", "must hold 1 to 100 numbers.");
        }
        return Map.of(
                "messaging_product",
                "whatsapp",
                "block_users",
                users.stream().map(user -> Map.of("user", user)).toList());
    }

    /** Braces are escaped, because the client takes those of a query for places of a template. */
    private static String text(@Nullable Object list) {
        try {
            return Json.mapper().writeValueAsString(list).replace("{", "%7B").replace("}", "%7D");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Result> change(
            SenderNumber number, List<String> users, String done, BiFunction<GraphManagement, String, JsonNode> call) {
        try {
            return results(calls.askRaw(number, call).path("block_users"), users, done);
        } catch (GraphFailed failed) {
            var outcome = failed.body().path("block_users");
            // 139100: Meta did it for some, and says for whom not.
            if (outcome.isObject()) {
                return results(outcome, users, done);
            }
            throw failed.asRefusal();
        }
    }

    private static List<Result> results(JsonNode outcome, List<String> users, String done) {
        var results = new ArrayList<Result>();
        for (var one : outcome.path(done)) {
            results.add(new Result(one.path("input").asText(), waId(one), null));
        }
        for (var one : outcome.path("failed_users")) {
            var error = one.at("/errors/0");
            var details =
                    error.at("/error_data/details").asText(error.path("message").asText("refused by Meta"));
            results.add(new Result(one.path("input").asText(), waId(one), details));
        }
        for (var user : users) {
            if (results.stream().noneMatch(result -> result.user().equals(user))) {
                results.add(new Result(user, null, "Meta said nothing about this one"));
            }
        }
        return results;
    }

    private static @Nullable String waId(JsonNode user) {
        var id = user.path("wa_id").asText("");
        return id.isEmpty() ? null : id;
    }
}
