package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A number through its life: what Meta tells of it, its profile, links and block list, and its health. */
@ExtendWith(SharedProduct.class)
class NumbersIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static JsonNode account;
    private static String lastEvent;

    private final Product product;
    private final Api api;
    private final Meta meta;
    private final MetaPost post;
    private String waba;
    private String number;

    NumbersIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
        this.meta = new Meta(product);
        this.post = new MetaPost(product, "");
    }

    @AfterAll
    static void everyCallToMetaWasAsMetaDescribesIt(Product product) {
        GraphContract.assertHeld(product);
    }

    @BeforeEach
    void connect() {
        if (account == null) {
            account = meta.newAccount("Looms", "STANDARD");
            meta.connect(api, account.get("id").asText());
        }
        waba = account.get("id").asText();
        number = account.at("/numbers/0/id").asText();
        skipEvents();
    }

    /** Whatever a test did to the account, the next one finds it well. */
    @AfterEach
    void recover() {
        // The same told twice within a second counts as repeated, so each carries a mark of its own.
        var mark = System.nanoTime();
        tell("account_update.DISABLED_UPDATE.REINSTATE", """
                {"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"REINSTATE","waba_ban_date":"%d"}}
                """.formatted(mark));
        tell("account_update.ACCOUNT_RECONNECTED", "{\"event\":\"ACCOUNT_RECONNECTED\",\"mark\":%d}".formatted(mark));
        tell("account_review_update.APPROVED", "{\"decision\":\"APPROVED\",\"mark\":%d}".formatted(mark));
        tell("phone_number_quality_update.UNFLAGGED", """
                {"display_phone_number":"$number","event":"UNFLAGGED","mark":%d}
                """.formatted(mark));
        // All four have arrived: one that is still on its way would undo what the next test tells within the same
        // second.
        Api.await("the news of the recovery", () -> {
            newEvents();
            var heard = seen.stream()
                    .map(event -> event.at("/data/value"))
                    .filter(value -> value.toString().contains(Long.toString(mark)))
                    .distinct()
                    .count();
            return heard == 4 ? Optional.of(heard) : Optional.empty();
        });
        awaitNumber("/status", "CONNECTED");
        Api.await("no hold", () -> number().path("held_because").isNull() ? Optional.of(true) : Optional.empty());
    }

    @Test
    void aFallOfQualityIsSeenToldAndRemembered() {
        tell("phone_number_quality_update.UPGRADE", """
                {"display_phone_number":"$number","event":"UPGRADE","current_limit":"TIER_100K"}
                """);
        awaitNumber("/messaging_limit_tier", "TIER_100K");
        tell("phone_number_quality_update.FLAGGED");

        var now = awaitNumber("/status", "FLAGGED");
        assertThat(now.get("messaging_limit_tier").asText()).isEqualTo("TIER_2K");
        assertThat(awaitEvent("number.status", "/data/after", "FLAGGED")
                        .at("/data/value/event")
                        .asText())
                .isEqualTo("FLAGGED");
        awaitEvent("number.limit", "/data/after", "TIER_2K");
        var history = api.get("/whatsapp/phone_numbers/" + number + "/history").ok();
        assertThat(history.findValuesAsText("what")).contains("status", "limit");

        // What only Graph knows is found when it is asked, which it is again only some seconds after the last time.
        Api.await("the quality that Graph knows", () -> {
            var asked = api.get("/whatsapp/phone_numbers/" + number + "?refresh=true")
                    .ok();
            return asked.get("quality_rating").asText().equals("RED") ? Optional.of(asked) : Optional.empty();
        });
        assertThat(awaitEvent("number.quality", "/data/after", "RED")
                        .at("/data/source")
                        .asText())
                .isEqualTo("check");
    }

    @Test
    void anApprovedNameIsShown() {
        tell("phone_number_name_update.APPROVED", """
                {"display_phone_number":"$number","decision":"APPROVED","requested_verified_name":"Telares","rejection_reason":null}
                """);

        awaitNumber("/verified_name", "Telares");
        awaitEvent("number.name", "/data/after", "Telares");
    }

    @Test
    void whatAnAccountInTroubleSendsWaitsAndGoesWhenItIsReinstated() {
        tell("account_update.DISABLED_UPDATE.DISABLE");
        Api.await(
                "the hold",
                () -> number().path("held_because").asText().contains("disabled")
                        ? Optional.of(true)
                        : Optional.empty());
        awaitEvent("number.status", "/data/what", "sending");
        awaitEvent("account.update", "/data/value/event", "DISABLED_UPDATE");

        var id = api.post("/whatsapp/messages/template", Sending.template(number, "+14155553901"))
                .ok()
                .get("id")
                .asText();
        assertThat(Sending.awaitStatus(api, id, "queued").get("status").asText())
                .isEqualTo("queued");
        assertThat(meta.ledger(waba).keySet()).noneMatch(mark -> mark.startsWith(id));

        tell("account_update.DISABLED_UPDATE.REINSTATE");
        Sending.awaitStatus(api, id, "accepted", "sent", "delivered", "read");
        assertThat(api.get("/whatsapp/messages/" + id).ok().get("attempts")).hasSize(1);
    }

    @Test
    void everySampleOfAnAccountOrANumberIsAppliedOrPassedOn() throws IOException {
        var told = new ArrayList<JsonNode>();
        for (var sample : managementSamples()) {
            var body = (ObjectNode) MAPPER.readTree(aboutUs(Files.readString(sample)));
            // Samples share times; Meta's webhooks of different events do not.
            ((ObjectNode) body.at("/entry/0")).put("id", waba).put("time", 1_800_000_000L + told.size());
            post.post(body);
            told.add(body.at("/entry/0/changes/0/value"));
        }
        assertThat(told).hasSizeGreaterThan(20);

        var missing = new ArrayList<>(told);
        Api.await("events of all samples", () -> {
            newEvents().forEach(event -> missing.removeIf(value -> value.equals(event.at("/data/value"))));
            return missing.isEmpty() ? Optional.of(true) : Optional.empty();
        });
    }

    @Test
    void everyKindThatTheSandboxCanTellArrives() {
        var missing = new ArrayList<JsonNode>();
        for (var kind : meta.control().get("/news").ok()) {
            if (!kind.get("about").asText().equals("template")) {
                missing.add(tell(kind.get("kind").asText()).get("value"));
            }
        }
        Api.await("events of all kinds", () -> {
            newEvents().forEach(event -> missing.removeIf(value -> value.equals(event.at("/data/value"))));
            return missing.isEmpty() ? Optional.of(true) : Optional.empty();
        });
    }

    @Test
    void theSameWebhookTwiceIsOneEvent() {
        var body = MAPPER.createObjectNode().put("object", "whatsapp_business_account");
        var entry = body.putArray("entry").addObject().put("id", waba).put("time", 1_700_000_001);
        entry.putArray("changes")
                .addObject()
                .put("field", "account_alerts")
                .putObject("value")
                .put("entity_id", "twice");
        post.post(body);
        post.post(body);
        tell("account_update.MM_LITE_TERMS_SIGNED");

        awaitEvent("account.update", "/data/value/event", "MM_LITE_TERMS_SIGNED");
        assertThat(seen.stream()
                        .filter(event ->
                                event.at("/data/value/entity_id").asText().equals("twice")))
                .hasSize(1);
    }

    @Test
    void theProfileIsReadChangedAndCheckedBeforeMetaIsAsked() {
        var changed = api.put("/whatsapp/phone_numbers/" + number, """
                {"profile":{"about":"Looms since 1932","email":"hola@example.com","vertical":"RETAIL",
                 "websites":["https://example.com/looms"]}}
                """).ok();
        assertThat(changed.at("/profile/about").asText()).isEqualTo("Looms since 1932");
        var read = api.get("/whatsapp/phone_numbers/" + number).ok().get("profile");
        assertThat(read.get("vertical").asText()).isEqualTo("RETAIL");
        assertThat(read.at("/websites/0").asText()).isEqualTo("https://example.com/looms");

        var refused =
                api.put("/whatsapp/phone_numbers/" + number, "{\"profile\":{\"about\":\"" + "x".repeat(140) + "\"}}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("profile.about").contains("139");
        assertThat(api.put("/whatsapp/phone_numbers/" + number, "{\"profile\":{\"vertical\":\"SPACE\"}}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aPictureIsUploadedAndWhatIsNoneIsRefused() throws IOException, InterruptedException {
        var path = "/whatsapp/phone_numbers/" + number + "/picture";
        assertThat(api.with("Content-Type", "image/png").put(path, "GIF89a").status())
                .isEqualTo(422);

        var jpeg = new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'};
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + "/api/v1" + path))
                .header("Authorization", "Bearer " + product.apiKey())
                .header("Content-Type", "image/jpeg")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(jpeg))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(MAPPER.readTree(answer.body())
                        .at("/profile/profile_picture_url")
                        .asText())
                .startsWith("https://");
    }

    @Test
    void iceBreakersAndCommandsAreSetAndRead() {
        var path = "/whatsapp/phone_numbers/" + number + "/chat_helps";
        api.put(
                        path,
                        "{\"ice_breakers\":[\"Where is my order?\"],\"commands\":[{\"name\":\"order\",\"hint\":\"Ask about it\"}]}")
                .ok();

        var read = api.get(path).ok();
        assertThat(read.at("/ice_breakers/0").asText()).isEqualTo("Where is my order?");
        assertThat(read.at("/commands/0/name").asText()).isEqualTo("order");
    }

    @Test
    void aMessageLinkIsMadeWithItsCodeChangedAndDeleted() {
        var path = "/whatsapp/phone_numbers/" + number + "/qr";
        var made = api.post(path, "{\"text\":\"Hello, I saw your shop\"}").ok();
        var code = made.get("code").asText();
        assertThat(made.get("url").asText()).isEqualTo("https://wa.me/message/" + code);
        assertThat(made.get("svg").asText()).startsWith("<svg");

        assertThat(api.put(path + "/" + code, "{\"text\":\"Hello again\"}")
                        .ok()
                        .get("text")
                        .asText())
                .isEqualTo("Hello again");
        assertThat(api.get(path).ok().findValuesAsText("code")).contains(code);
        assertThat(api.delete(path + "/" + code).status()).isEqualTo(204);
        assertThat(api.get(path).ok().findValuesAsText("code")).doesNotContain(code);
        assertThat(api.post(path, "{\"text\":\"" + "x".repeat(141) + "\"}").status())
                .isEqualTo(422);
    }

    @Test
    void onlyWhoHasJustWrittenCanBeBlocked() {
        meta.control()
                .post("/numbers/" + number + "/people/14155553911/messages", "{\"text\":\"Hello\"}")
                .ok();
        var path = "/whatsapp/phone_numbers/" + number + "/block_users";

        var results = api.post(path, "{\"users\":[\"+14155553911\",\"+14155553912\"]}")
                .ok();

        assertThat(results.get(0).get("user").asText()).isEqualTo("+14155553911");
        assertThat(results.get(0).get("problem").isNull()).isTrue();
        assertThat(results.get(1).get("problem").asText()).contains("24 hours");
        assertThat(api.get(path).ok().findValuesAsText("wa_id")).containsExactly("14155553911");
        assertThat(api.delete(path + "?user=%2B14155553911")
                        .ok()
                        .get(0)
                        .get("problem")
                        .isNull())
                .isTrue();
        assertThat(api.get(path).ok()).isEmpty();
    }

    @Test
    void theHealthCheckFindsALostSubscriptionAndMendsIt() {
        var path = "/whatsapp/phone_numbers/" + number + "/health";
        assertThat(verdict(api.post(path, "").ok(), "subscription")).isEqualTo("good");
        meta.control().send("PATCH", "/wabas/" + waba, "{\"callback\":null}").ok();

        var lost = api.post(path, "").ok();
        assertThat(lost.get("verdict").asText()).isEqualTo("wrong");
        assertThat(verdict(lost, "subscription")).isEqualTo("wrong");
        assertThat(verdict(api.get(path).ok(), "subscription")).isEqualTo("wrong");

        var mended = api.post(path + "/subscribe", "").ok();
        for (var check :
                List.of("token", "permissions", "account", "subscription", "callback", "challenge", "can_send")) {
            assertThat(verdict(mended, check)).as(check).isEqualTo("good");
        }
    }

    @Test
    void aTokenThatEndsSoonIsToldAndATokenThatLacksAPermissionIsFound() {
        var soon = token("{\"expires_in\":518400}");
        reconnect(soon);
        var health =
                api.post("/whatsapp/phone_numbers/" + number + "/health", "").ok();
        assertThat(verdict(health, "token")).isEqualTo("warning");
        assertThat(awaitEvent("account.update", "/data/field", "access_token")
                        .at("/data/value/days_left")
                        .asInt())
                .isBetween(5, 6);

        reconnect(meta.credential("token"));
        assertThat(verdict(
                        api.post("/whatsapp/phone_numbers/" + number + "/health", "")
                                .ok(),
                        "token"))
                .isEqualTo("good");
    }

    private String token(String wish) {
        return meta.control().post("/tokens", wish).ok().get("token").asText();
    }

    private void reconnect(String token) {
        api.post("/whatsapp/onboarding/manual", "{\"waba_id\":\"%s\",\"access_token\":\"%s\"}".formatted(waba, token))
                .ok();
    }

    private static String verdict(JsonNode health, String check) {
        for (var finding : health.get("findings")) {
            if (finding.get("check").asText().equals(check)) {
                return finding.get("verdict").asText();
            }
        }
        return "no check " + check;
    }

    private JsonNode tell(String kind) {
        return meta.control()
                .post("/wabas/" + waba + "/news", "{\"kind\":\"%s\",\"number\":\"%s\"}".formatted(kind, number))
                .ok();
    }

    private JsonNode tell(String kind, String value) {
        return meta.control()
                .post(
                        "/wabas/" + waba + "/news",
                        "{\"kind\":\"%s\",\"number\":\"%s\",\"value\":%s}".formatted(kind, number, value))
                .ok();
    }

    private JsonNode number() {
        return api.get("/whatsapp/phone_numbers/" + number).ok();
    }

    private JsonNode awaitNumber(String pointer, String value) {
        return Api.await("number " + pointer + " " + value, () -> {
            var now = number();
            return now.at(pointer).asText().equals(value) ? Optional.of(now) : Optional.empty();
        });
    }

    private final List<JsonNode> seen = new ArrayList<>();

    private JsonNode awaitEvent(String type, String pointer, String value) {
        return Api.await(type + " " + pointer + " " + value, () -> {
            newEvents();
            return seen.stream()
                    .filter(event -> event.get("type").asText().equals(type)
                            && event.at("/data/waba_id").asText().equals(waba)
                            && event.at(pointer).asText().equals(value))
                    .findFirst();
        });
    }

    private void skipEvents() {
        while (!newEvents().isEmpty()) {
            seen.clear();
        }
    }

    private List<JsonNode> newEvents() {
        var page = new ArrayList<JsonNode>();
        api.get("/whatsapp/events?limit=200&types=number.*,account.*"
                        + (lastEvent == null ? "" : "&after=" + lastEvent))
                .ok()
                .forEach(page::add);
        if (!page.isEmpty()) {
            lastEvent = page.get(page.size() - 1).get("id").asText();
        }
        seen.addAll(page);
        return page;
    }

    private static List<Path> managementSamples() throws IOException {
        var samples = Product.repository().resolve("messaging-module/src/test/resources/webhook-samples");
        try (Stream<Path> files = Files.walk(samples)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> file.getParent().getFileName().toString().matches("(account|phone_number)_.*"))
                    .sorted()
                    .toList();
        }
    }

    private String aboutUs(String sample) {
        var digits = account.at("/numbers/0/number").asText();
        return sample.replaceAll("(\"waba_id\":\\s*\")\\d+", "$1" + waba)
                .replaceAll("(\"(display_)?phone_number\":\\s*\")[^\"]+", "$1" + digits);
    }
}
