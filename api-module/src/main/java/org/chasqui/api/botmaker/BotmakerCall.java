package org.chasqui.api.botmaker;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.api.botmaker.wire.ChannelId;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Client;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.jspecify.annotations.Nullable;

/** A call of somebody who is known. */
public final class BotmakerCall {
    private final Call call;
    private final Access.Caller caller;
    private final Map<String, String> variables;
    private final @Nullable UUID reservedId;
    private final PhoneNumbers numbers;
    private final String publicUrl;

    BotmakerCall(
            Call call,
            Access.Caller caller,
            Map<String, String> variables,
            @Nullable UUID reservedId,
            PhoneNumbers numbers,
            String publicUrl) {
        this.call = call;
        this.caller = caller;
        this.variables = variables;
        this.reservedId = reservedId;
        this.numbers = numbers;
        this.publicUrl = publicUrl;
    }

    /** Who calls. */
    public Client client() {
        return caller.client();
    }

    /** The key that he calls with. */
    ApiKeyView key() {
        return caller.key();
    }

    /** The key as it was sent. */
    String secret() {
        return caller.secret();
    }

    /**
     * The id that is reserved with the call's {@code Idempotency-Key}: what the call creates takes it, so that the same call
     * after a crash finds what the first one wrote. Null without the header.
     */
    public @Nullable UUID reservedId() {
        return reservedId;
    }

    /** The arguments of query and body together; what the body says wins. */
    public Arguments arguments() throws IOException {
        return call.arguments();
    }

    /** The arguments of the query alone. */
    public Arguments query() {
        return call.query();
    }

    /** A variable of the path, for example {@code id}. */
    public String variable(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no such variable: " + name);
        }
        return value;
    }

    /** Where the next page of this list is, as others reach us. */
    public NextPage nextPage() {
        return new NextPage(publicUrl + NextPage.escaped(call.path()), call.query());
    }

    /** The numbers that the caller may use, the oldest first. */
    public List<NumberView> channels() {
        return numbers.listDetails(client().workspaceId()).stream()
                .filter(number -> client().mayUse(number.sender().id()))
                .toList();
    }

    /**
     * The number that a channel stands for: by the id of the channel, the number itself, or either id of ours and Meta's.
     *
     * @param field how the caller calls it
     * @throws RequestFailed VALIDATION_FAILED, which seed 002 wants to be 400
     */
    public SenderNumber channel(String text, String field) {
        return channels().stream()
                .map(NumberView::sender)
                .filter(number -> ChannelId.names(text, number))
                .findFirst()
                .orElseThrow(() -> RequestFailed.invalid(
                        field, "there is no channel " + text + ". GET /v2.0/channels lists them."));
    }
}
