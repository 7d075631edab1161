package org.chasqui.api.waabot;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Client;
import org.chasqui.api.waabot.instances.Instances;
import org.chasqui.api.waabot.instances.WaabotInstance;
import org.chasqui.messaging.multipart.MultipartForm;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** A call of somebody who is known. */
public final class WaabotCall {
    private final Call call;
    private final Access.Caller caller;
    private final Map<String, String> variables;
    private final @Nullable UUID reservedId;
    private final Instances instances;
    private final PhoneNumbers numbers;

    WaabotCall(
            Call call,
            Access.Caller caller,
            Map<String, String> variables,
            @Nullable UUID reservedId,
            Instances instances,
            PhoneNumbers numbers) {
        this.call = call;
        this.caller = caller;
        this.variables = variables;
        this.reservedId = reservedId;
        this.instances = instances;
        this.numbers = numbers;
    }

    /** Who calls. */
    public Client client() {
        return caller.client();
    }

    /** The request behind it, for its headers. */
    public Call request() {
        return call;
    }

    /** The arguments of query and body together; what the body says wins. */
    public Arguments arguments() throws IOException {
        return call.arguments();
    }

    /**
     * The id that is reserved with the call's {@code Idempotency-Key}: what the call creates takes it, so that the same call
     * after a crash finds what the first one wrote. Null without the header.
     */
    public @Nullable UUID reservedId() {
        return reservedId;
    }

    /** The file of a form; empty when there is none. */
    public Optional<MultipartForm.UploadedFile> file() throws IOException {
        return call.file();
    }

    /** A variable of the path, for example {@code id}. */
    public String variable(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no such variable: " + name);
        }
        return value;
    }

    /** Whether the caller has named an instance by its credentials. */
    public boolean namesInstance() {
        return caller.instance() != null;
    }

    /** The instances that the caller may use, the oldest first. */
    public List<WaabotInstance> instances() {
        var own = caller.instance();
        if (own != null) {
            return List.of(own);
        }
        return instances.list(client().workspaceId()).stream()
                .filter(instance -> client().mayUse(instance.numberId()))
                .toList();
    }

    /**
     * The instance that is meant: the one whose credentials were sent, else the only one of the account.
     *
     * @throws RequestFailed NOT_FOUND when there is none, VALIDATION_FAILED when there are several
     */
    public WaabotInstance instance() {
        var all = instances();
        if (all.isEmpty()) {
            throw new RequestFailed(
                    FailureCode.NOT_FOUND,
                    "The account has no instance: make one at POST /whatsapp/createNewWhatsapp.");
        }
        if (all.size() > 1) {
            throw RequestFailed.invalid(
                    "session_id",
                    "the account has several instances: say which by its session_id and access_token. GET /whatsapp"
                            + " lists them.");
        }
        return all.get(0);
    }

    /**
     * The number of the instance that is meant.
     *
     * @throws RequestFailed as {@link #instance}; NUMBER_NOT_READY when no number is connected
     */
    public SenderNumber sender() {
        var numberId = instance().numberId();
        return Optional.ofNullable(numberId)
                .flatMap(numbers::byId)
                .orElseThrow(() -> new RequestFailed(
                        FailureCode.NUMBER_NOT_READY,
                        "phone isn't connected: connect a number to this instance first, see GET /whatsapp/scan."));
    }
}
