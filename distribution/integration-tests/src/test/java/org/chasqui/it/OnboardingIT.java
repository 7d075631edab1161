package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts come in by the API: the seed's exchange, the token, retries, links, and what goes to Meta meanwhile. */
@ExtendWith(SharedProduct.class)
class OnboardingIT {
    private static final String EXCHANGE = "/whatsapp/onboarding/exchange";
    private static final String ONBOARDING = "/whatsapp/onboarding/";

    private final Product product;
    private final Api api;
    private final Meta meta;
    private final SandboxSignup window;

    OnboardingIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
        this.meta = new Meta(product);
        this.window = new SandboxSignup(product);
    }

    @Test
    void aCodeAndANumberAreEnough() {
        var given = window.finish("Casa Adire", "15550778801", "none");

        var connected = api.post(EXCHANGE, SandboxSignup.exchange(given)).ok();

        assertThat(connected.at("/account/waba_id").asText())
                .isEqualTo(given.get("waba_id").asText());
        assertThat(connected.at("/phone_numbers/0/status").asText()).isEqualTo("CONNECTED");
        var run = api.get(ONBOARDING + connected.get("onboarding_id").asText()).ok();
        assertThat(states(run))
                .containsExactly(
                        "exchange done",
                        "inspect done",
                        "find done",
                        "subscribe done",
                        "callback skipped",
                        "register done",
                        "ready done",
                        "sync skipped");
        assertThat(registration(given).get("tries").asInt()).isEqualTo(1);
        sendsAndHears(given.get("phone_number_id").asText());
    }

    @Test
    void aNumberOfTheAppIsNotRegisteredAndBringsItsContactsAndItsHistoryAlong() {
        var given = window.finishInApp("On the phone", "15550778811");

        var connected = api.post(EXCHANGE, SandboxSignup.exchange(given)).ok();

        var run = api.get(ONBOARDING + connected.get("onboarding_id").asText()).ok();
        assertThat(states(run)).contains("register skipped", "ready done", "sync done");
        for (var field : List.of("smb_app_state_sync", "history")) {
            Api.await("an event with " + field, () -> {
                for (var event :
                        api.get("/whatsapp/events?limit=200&types=account.*").ok()) {
                    if (event.at("/data/field").asText().equals(field)
                            && event.at("/data/waba_id").equals(given.get("waba_id"))) {
                        return Optional.of(event);
                    }
                }
                return Optional.empty();
            });
        }
    }

    private void sendsAndHears(String number) {
        var sent = api.post("/whatsapp/messages/template", Sending.template(number, "+14155550901"))
                .ok();
        Sending.awaitStatus(api, sent.get("id").asText(), "delivered", "read");
    }

    @Test
    void everyCallToMetaIsAsMetaDescribesIt() {
        var given = window.finish("By the book", "15550778802", "other_pin");
        var waba = given.get("waba_id").asText();
        var number = given.get("phone_number_id").asText();
        var refused = api.post(EXCHANGE, SandboxSignup.exchange(given));
        assertThat(refused.errorCode()).isEqualTo("validation_failed");
        var run = newestOf(number);
        api.post(ONBOARDING + run.get("id").asText() + "/retry", "{\"pin\":\"135790\"}")
                .ok();

        var seen = new ArrayList<String>();
        for (var about : List.of(waba, number, "oauth", "debug_token")) {
            for (var call : meta.control().get("/calls?path=" + about).ok()) {
                seen.add(call.get("method").asText() + " "
                        + call.get("path").asText().replace(waba, "{waba}").replace(number, "{number}"));
            }
        }
        assertThat(seen)
                .contains(
                        "POST /oauth/access_token",
                        "GET /debug_token",
                        "GET /{waba}",
                        "GET /{waba}/phone_numbers",
                        "GET /{waba}/subscribed_apps",
                        "POST /{waba}/subscribed_apps",
                        "POST /{number}/register");
        GraphContract.assertHeld(product);
    }

    @Test
    void aWrongPinIsToldAndMendedAndTheNumberIsNotThereBefore() {
        var given = window.finish("Other provider", "15550778803", "other_pin");
        var number = given.get("phone_number_id").asText();

        var refused = api.post(EXCHANGE, SandboxSignup.exchange(given));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/error/details/0/field").asText()).isEqualTo("pin");
        assertThat(refused.text()).contains("133005");
        var run = newestOf(number);
        assertThat(run.get("state").asText()).isEqualTo("failed");
        assertThat(error(run, "register").get("code").asText()).isEqualTo("wrong_pin");
        assertThat(error(run, "register").get("advice").asText()).isNotBlank();
        assertThat(api.get("/whatsapp/phone_numbers/" + number).status()).isEqualTo(404);
        assertThat(api.post("/whatsapp/messages/template", Sending.template(number, "+14155550902"))
                        .status())
                .isBetween(400, 499);

        var retry = ONBOARDING + run.get("id").asText() + "/retry";
        assertThat(api.post(retry, "{\"pin\":\"12345\"}").status()).isEqualTo(422);
        assertThat(api.post(retry, "{\"pin\":\"135790\"}").ok().get("state").asText())
                .isEqualTo("ready");
        assertThat(api.get("/whatsapp/phone_numbers/" + number)
                        .ok()
                        .get("status")
                        .asText())
                .isEqualTo("CONNECTED");
        assertThat(registration(given).get("tries").asInt()).isEqualTo(2);
    }

    @Test
    void whatMetasLocksMeanIsSaid() {
        assertFails("15550778804", "not_verified", "register", "number_not_verified", 133_006);
        assertFails("15550778805", "locked", "register", "registration_locked", 133_016);
        assertFails("15550778806", "expired_code", "exchange", "code_expired", 100);
    }

    private void assertFails(String digits, String trouble, String step, String code, int metaCode) {
        var given = window.finish(trouble, digits, trouble);
        assertThat(api.post(EXCHANGE, SandboxSignup.exchange(given)).status()).isBetween(400, 499);
        var run = api.get(ONBOARDING.replaceAll("/$", "")).ok().get(0);
        assertThat(error(run, step).get("code").asText()).isEqualTo(code);
        assertThat(error(run, step).get("meta_code").asInt()).isEqualTo(metaCode);
        assertThat(api.get("/whatsapp/phone_numbers/"
                                + given.get("phone_number_id").asText())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aNumberThatWasVerifiedMeanwhileIsRetried() {
        var given = window.finish("Late to verify", "15550778807", "not_verified");
        var number = given.get("phone_number_id").asText();
        api.post(EXCHANGE, SandboxSignup.exchange(given));
        meta.control()
                .put("/numbers/" + number + "/registration", "{\"verified\":true}")
                .ok();

        var run = api.post(ONBOARDING + newestOf(number).get("id").asText() + "/retry", "{}")
                .ok();

        assertThat(run.get("state").asText()).isEqualTo("ready");
    }

    @Test
    void aMissingPermissionIsNamedBeforeAnythingIsChangedAtMeta() {
        var given = window.finish("Half allowed", "15550778808", "none", "whatsapp_business_management");

        var refused = api.post(EXCHANGE, SandboxSignup.exchange(given));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("whatsapp_business_messaging");
        var account = meta.control().get("/wabas").ok();
        account.forEach(waba -> {
            if (waba.get("id").asText().equals(given.get("waba_id").asText())) {
                assertThat(waba.get("subscribed").asBoolean()).isFalse();
            }
        });
    }

    @Test
    void theSameCodeTwiceIsOneRun() {
        var given = window.finish("Twice", "15550778809", "none");
        var first = api.post(EXCHANGE, SandboxSignup.exchange(given)).ok();
        var again = api.post(EXCHANGE, SandboxSignup.exchange(given)).ok();

        assertThat(again.get("onboarding_id")).isEqualTo(first.get("onboarding_id"));
        assertThat(registration(given).get("tries").asInt()).isEqualTo(1);
    }

    @Test
    void aFinishedRunIsRepeatedWithoutDoingAnythingTwice() {
        var given = window.finish("Again", "15550778810", "none");
        var run = api.post(EXCHANGE, SandboxSignup.exchange(given))
                .ok()
                .get("onboarding_id")
                .asText();

        var repeated = api.post(ONBOARDING + run + "/retry", "{\"step\":\"subscribe\"}")
                .ok();

        assertThat(repeated.get("state").asText()).isEqualTo("ready");
        assertThat(registration(given).get("tries").asInt()).isEqualTo(1);
        assertThat(api.post(ONBOARDING + run + "/retry", "{\"step\":\"exchange\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aTokenBringsAnAccountInThroughTheSameSteps() {
        var waba = meta.newAccount("By token", "STANDARD", "HIGH");
        var body = "{\"waba_id\":\"" + waba.get("id").asText() + "\",\"access_token\":\"" + meta.credential("token")
                + "\"}";

        var connected = api.post("/whatsapp/onboarding/manual", body).ok();

        assertThat(connected.get("phone_numbers")).hasSize(2);
        var run = api.get(ONBOARDING + connected.get("onboarding_id").asText()).ok();
        assertThat(run.get("method").asText()).isEqualTo("manual");
        assertThat(states(run)).startsWith("inspect done").contains("register skipped");
        assertThat(api.post("/whatsapp/onboarding/manual", body.replace(meta.credential("token"), "EAAnonsense1234"))
                        .json()
                        .at("/error/details/0/field")
                        .asText())
                .isEqualTo("access_token");
    }

    @Test
    void aLinkIsMadeListedAndTakenBack() {
        var made = api.post("/whatsapp/onboarding/links", "{\"name\":\"Casa Adire Rio\",\"expires_in\":3600}")
                .ok();
        assertThat(made.get("url").asText()).startsWith(product.baseUrl() + "/onboard/");
        assertThat(made.get("qr").asText()).startsWith("data:image/svg+xml;base64,");
        assertThat(made.get("state").asText()).isEqualTo("open");

        var id = made.get("id").asText();
        assertThat(api.delete("/whatsapp/onboarding/links/" + id).status()).isEqualTo(204);
        var listed = Api.await("the link in the list", () -> {
            for (var link : api.get("/whatsapp/onboarding/links?limit=200").ok()) {
                if (link.get("id").asText().equals(id)) {
                    return Optional.of(link);
                }
            }
            return Optional.empty();
        });
        assertThat(listed.get("state").asText()).isEqualTo("revoked");
        assertThat(api.delete("/whatsapp/onboarding/links/" + new UUID(0, 1)).status())
                .isEqualTo(404);
    }

    private JsonNode registration(JsonNode given) {
        return meta.control()
                .get("/numbers/" + given.get("phone_number_id").asText() + "/registration")
                .ok();
    }

    /** The newest run about a number. */
    private JsonNode newestOf(String number) {
        for (var run : api.get("/whatsapp/onboarding?limit=50").ok()) {
            for (var id : run.get("phone_number_ids")) {
                if (id.asText().equals(number)) {
                    return run;
                }
            }
        }
        throw new AssertionError("No run about " + number);
    }

    private static JsonNode error(JsonNode run, String name) {
        for (var step : run.get("steps")) {
            if (step.get("step").asText().equals(name)) {
                return step.get("error");
            }
        }
        throw new AssertionError("No step " + name);
    }

    private static List<String> states(JsonNode run) {
        var states = new ArrayList<String>();
        run.get("steps")
                .forEach(step -> states.add(
                        step.get("step").asText() + " " + step.get("state").asText()));
        return states;
    }
}
