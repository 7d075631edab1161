package org.chasqui.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.graph.GraphError;
import org.jspecify.annotations.Nullable;

/** The record of every claim that was called for, with its last call, and with phone numbers masked. */
@ApplicationScoped
class Attempts {
    private static final Pattern PHONE = Pattern.compile("(\"(?:input|wa_id)\"\\s*:\\s*\"\\+?)\\d+(\\d{4}\")");
    private static final int LONGEST_ANSWER = 4_000;

    @Inject
    Sql jdbc;

    @Inject
    NodeIdentity node;

    /** A call with its result, which every settled claim has but an expired one. */
    private record Call(Settled settled, CallResult result, SendOutcome outcome) {}

    void insert(List<Settled> batch) {
        var calls = batch.stream()
                .<Call>mapMulti((settled, sink) -> {
                    var result = settled.result();
                    var outcome = settled.outcome();
                    if (result != null && outcome != null) {
                        sink.accept(new Call(settled, result, outcome));
                    }
                })
                .toList();
        if (calls.isEmpty()) {
            return;
        }
        var sql = """
                insert into msg_attempt (message_id, number, at, node, outcome, http_status, code, detail, answer,
                    duration_ms, wamid, resend)
                select n.id, n.number, n.at, ?, n.outcome, n.http_status, n.code, n.detail, n.answer, n.duration_ms,
                    n.wamid, n.resend
                from unnest(?::uuid[], ?::smallint[], ?::timestamptz[], ?::text[], ?::integer[], ?::integer[],
                    ?::text[], ?::text[], ?::integer[], ?::text[], ?::boolean[])
                    as n(id, number, at, outcome, http_status, code, detail, answer, duration_ms, wamid, resend)
                on conflict (message_id, number) do nothing
                """;
        jdbc.execute("recording attempts", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, node.name());
                var columns = List.<Column>of(
                        new Column("uuid", call -> call.settled().claim().messageId()),
                        new Column("smallint", call -> call.settled().claim().attempt()),
                        new Column("timestamptz", call -> call.result().at().toString()),
                        new Column("text", call -> call.outcome().name()),
                        new Column(
                                "integer",
                                call -> call.result().status() == 0
                                        ? null
                                        : call.result().status()),
                        new Column("integer", call -> code(call.outcome())),
                        new Column("text", call -> detail(call.outcome())),
                        new Column("text", call -> redacted(call.result().body())),
                        new Column("integer", call -> call.result().durationMillis()),
                        new Column("text", call -> wamid(call.outcome())),
                        new Column("boolean", call -> call.settled().claim().resend()));
                for (int i = 0; i < columns.size(); i++) {
                    var column = columns.get(i);
                    var values = calls.stream().map(column.value()).toArray();
                    statement.setArray(i + 2, connection.createArrayOf(column.type(), values));
                }
                statement.executeUpdate();
            }
        });
    }

    private record Column(String type, Function<Call, ? extends @Nullable Object> value) {}

    private static @Nullable Integer code(SendOutcome outcome) {
        var error = error(outcome);
        return error == null ? null : error.code();
    }

    private static @Nullable String detail(SendOutcome outcome) {
        var error = error(outcome);
        if (error != null) {
            return error.details() == null ? error.title() : error.title() + ": " + error.details();
        }
        if (outcome instanceof SendOutcome.NotSent notSent) {
            return notSent.reason();
        }
        if (outcome instanceof SendOutcome.NotGraph notGraph) {
            return notGraph.reason();
        }
        return outcome instanceof SendOutcome.Ambiguous ambiguous ? ambiguous.reason() : null;
    }

    private static @Nullable GraphError error(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Refused refused) {
            return refused.error();
        }
        return outcome instanceof SendOutcome.ProbablyNotProcessed fault ? fault.error() : null;
    }

    private static @Nullable String wamid(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Accepted accepted ? accepted.wamid() : null;
    }

    static @Nullable String redacted(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return null;
        }
        var text = new String(body, StandardCharsets.UTF_8).replace("\0", "");
        var masked = PHONE.matcher(text).replaceAll("$1•••$2");
        return masked.length() <= LONGEST_ANSWER ? masked : masked.substring(0, LONGEST_ANSWER) + "…";
    }
}
