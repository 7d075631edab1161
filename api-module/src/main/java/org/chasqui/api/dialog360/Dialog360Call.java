package org.chasqui.api.dialog360;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Client;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** A call with a key, which stands for one number. Not for several threads. */
public final class Dialog360Call {
    private final Call call;
    private final Address address;
    private final Access access;
    private final Access.Caller caller;
    private final Map<String, String> variables;
    private @Nullable SenderNumber number;

    Dialog360Call(Call call, Address address, Access access, Access.Caller caller, Map<String, String> variables) {
        this.call = call;
        this.address = address;
        this.access = access;
        this.caller = caller;
        this.variables = variables;
    }

    /** The request behind it. */
    public Call request() {
        return call;
    }

    /** The arguments of query and body together; what the body says wins. */
    public Arguments arguments() throws IOException {
        return call.arguments();
    }

    /** A variable of the path, for example {@code id}. */
    public String variable(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no such variable: " + name);
        }
        return value;
    }

    /** Whose key it is. */
    public Client client() {
        return caller.client();
    }

    /** Whose workspace it is. */
    public UUID workspaceId() {
        return caller.client().workspaceId();
    }

    /** Whose API the client believes to speak. */
    public Face face() {
        return caller.face();
    }

    /**
     * The number that the key stands for.
     *
     * @throws RequestFailed NUMBER_NOT_READY when it stands for none
     */
    public SenderNumber number() {
        var found = number;
        if (found == null) {
            found = access.number(caller.client());
            number = found;
        }
        return found;
    }

    /** How the answer looks. */
    public Style style() {
        return styleOf(call, address);
    }

    /** Whether the base URL is the on-premise one. */
    public boolean isOnPremiseBase() {
        return address.isOnPremiseBase();
    }

    /**
     * How an answer looks. A client of the Cloud API may post its messages to {@code /v1/messages} as well (S3-7): they say what
     * they are by {@code messaging_product}.
     */
    static Style styleOf(Call call, Address address) {
        if (address.style() == Style.CLOUD || !address.path().equalsIgnoreCase("/v1/messages")) {
            return address.style();
        }
        try {
            return call.arguments().has("messaging_product") ? Style.CLOUD : Style.ON_PREMISE;
        } catch (RequestFailed | IOException unreadable) {
            return Style.ON_PREMISE;
        }
    }
}
