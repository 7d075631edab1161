package org.chasqui.api.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Client;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/** A call of somebody who is known. */
public final class GraphCall {
    private final Call call;
    private final Client client;
    private final @Nullable String version;
    private final Map<String, String> variables;
    private final PhoneNumbers numbers;

    GraphCall(Call call, Client client, @Nullable String version, Map<String, String> variables, PhoneNumbers numbers) {
        this.call = call;
        this.client = client;
        this.version = version;
        this.variables = variables;
        this.numbers = numbers;
    }

    /** Who calls. */
    public Client client() {
        return client;
    }

    /** The request behind it, for its headers and its file. */
    public Call request() {
        return call;
    }

    /** The version that the client asked for, for example {@code v24.0}; null when it named none. */
    public @Nullable String version() {
        return version;
    }

    /** A variable of the path, for example {@code id}. */
    public String variable(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no such variable: " + name);
        }
        return value;
    }

    /** The arguments of the query, without what proves who calls and what Graph takes anywhere. */
    public ObjectNode query() {
        return GivenArguments.read(call.query(), name -> true);
    }

    /** The arguments of query and body together, as {@link #query} has them; what the body says wins. */
    public ObjectNode arguments() throws IOException {
        boolean isJson = call.header("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("json"))
                .isPresent();
        return GivenArguments.read(
                call.arguments(), name -> !isJson || call.query().names(name));
    }

    /**
     * The number that the path names, by Meta's id or ours.
     *
     * @throws MetaFailed when the client has no such number
     */
    public SenderNumber number() {
        var id = variable("id");
        return numbers.find(client.workspaceId(), id)
                .filter(number -> client.mayUse(number.id()))
                .orElseThrow(() -> MetaFailed.noSuchObject(call.method(), id));
    }

    /** Whether an id, ours or Meta's, is that of a number of ours. */
    public boolean isNumber(String id, UUID numberId) {
        return numbers.find(client.workspaceId(), id)
                .filter(number -> number.id().equals(numberId))
                .isPresent();
    }
}
