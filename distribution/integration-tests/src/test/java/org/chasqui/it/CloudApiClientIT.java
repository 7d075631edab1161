package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.restfb.BinaryAttachment;
import com.restfb.Body;
import com.restfb.DefaultFacebookClient;
import com.restfb.DefaultJsonMapper;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.json.JsonArray;
import com.restfb.json.JsonObject;
import com.restfb.types.webhook.WebhookObject;
import com.restfb.types.webhook.whatsapp.MessageTemplateStatusUpdateValue;
import com.restfb.types.webhook.whatsapp.WhatsappMessagesValue;
import com.restfb.types.whatsapp.platform.Message;
import com.restfb.types.whatsapp.platform.SendMessage;
import com.restfb.types.whatsapp.platform.Status;
import com.restfb.types.whatsapp.platform.SuccessfulResponse;
import com.restfb.types.whatsapp.platform.send.Image;
import com.restfb.types.whatsapp.platform.send.Text;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A client library of Meta's Graph API as it is on Maven Central (RestFB): only its address and its token are ours. The library
 * for Node is driven by {@code bin/clients}.
 */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CloudApiClientIT {
    private static final String PERSON = "14155559120";

    private static final String VERIFY_TOKEN = "known to the handler";

    private final Api api;
    private final Meta meta;
    private final DefaultFacebookClient client;
    private final DefaultJsonMapper mapper = new DefaultJsonMapper();
    private final MetaHandler handler = new MetaHandler(VERIFY_TOKEN);
    private String waba;
    private String number;
    private String webhook;

    CloudApiClientIT(Product product) {
        api = Api.of(product);
        meta = new Meta(product);
        client = new DefaultFacebookClient(product.apiKey(), Version.LATEST);
        client.setHeaderAuthorization(true);
        client.setFacebookEndpointUrls(new FacebookEndpoints() {
            @Override
            public String getGraphEndpoint() {
                return product.baseUrl() + "/graph";
            }

            @Override
            public String getGraphVideoEndpoint() {
                return getGraphEndpoint();
            }
        });
    }

    @BeforeAll
    void connectAnAccount() {
        var account = meta.newAccount("RestFB", "STANDARD");
        waba = account.get("id").asText();
        number = account.at("/numbers/0/id").asText();
        meta.connect(api, waba);
        api.post("/whatsapp/templates/sync", null).ok();
        var made = api.post("/whatsapp/webhooks", wish(VERIFY_TOKEN)).ok();
        handler.trust(made.get("secret").asText());
        webhook = made.get("id").asText();
        write("Hello");
        Api.await(
                "the person's message",
                () -> messages()
                        .filter(message ->
                                message.isText() && message.getText().getBody().equals("Hello"))
                        .findFirst());
    }

    @AfterAll
    void disconnectTheHandler() {
        api.delete("/whatsapp/webhooks/" + webhook);
        handler.close();
    }

    private String wish(String verifyToken) {
        return "{\"url\":\"%s\",\"format\":\"meta\",\"events\":[\"*\"],\"verify_token\":\"%s\"}"
                .formatted(handler.url(), verifyToken);
    }

    private void write(String text) {
        meta.control()
                .post("/numbers/" + number + "/people/" + PERSON + "/messages", "{\"text\":\"" + text + "\"}")
                .ok();
    }

    @Test
    @Covers("G0-17")
    void aHandlerThatDoesNotKnowTheTokenIsNoWebhook() {
        var refused = api.post("/whatsapp/webhooks", wish("another"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("\"url\"").contains("403");
    }

    @Test
    @Covers({"G0-16", "G0-17"})
    void readsWebhooksAsMetas() {
        write("Read by RestFB");
        var written = Api.await(
                "the message",
                () -> messages()
                        .filter(message ->
                                message.isText() && message.getText().getBody().equals("Read by RestFB"))
                        .findFirst());
        assertThat(written.getFrom()).isEqualTo(PERSON);
        assertThat(written.getId()).startsWith("wamid.");

        var sent = client.publish(
                number + "/messages",
                SuccessfulResponse.class,
                Parameter.with("messaging_product", "whatsapp"),
                Parameter.with("to", PERSON),
                Parameter.with("type", "text"),
                Parameter.with("text", new JsonObject().add("body", "Told to RestFB")),
                Parameter.with("biz_opaque_callback_data", "order 17"));
        var wamid = sent.getMessages().get(0).getId();
        for (var step : new Status.StatusType[] {Status.StatusType.delivered, Status.StatusType.read}) {
            var told = Api.await(
                    step + " of " + wamid,
                    () -> statuses()
                            .filter(status -> wamid.equals(status.getId()) && status.getStatus() == step)
                            .findFirst());
            assertThat(told.getRecipientId()).isEqualTo(PERSON);
            assertThat(told.getBizOpaqueCallbackData()).isEqualTo("order 17");
        }
    }

    private Stream<Message> messages() {
        return values(WhatsappMessagesValue.class).flatMap(value -> value.getMessages().stream());
    }

    private Stream<Status> statuses() {
        return values(WhatsappMessagesValue.class).flatMap(value -> value.getStatuses().stream());
    }

    private <T> Stream<T> values(Class<T> type) {
        return handler.bodies().stream()
                .map(body -> mapper.toJavaObject(body, WebhookObject.class))
                .flatMap(told -> told.getEntryList().stream())
                .flatMap(entry -> entry.getChanges().stream())
                .map(change -> (Object) change.getValue())
                .filter(type::isInstance)
                .map(type::cast);
    }

    @Test
    @Covers({"G0-1", "G0-4"})
    void sendsAText() {
        var message = new SendMessage("+" + PERSON);
        message.setText(new Text("Hello from RestFB"));

        assertDelivered(client.publish(number + "/messages", SuccessfulResponse.class, Body.withData(message)));
    }

    @Test
    @Covers("G0-1")
    void sendsATextAsFormToo() {
        assertDelivered(client.publish(
                number + "/messages",
                SuccessfulResponse.class,
                Parameter.with("messaging_product", "whatsapp"),
                Parameter.with("to", PERSON),
                Parameter.with("type", "text"),
                Parameter.with("text", new JsonObject().add("body", "Hello from a form"))));
    }

    @Test
    @Covers({"G0-8", "G0-9"})
    void uploadsAPictureSendsItAndDeletesIt() {
        var uploaded = client.publish(
                number + "/media",
                JsonObject.class,
                BinaryAttachment.with("file", "dot.png", Inbox.PNG, "image/png"),
                Parameter.with("messaging_product", "whatsapp"),
                Parameter.with("type", "image/png"));
        var id = uploaded.getString("id", "");

        var message = new SendMessage("+" + PERSON);
        message.setMedia(new Image(id));
        assertDelivered(client.publish(number + "/messages", SuccessfulResponse.class, Body.withData(message)));

        var described = client.fetchObject(id, JsonObject.class);
        assertThat(described.getString("mime_type", "")).isEqualTo("image/png");
        assertThat(client.deleteObject(id)).isTrue();
        assertThatThrownBy(() -> client.fetchObject(id, JsonObject.class)).isNotNull();
    }

    @Test
    @Covers({"G0-10", "G0-16"})
    void makesATemplateHearsOfItsReviewAndSendsIt() {
        var name = "restfb_" + System.nanoTime();
        var example = new JsonObject().add("body_text", new JsonArray().add(new JsonArray().add("Ana")));
        var made = client.publish(
                waba + "/message_templates",
                JsonObject.class,
                Parameter.with("name", name),
                Parameter.with("language", "en_US"),
                Parameter.with("category", "UTILITY"),
                Parameter.with(
                        "components",
                        new JsonArray()
                                .add(new JsonObject()
                                        .add("type", "BODY")
                                        .add("text", "Hi {{1}}, your order is ready for pick-up.")
                                        .add("example", example))));

        assertThat(made.getString("id", "")).isNotEmpty();
        var listed = client.fetchConnection(
                waba + "/message_templates", JsonObject.class, Parameter.with("name", name), Parameter.withLimit(5));
        assertThat(listed.getData()).hasSize(1);

        var reviewed = Api.await(
                "the review",
                () -> values(MessageTemplateStatusUpdateValue.class)
                        .filter(value ->
                                name.equals(value.getMessageTemplateName()) && "APPROVED".equals(value.getEvent()))
                        .findFirst());
        assertThat(reviewed.getMessageTemplateLanguage()).isEqualTo("en_US");
        var parameters =
                new JsonArray().add(new JsonObject().add("type", "text").add("text", "Ana"));
        assertDelivered(client.publish(
                number + "/messages",
                SuccessfulResponse.class,
                Parameter.with("messaging_product", "whatsapp"),
                Parameter.with("to", PERSON),
                Parameter.with("type", "template"),
                Parameter.with(
                        "template",
                        new JsonObject()
                                .add("name", name)
                                .add("language", new JsonObject().add("code", "en_US"))
                                .add(
                                        "components",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .add("type", "body")
                                                        .add("parameters", parameters))))));
    }

    @Test
    @Covers("G0-6")
    void readsAnErrorAsMetas() {
        var message = new SendMessage("+14155559129");
        message.setText(new Text("The window is closed"));

        assertThatThrownBy(() -> client.publish(number + "/messages", SuccessfulResponse.class, Body.withData(message)))
                .isInstanceOfSatisfying(
                        FacebookOAuthException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo(131047));
    }

    private void assertDelivered(SuccessfulResponse answer) {
        var wamid = answer.getMessages().get(0).getId();
        assertThat(wamid).startsWith("wamid.");
        Sending.awaitStatus(api, wamid, "delivered", "read");
    }
}
