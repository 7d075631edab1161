package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server of a client of 360dialog or CBOT is told, and when again: the examples of seeds 000 and 003 as they stand. */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Dialog360WebhooksIT {
    private static final String VALUE = "/entry/0/changes/0/value";
    private static final String CREDENTIALS =
            Base64.getEncoder().encodeToString("testuser:testpass".getBytes(StandardCharsets.UTF_8));

    private final Dialog360Seed seed = new Dialog360Seed();
    private final Dialog360Number number;

    Dialog360WebhooksIT(Product product) {
        this.number = new Dialog360Number(product, "Dialog webhooks");
    }

    @AfterEach
    void removeTheCallbacks() {
        number.removeTheCallbacks();
    }

    private Api cloud() {
        return number.cloud();
    }

    @ParameterizedTest
    @Covers({
        "S0-10", "S0-11", "S0-12", "S0-17", "S0-18", "S0-19", "S0-20", "S3-13", "S3-14", "S3-15", "S3-20", "S3-23",
        "S3-24"
    })
    @CsvSource({"/onprem, S0-17, S0-18, cbot", "'', S3-20, S3-23, dialog360"})
    void theCallbackHearsOfMessagesAndStatusesWithItsHeader(String base, String plain, String guarded, String kind)
            throws Exception {
        var client = number.at(base, kind.equals("cbot") ? number.cbotKey() : number.key());
        assertThat(client.get("/v1/configs/webhook").ok().path("url").asText()).isEmpty();
        try (var receiver = new Receiver().behaving(earlier -> Receiver.Behaviour.TAKE_WITH_200)) {
            var made = client.post("/v1/configs/webhook", seed.callback(plain, receiver.url(), ""))
                    .ok();
            assertThat(made.path("url").asText()).isEqualTo(receiver.url());
            var set = client.post("/v1/configs/webhook", seed.callback(guarded, receiver.url(), CREDENTIALS))
                    .ok();
            assertThat(set.at("/headers/Authorization").asText()).isEqualTo("Basic dGVzdHVzZXI6dGVzdHBhc3M=");
            assertThat(set.has("signature_secret")).as("told once").isFalse();
            assertThat(client.get("/v1/configs/webhook")
                            .ok()
                            .at("/headers/Authorization")
                            .asText())
                    .isEqualTo("Basic dGVzdHVzZXI6dGVzdHBhc3M=");

            var person = number.person();
            var value = base.isEmpty() ? VALUE : "";
            var message = heard(receiver, value + "/messages/0/from", person);
            assertThat(message.event().at(value + "/messages/0/text/body").asText())
                    .isEqualTo("Hello");
            assertThat(message.headers().get("Authorization")).containsExactly("Basic dGVzdHVzZXI6dGVzdHBhc3M=");
            assertThat(message.headers().get("X-360dialog-signature"))
                    .containsExactly(signature(made.path("signature_secret").asText(), message.event()));
            var wamid = client.post("/v1/messages", seed.messageTo("S0-9", person))
                    .ok()
                    .at("/messages/0/id")
                    .asText();
            for (var status : List.of("sent", "delivered", "read")) {
                heardStatus(receiver, value, wamid, status);
            }
        }
    }

    /** As a partner of 360dialog computes it, with what was told when the webhook was made. */
    private static String signature(String secret, JsonNode body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Receiver.Call heard(Receiver receiver, String pointer, String value) {
        return Api.await(
                value + " at " + pointer,
                () -> receiver.calls().stream()
                        .filter(call -> call.event().at(pointer).asText().equals(value))
                        .findFirst());
    }

    private static JsonNode heardStatus(Receiver receiver, String value, String wamid, String status) {
        return Api.await(
                status + " of " + wamid,
                () -> receiver.calls().stream()
                        .map(call -> call.event().at(value + "/statuses/0"))
                        .filter(told -> told.path("id").asText().equals(wamid))
                        .filter(told -> told.path("status").asText().equals(status))
                        .findFirst());
    }

    @Test
    void whatTheClientGivesWithAMessageComesBackWithItsStatuses() {
        try (var receiver = new Receiver().behaving(earlier -> Receiver.Behaviour.TAKE_WITH_200)) {
            var person = number.person();
            cloud().post("/v1/configs/webhook", seed.callback("S3-20", receiver.url(), ""))
                    .ok();

            var wamid = cloud().post(
                            "/messages",
                            "{\"messaging_product\":\"whatsapp\",\"to\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"},\"biz_opaque_callback_data\":\"order 42\"}"
                                    .formatted(person))
                    .ok()
                    .at("/messages/0/id")
                    .asText();

            for (var status : List.of("sent", "delivered", "read")) {
                assertThat(heardStatus(receiver, VALUE, wamid, status)
                                .path("biz_opaque_callback_data")
                                .asText())
                        .as(status)
                        .isEqualTo("order 42");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'', " + VALUE + "/messages/0, audio", "/onprem, /messages/0, voice"})
    void aVoiceMessageAndContactsAreToldInTheWordsOfTheHost(String base, String pointer, String voice) {
        try (var receiver = new Receiver().behaving(earlier -> Receiver.Behaviour.TAKE_WITH_200)) {
            number.at(base, number.key())
                    .post("/v1/configs/webhook", seed.callback("S3-20", receiver.url(), ""))
                    .ok();
            var speaker = number.stranger();
            number.writes(speaker, "{\"type\":\"audio\",\"voice\":true}");
            var introducer = number.stranger();
            number.writes(introducer, "{\"type\":\"contacts\",\"name\":\"Tunde Adebayo\"}");

            var spoken = heard(receiver, pointer + "/from", speaker).event().at(pointer);
            assertThat(spoken.path("type").asText()).isEqualTo(voice);
            assertThat(spoken.at("/" + voice + "/id").asText()).matches("\\d{6,}");
            assertThat(spoken.at("/" + voice).has("url")).isFalse();
            var contacts =
                    heard(receiver, pointer + "/from", introducer).event().at(pointer);
            assertThat(contacts.at("/contacts/0/name/formatted_name").asText()).isEqualTo("Tunde Adebayo");
        }
    }

    @Test
    @Covers({"S0-13", "S0-16", "S3-16", "S3-19"})
    void whatIsAnsweredByAnythingBut200ComesAgain() {
        try (var receiver = new Receiver().behaving(earlier -> switch (earlier.size()) {
            // 204 and 410 are ends elsewhere.
            case 0 -> Receiver.Behaviour.TAKE;
            case 1 -> Receiver.Behaviour.GONE;
            default -> Receiver.Behaviour.TAKE_WITH_200;
        })) {
            cloud().post("/v1/configs/webhook", seed.callback("S3-20", receiver.url(), ""))
                    .ok();
            var person = number.person();

            var calls = callsOf(receiver, person, 3);

            assertThat(calls).extracting(Receiver.Call::attempt).containsExactly(1, 2, 3);
        }
    }

    private static List<Receiver.Call> callsOf(Receiver receiver, String person, int count) {
        return Api.await(count + " calls", () -> {
            var all = receiver.calls().stream()
                    .filter(call ->
                            call.event().at(VALUE + "/messages/0/from").asText().equals(person))
                    .toList();
            return all.size() == count ? Optional.of(all) : Optional.empty();
        });
    }

    /** The pauses here are a thousandth of the usual ones: 5, 30, 120 and 600 milliseconds. */
    @Test
    @Covers({"S0-14", "S3-17"})
    void theDelaysBetweenAttemptsGrow() {
        try (var receiver = new Receiver()
                .behaving(earlier ->
                        earlier.size() < 4 ? Receiver.Behaviour.REFUSE_500 : Receiver.Behaviour.TAKE_WITH_200)) {
            cloud().post("/v1/configs/webhook", seed.callback("S3-20", receiver.url(), ""))
                    .ok();
            var person = number.person();

            var calls = callsOf(receiver, person, 5);

            // A millisecond less: times are kept in whole ones.
            var least = new long[] {4, 29, 119, 599};
            for (int i = 0; i < least.length; i++) {
                var pause = (calls.get(i + 1).nanos() - calls.get(i).nanos()) / 1_000_000;
                assertThat(pause).as("milliseconds after attempt " + (i + 1)).isGreaterThanOrEqualTo(least[i]);
            }
        }
    }

    @Test
    @Covers("S3-19")
    void whoTakesLongerThanTheGuideIsDeliveredToAndWarned() {
        try (var receiver = new Receiver().behaving(earlier -> Receiver.Behaviour.TAKE_LATE_WITH_200)) {
            cloud().post("/v1/configs/webhook", seed.callback("S3-20", receiver.url(), ""))
                    .ok();
            var person = number.person();
            assertThat(callsOf(receiver, person, 1).get(0).attempt()).isEqualTo(1);

            var times = Api.await("response times", () -> {
                var told = cloud().get("/v1/configs/webhook").ok().path("response_times");
                return told.isObject() ? Optional.of(told) : Optional.empty();
            });

            assertThat(times.path("guide_ms").asInt()).isEqualTo(80);
            assertThat(times.path("median_ms").asInt()).isGreaterThanOrEqualTo(100);
            assertThat(times.path("warning").asText()).contains("80 ms");
        }
    }

    @ParameterizedTest
    @Covers({"S3-21", "S3-22"})
    @ValueSource(strings = {"https://your_webhook.example.com", "https://subdomain.your_webhook.example.com:3000"})
    void theInvalidAddressesOfTheSeedAreRefused(String url) {
        var answer = cloud().post("/v1/configs/webhook", seed.callback("S3-20", url, ""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("underscore");
    }

    @Test
    @Covers({"S3-21", "S3-22"})
    void aWebhookIsReplacedRestoredAndRemoved() {
        for (var url : List.of("https://yourwebhook.example.com", "https://subdomain.yourwebhook.example.com")) {
            cloud().post("/v1/configs/webhook", seed.callback("S3-20", url, "")).ok();
            assertThat(cloud().get("/v1/configs/webhook").ok().path("url").asText())
                    .isEqualTo(url);
        }
        assertThat(number.at("", number.key("dialog360", "whatsapp:read"))
                        .get("/v1/configs/webhook")
                        .ok()
                        .has("headers"))
                .isFalse();
        cloud().post("/v1/configs/webhook", "{\"url\":\"\"}").ok();
        assertThat(cloud().get("/v1/configs/webhook").ok().path("url").asText()).isEmpty();
    }

    @Test
    void upToThreeMoreHearTheSame() {
        try (var main = new Receiver().behaving(earlier -> Receiver.Behaviour.TAKE_WITH_200);
                var first = new Receiver().behaving(earlier -> Receiver.Behaviour.TAKE_WITH_200);
                var second = new Receiver().behaving(earlier -> Receiver.Behaviour.TAKE_WITH_200)) {
            var two =
                    "{\"destinations\":[{\"name\":\"a\",\"url\":\"%s\"},{\"name\":\"A\",\"url\":\"%s\",\"headers\":{\"X-Key\":\"1\"}}]}"
                            .formatted(first.url(), second.url());
            assertThat(cloud().post("/multi_webhook", two).status())
                    .as("without a main one")
                    .isEqualTo(409);
            cloud().post("/v1/configs/webhook", seed.callback("S3-20", main.url(), ""))
                    .ok();

            assertThat(cloud().post("/multi_webhook", two).ok().path("message").asText())
                    .isNotEmpty();

            var person = number.person();
            for (var receiver : List.of(main, first, second)) {
                heard(receiver, VALUE + "/messages/0/from", person);
            }
            assertThat(second.calls().get(0).headers().get("X-key")).containsExactly("1");
            var told = cloud().get("/multi_webhook").ok();
            assertThat(told.path("enabled").asBoolean()).isTrue();
            assertThat(told.at("/destinations/1/name").asText()).isEqualTo("A");
            assertThat(told.at("/destinations/1/headers/X-Key").asText()).isEqualTo("1");
            var again = cloud().post("/multi_webhook", two);
            assertThat(again.status()).as("there already").isEqualTo(409);
            assertThat(again.json().path("error").asText()).isNotEmpty();
            var nameless =
                    cloud().send("PATCH", "/multi_webhook", "{\"destinations\":[{\"url\":\"https://a.example\"}]}");
            assertThat(nameless.status()).isEqualTo(400);
            assertThat(nameless.json().path("error").isTextual()).isTrue();
            cloud().send("PATCH", "/multi_webhook", "{\"enabled\":false}").ok();
            assertThat(cloud().get("/multi_webhook").ok().path("enabled").asBoolean())
                    .isFalse();
            cloud().delete("/multi_webhook").ok();
            assertThat(cloud().get("/multi_webhook").ok().path("destinations")).isEmpty();
        }
    }

    @Test
    void anAccountHasOneForAllOfItsNumbersThatHaveNone() {
        var client = number.at("", number.partnersKey());
        var path = "/waba_webhook?waba_id=" + number.waba();
        try (var own = new Receiver().behaving(earlier -> Receiver.Behaviour.TAKE_WITH_200);
                var all = new Receiver().behaving(earlier -> Receiver.Behaviour.TAKE_WITH_200)) {
            cloud().post("/v1/configs/webhook", seed.callback("S3-20", own.url(), ""))
                    .ok();
            assertThat(cloud().get("/waba_webhook").status())
                    .as("a key of one of several numbers")
                    .isEqualTo(403);

            client.post(path, seed.callback("S3-23", all.url(), CREDENTIALS)).ok();

            assertThat(client.get(path).ok().path("url").asText()).isEqualTo(all.url());
            var other = number.stranger();
            number.writesTo(number.second(), other, "{\"text\":\"Hello\"}");
            var heard = heard(all, VALUE + "/messages/0/from", other);
            assertThat(heard.event().at(VALUE + "/metadata/phone_number_id").asText())
                    .isEqualTo(number.second());
            assertThat(heard.headers().get("Authorization")).containsExactly("Basic " + CREDENTIALS);
            heard(own, VALUE + "/messages/0/from", number.person());

            client.post(path, "{\"url\":\"%s\",\"override_all\":true}".formatted(all.url()))
                    .ok();

            assertThat(cloud().get("/v1/configs/webhook").ok().path("url").asText())
                    .isEmpty();
            heard(all, VALUE + "/messages/0/from", number.person());
        } finally {
            client.delete(path).ok();
        }
        assertThat(client.get(path).ok().path("url").asText()).isEmpty();
    }
}
