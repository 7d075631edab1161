package org.chasqui.api.waabot.lifecycle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Client;
import org.chasqui.api.waabot.Envelope;
import org.chasqui.api.waabot.WaabotCall;
import org.chasqui.api.waabot.WaabotEndpoints;
import org.chasqui.api.waabot.WaabotRoutes;
import org.chasqui.api.waabot.instances.InstanceDocuments;
import org.chasqui.api.waabot.instances.InstanceStatus;
import org.chasqui.api.waabot.instances.Instances;
import org.chasqui.api.waabot.instances.WaabotInstance;
import org.chasqui.api.waabot.settings.InstanceWebhooks;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.keys.Scope;

/** {@code /whatsapp/init}, {@code /whatsapp/scan} and {@code /whatsapp/instance}: how an instance comes to its number. */
@ApplicationScoped
class ScanEndpoints implements WaabotEndpoints {
    @Inject
    QrCodes codes;

    @Inject
    LifeCycle lifeCycle;

    @Inject
    Pairing pairing;

    @Inject
    Instances instances;

    @Inject
    InstanceDocuments documents;

    @Inject
    InstanceWebhooks webhooks;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Settings settings;

    @Override
    public void addTo(WaabotRoutes routes) {
        routes.writes("POST", "/whatsapp/init", this::init)
                .reads("GET", "/whatsapp/scan", this::scan)
                .reads("GET", "/whatsapp/instance", this::state);
    }

    /** Sets what the config says; an instance that was logged out has its number again. */
    private Answer init(WaabotCall call) throws IOException {
        var by = call.client().name();
        var config = call.arguments().object("config");
        var instance = lifeCycle.logIn(current(call), by);
        var devices = config.flag("multiDevice");
        if (devices.isPresent()) {
            instance = instances.change(instance, old -> old.withMultiDevice(devices.get()));
        }
        var url = config.text("webhookUrl");
        if (config.flag("setWebhook").orElse(url.isPresent()) && url.isPresent()) {
            instance = webhooks.setUrl(instance, url.get(), by);
        }
        return Envelope.ok("Instance initialized successfully", initialized(instance, call.client()));
    }

    private ObjectNode initialized(WaabotInstance instance, Client reader) {
        var status = documents.status(instance);
        var data = JsonNodeFactory.instance
                .objectNode()
                .put("error", false)
                .put("message", "Initializing successfully")
                .put("key", instance.id().toString())
                .put("_id", instance.objectId())
                .put("session_id", instance.sessionId())
                .put("status", status.name());
        var url = webhooks.url(instance);
        data.putObject("webhook").put("enabled", instance.sendWebhook()).put("webhookUrl", url.orElse(null));
        data.putObject("qrcode")
                .put("url", address(instance, reader))
                .put("purpose", purpose(instance).wireName());
        return data;
    }

    /** Who may not see the credentials gets the address without them, and calls it with his own. */
    private String address(WaabotInstance instance, Client reader) {
        var address = settings.publicUrl() + "/api/v1/whatsapp/scan";
        return reader.mayDoEverything()
                ? address + "?session_id=" + instance.sessionId() + "&access_token=" + instance.accessToken()
                : address;
    }

    private static QrAnswer.Purpose purpose(WaabotInstance instance) {
        return instance.numberId() == null ? QrAnswer.Purpose.ONBOARDING : QrAnswer.Purpose.CHAT;
    }

    private Answer scan(WaabotCall call) throws IOException {
        var arguments = call.arguments();
        var format = ScanFormat.of(arguments.text("format"), call.request().header("Accept"));
        var qr = code(call, arguments);
        return switch (format) {
            case PAGE -> ScanPage.of(qr);
            case PNG ->
                Answer.bytes(200, "image/png", qr.png())
                        .with("X-Qr-Purpose", qr.purpose().wireName());
            case BASE64 -> Envelope.ok("QR Base64 fetched successfully", described(qr));
            case BASE64TEXT ->
                Answer.json(
                        200,
                        Envelope.success("QR Base64 fetched successfully", TextNode.valueOf(qr.dataUrl()))
                                .put("purpose", qr.purpose().wireName())
                                .put("url", qr.url()));
        };
    }

    private QrAnswer code(WaabotCall call, Arguments arguments) {
        var instance = current(call);
        var chat = codes.chat(instance, arguments.text("text"));
        return chat.orElseGet(() -> {
            // Whoever has the code may connect a number to the account: reading is not enough to get one.
            call.client().demand(Scope.WRITE);
            boolean staysInApp = arguments.flag("coexistence").orElse(true);
            return codes.onboarding(instance, staysInApp, call.client().name());
        });
    }

    private static ObjectNode described(QrAnswer qr) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("qrcode", qr.dataUrl())
                .put("purpose", qr.purpose().wireName())
                .put("url", qr.url())
                .put("note", qr.purpose().words());
    }

    private Answer state(WaabotCall call) {
        var instance = current(call);
        var status = documents.status(instance);
        var isOnline = status == InstanceStatus.CONNECTED;
        var data = JsonNodeFactory.instance
                .objectNode()
                .put("error", false)
                .put("message", "Instance fetched successfully");
        var about = data.putObject("instance_data")
                .put("instance_key", instance.id().toString())
                .put("phone_connected", isOnline)
                .put("webhookUrl", webhooks.url(instance).orElse(null));
        about.set("user", user(instance));
        // The SDK asks here whether the instance is connected, and looks for this word.
        data.set("settings", documents.settings(instance, isOnline ? "ONLINE" : status.name(), call.client()));
        return Envelope.ok("Status checked successfully", data);
    }

    /** The number as the clients know it. What stands behind the colon is a device: 0, the number itself. */
    private ObjectNode user(WaabotInstance instance) {
        var user = JsonNodeFactory.instance.objectNode();
        Optional.ofNullable(instance.numberId())
                .flatMap(id -> numbers.find(instance.workspaceId(), id.toString()))
                .ifPresent(number -> user.put(
                                "id", number.displayPhoneNumber().replaceAll("\\D", "") + ":0@s.whatsapp.net")
                        .put("name", number.verifiedName()));
        return user;
    }

    /** The instance that is meant, with the number that may have come in since anybody looked. */
    private WaabotInstance current(WaabotCall call) {
        var instance = call.instance();
        if (instance.numberId() != null) {
            return instance;
        }
        pairing.catchUp(instance.workspaceId());
        return instances.find(instance.workspaceId(), instance.objectId()).orElse(instance);
    }
}
