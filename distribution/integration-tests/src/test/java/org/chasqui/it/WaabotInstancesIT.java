package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The life of an instance as clients of Waabot lead it: made, scanned, connected, logged out, logged in, deleted. What the QR
 * code leads to is done for real: our page of the link, and Meta's window behind it.
 */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaabotInstancesIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PNG = "data:image/png;base64,";

    private final Product product;
    private final Api api;
    private final Meta meta;
    private final SandboxSignup window;
    private final Receiver receiver = new Receiver();
    private Api account;
    private String bearer;
    private JsonNode listed;

    WaabotInstancesIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
        this.meta = new Meta(product);
        this.window = new SandboxSignup(product);
    }

    @BeforeAll
    void connectANumberOutsideOfWaabot() {
        var waba = meta.newAccount("Waabot life", "STANDARD");
        meta.connect(api, waba.get("id").asText());
        var number = api.get(
                        "/whatsapp/phone_numbers/" + waba.at("/numbers/0/id").asText())
                .ok();
        bearer = api.post("/keys", "{\"name\":\"Waabot account\",\"kind\":\"waabot\",\"scopes\":[\"*\"]}")
                .ok()
                .get("key")
                .asText();
        account = Api.at(product.baseUrl().toString(), bearer);
        listed = instanceOf(number.get("display_phone_number").asText());
    }

    @AfterAll
    void stop() {
        receiver.close();
    }

    @Test
    @Covers({"S1-13", "S1-14", "S1-15"})
    void theSeedMakesAnInstanceThatWaitsForItsNumber() {
        var made = seed(listed).run("S1-13");

        WaabotSeed.assertHasTheShapeOf(seed(listed).documented("S1-13"), made.json());
        assertThat(made.json().get("message"))
                .isEqualTo(seed(listed).documented("S1-13").get("message"));
        var settings = made.ok().get("settings");
        var shown = seed(listed).documented("S1-13").at("/data/settings");
        for (var name : new String[] {
            "bot_name", "bot_timezone", "bot_lang", "default_msg", "actions", "active_days", "active_hours"
        }) {
            assertThat(settings.get(name)).as(name).isEqualTo(shown.get(name));
        }
        assertThat(settings.get("status").asText()).as("no number yet").isEqualTo("QRCODE");
        assertThat(made.ok().get("_id").asText()).matches("[0-9a-f]{24}");
        assertThat(settings.get("access_token").asText()).matches("([0-9a-f]{4}-){4}[0-9a-f]{4}");
        assertThat(account.post(
                                "/whatsapp/message" + query(made.ok()),
                                "{\"chatId\":\"14155556100\",\"message\":\"Hi\"}")
                        .status())
                .as("phone isn't connected")
                .isEqualTo(401);
        delete(made.ok());
    }

    @Test
    @Covers({"S1-18", "S1-19", "S1-20", "S1-21", "S1-22", "S1-23"})
    void anInstanceIsConnectedByItsCodeLoggedOutAndInAndDeleted() throws Exception {
        var made = account.post("/whatsapp/createNewWhatsapp", "{\"bot_name\":\"Casa Adire\"}")
                .ok()
                .get("data");
        assertThat(made.at("/settings/bot_name").asText()).isEqualTo("Casa Adire");
        var before = state(made);
        assertThat(before.at("/instance_data/phone_connected").asBoolean()).isFalse();
        assertThat(before.at("/settings/status").asText()).isEqualTo("QRCODE");
        var code = scan(made, "format=base64");
        assertThat(code.get("purpose").asText()).isEqualTo("onboarding");
        assertThat(code.get("note").asText()).contains("Linked devices");
        assertThat(code.get("url").asText()).startsWith(product.baseUrl() + "/onboard/");
        assertThat(scan(made, "format=base64").get("url")).as("the same link").isEqualTo(code.get("url"));

        goThrough(code.get("url").asText(), "15550776101");
        var connected = Api.await(
                "the number of the instance",
                () -> Optional.of(state(made))
                        .filter(one -> one.at("/settings/status").asText().equals("ONLINE")));

        assertThat(connected.at("/instance_data/phone_connected").asBoolean()).isTrue();
        assertThat(connected.at("/instance_data/user/id").asText()).isEqualTo("15550776101:0@s.whatsapp.net");
        assertThat(scan(made, "format=base64").get("purpose").asText()).isEqualTo("chat");
        assertThat(scan(made, "format=base64").get("url").asText()).isEqualTo("https://wa.me/15550776101");
        assertThat(instanceOf("15550776101").get("_id")).isEqualTo(made.get("_id"));
        assertThat(instanceOf("15550776101").at("/settings/status").asText()).isEqualTo("CONNECTED");

        var loggedOut = seed(made).run("S1-22").ok();
        assertThat(loggedOut.get("status").asText()).isEqualTo("DISCONNECTED");
        seed(made).run("S1-22").ok();
        assertThat(state(made).at("/settings/status").asText()).isEqualTo("DISCONNECTED");
        assertThat(account.post("/whatsapp/message" + query(made), "{\"chatId\":\"14155556100\",\"message\":\"Hi\"}")
                        .status())
                .isEqualTo(401);
        assertThat(all()).as("no other instance of the number").noneMatch(one -> isOf(one, "15550776101"));

        var initialized =
                account.post("/whatsapp/init" + query(made), "{}").ok().get("data");
        assertThat(initialized.get("status").asText()).isEqualTo("CONNECTED");
        assertThat(account.get("/whatsapp/logout" + query(made))
                        .ok()
                        .at("/data/status")
                        .asText())
                .isEqualTo("DISCONNECTED");
        account.post("/whatsapp/init" + query(made), "{}").ok();

        seed(made).run("S1-21").ok();
        seed(made).run("S1-21").ok();
        assertThat(all()).noneMatch(one -> isOf(one, "15550776101"));
        assertThat(account.delete("/whatsapp/" + "0".repeat(24)).status()).isEqualTo(404);
        var number = numberOf("15550776101");
        assertThat(number.get("status").asText())
                .as("the gateway keeps the number")
                .isEqualTo("CONNECTED");
        var again = account.post(
                        "/whatsapp/createNewWhatsapp",
                        "{\"number\":\"%s\"}"
                                .formatted(number.get("phone_number_id").asText()))
                .ok();
        assertThat(again.at("/data/settings/status").asText()).isEqualTo("CONNECTED");
        delete(again.get("data"));
    }

    @Test
    @Covers({"S1-5", "S1-6", "S1-17", "S1-20"})
    void initSetsTheWebhookAndTheInstanceTellsIt() {
        var init = seed(listed).with("valid_url", receiver.url()).run("S1-17").ok();
        assertThat(init.at("/webhook/enabled").asBoolean()).isTrue();
        assertThat(init.at("/webhook/webhookUrl").asText()).isEqualTo(receiver.url());
        assertThat(init.at("/qrcode/purpose").asText()).isEqualTo("chat");

        var seen = seed(listed).run("S1-20");

        // The seed's instance has no webhook; ours has one by now.
        var shown = (ObjectNode) seed(listed).documented("S1-20").deepCopy();
        shown.withObject("/data/instance_data").put("webhookUrl", "");
        WaabotSeed.assertHasTheShapeOf(shown, seen.json());
        assertThat(seen.json().get("message")).isEqualTo(shown.get("message"));
        assertThat(seen.ok().at("/instance_data/instance_key").asText())
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(seen.ok().at("/instance_data/webhookUrl").asText()).isEqualTo(receiver.url());
        assertThat(account.get("/api/v1/whatsapp/instance/" + query(listed))
                        .ok()
                        .at("/data/settings/status")
                        .asText())
                .as("with a slash at the end, below /api/v1")
                .isEqualTo("ONLINE");
        assertThat(documentOf(listed).at("/settings/actions/multi_device").asBoolean())
                .isTrue();
        assertThat(account.post(
                                "/whatsapp/init" + query(listed),
                                "{\"config\":{\"setWebhook\":true,\"webhookUrl\":\"valid_url\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Covers({"S1-18", "S1-19"})
    void theCodeIsAPageAPictureOrATextAsTheClientWants() throws Exception {
        var page = seed(listed).run("S1-18");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("data-purpose=\"chat\"").contains("<svg ");

        var text = seed(listed).run("S1-19");
        assertThat(text.ok().asText()).startsWith(PNG);
        assertThat(text.json().get("purpose").asText()).isEqualTo("chat");
        assertThat(text.json().get("url").asText()).startsWith("https://wa.me/");
        var picture = ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(text.ok().asText().substring(PNG.length()))));
        assertThat(picture.getWidth()).isEqualTo(picture.getHeight()).isGreaterThan(100);

        var shown = get("/whatsapp/scan" + query(listed), "image/avif,image/png,*/*;q=0.8");
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.body())).getWidth())
                .isEqualTo(picture.getWidth());
        var html = get("/whatsapp/scan" + query(listed), "text/html,*/*");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
        assertThat(account.get("/whatsapp/scan" + query(listed) + "&format=tiff")
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Covers({"S1-6", "S1-21", "S1-22"})
    void anInstanceHasNoPowerOverOthers() {
        var made = account.post("/whatsapp/createNewWhatsapp", "{}").ok().get("data");
        var stranger = Api.at(product.baseUrl().toString(), "").with("Authorization", "");

        assertThat(stranger.get("/whatsapp" + query(made)).ok().get("data")).hasSize(1);
        assertThat(stranger.delete("/whatsapp/" + id(listed) + query(made)).status())
                .isEqualTo(404);
        assertThat(stranger.get("/whatsapp/instance/logout/" + id(listed) + query(made))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post("/whatsapp/createNewWhatsapp" + query(made), "{}")
                        .status())
                .isEqualTo(403);
        assertThat(documentOf(listed).at("/settings/status").asText()).isEqualTo("CONNECTED");
        stranger.delete("/whatsapp/" + id(made) + query(made)).ok();
        assertThat(stranger.get("/whatsapp" + query(made)).status())
                .as("its credentials died with it")
                .isEqualTo(403);
    }

    /** What a person does who has scanned the code: our page, Meta's window, and back. */
    private void goThrough(String link, String digits) throws IOException {
        var given = window.finishInApp("Casa Adire", digits);
        var page = Api.at(link, "").with("X-Requested-With", "chasqui");
        assertThat(page.get("").status()).isEqualTo(200);
        page.post("", "{\"kind\":\"opened\"}").ok();
        page.post(
                        "",
                        MAPPER.createObjectNode()
                                .put("kind", "code")
                                .put("code", given.get("code").asText())
                                .toString())
                .ok();
    }

    private WaabotSeed seed(JsonNode instance) {
        return new WaabotSeed(product.baseUrl().toString(), bearer)
                .with("session_id=&access_token=", query(instance).substring(1))
                .with(
                        "\"session_id\": \"\"",
                        "\"session_id\": \"" + instance.get("session_id").asText() + "\"")
                .with("\"access_token\": \"\"", "\"access_token\": \"" + token(instance) + "\"")
                .with("61a7bd6ea34282366c025764", id(instance));
    }

    private static String query(JsonNode instance) {
        return "?session_id=" + instance.get("session_id").asText() + "&access_token=" + token(instance);
    }

    private static String token(JsonNode instance) {
        return instance.at("/settings/access_token").asText();
    }

    private static String id(JsonNode instance) {
        return instance.get("_id").asText();
    }

    private JsonNode state(JsonNode instance) {
        return account.get("/whatsapp/instance" + query(instance)).ok().get("data");
    }

    private JsonNode scan(JsonNode instance, String arguments) {
        return account.get("/whatsapp/scan" + query(instance) + "&" + arguments)
                .ok()
                .get("data");
    }

    private void delete(JsonNode instance) {
        account.delete("/whatsapp/" + id(instance)).ok();
    }

    private JsonNode all() {
        return account.get("/whatsapp").ok().get("data");
    }

    private JsonNode documentOf(JsonNode instance) {
        for (var one : all()) {
            if (one.get("_id").equals(instance.get("_id"))) {
                return one;
            }
        }
        throw new AssertionError("no instance " + id(instance));
    }

    private JsonNode instanceOf(String number) {
        return Api.await("the instance of the number", () -> {
            for (var one : all()) {
                if (isOf(one, number)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        });
    }

    private static boolean isOf(JsonNode instance, String number) {
        return instance.at("/settings/bot_number").asText().equals(number.replaceAll("\\D", ""));
    }

    private JsonNode numberOf(String digits) {
        for (var one : api.get("/whatsapp/phone_numbers?limit=200").ok()) {
            if (one.get("display_phone_number").asText().replaceAll("\\D", "").equals(digits)) {
                return one;
            }
        }
        throw new AssertionError("no number " + digits);
    }

    private HttpResponse<byte[]> get(String path, String accept) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + path))
                .header("Authorization", "Bearer " + bearer)
                .header("Accept", accept)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
