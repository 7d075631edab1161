package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What programs of 360dialog's partners do at its hub. */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Dialog360HubIT {
    private final Product product;
    private final String hub;
    private final Dialog360Number number;
    private final String key;
    private final Api partner;

    Dialog360HubIT(Product product) {
        this.product = product;
        this.hub = product.baseUrl() + "/api/v2";
        this.number = new Dialog360Number(product, "Dialog hub");
        this.key = number.partnersKey();
        var token = Api.at(hub, "nobody")
                .post("/token", "{\"username\":\"partner\",\"password\":\"" + key + "\"}")
                .ok();
        assertThat(token.path("token_type").asText()).isEqualTo("Bearer");
        var again = Api.at(hub, "nobody")
                .post(
                        "/token",
                        "{\"refresh_token\":\"" + token.path("refresh_token").asText() + "\"}")
                .ok();
        this.partner = Api.at(hub, again.path("access_token").asText());
    }

    @Test
    void aPartnerMakesKeysForItsChannels() {
        var channel = "/partners/me/channels/" + number.id();
        assertThat(partner.get(channel).ok().path("status").asText()).isEqualTo("running");
        var found = partner.get("/partners/me/channels?limit=1000&filters="
                        + URLEncoder.encode("{\"external_id\":\"" + number.id() + "\"}", StandardCharsets.UTF_8))
                .ok();
        assertThat(found.path("total").asInt()).isOne();
        assertThat(found.at("/partner_channels/0/waba_account/external_id").asText())
                .isEqualTo(number.waba());

        var keys = channel + "/api_keys";
        var made = partner.post(keys, "{}").ok();
        var client = number.at("", made.path("api_key").asText());

        client.get("/v1/health").ok();
        assertThat(partner.get(keys).text()).contains(made.path("id").asText());
        partner.delete(keys + "/" + made.path("id").asText()).ok();
        assertThat(client.get("/v1/health").status()).isEqualTo(401);
        assertThat(partner.post(
                                "/partners/me/clients/" + number.waba() + "/channels/" + number.id()
                                        + "/control/cancellation_request",
                                "{\"enabled\":true}")
                        .status())
                .isEqualTo(501);
    }

    @Test
    void whoIsNoPartnerIsTurnedAway() {
        var refused = Api.at(hub, number.key()).get("/partners/me/channels");
        assertThat(refused.status()).as("a key of one number is no partner's").isEqualTo(403);
        assertThat(refused.json().at("/meta/error_data/status").asInt()).isEqualTo(403);
        assertThat(refused.json().at("/meta/developer_message").asText()).isNotEmpty();
        assertThat(Api.at(hub, "nobody").get("/partners/me").status()).isEqualTo(401);
        assertThat(Api.at(hub, "nobody")
                        .post("/token", "{\"username\":\"a\",\"password\":\"wrong\"}")
                        .status())
                .isEqualTo(401);
        assertThat(Api.at(hub, "unused")
                        .with("x-api-key", key)
                        .get("/partners/somebody")
                        .status())
                .isEqualTo(404);
        assertThat(partner.get("/partners/me/nothing").status()).isEqualTo(404);
    }

    @Test
    void aClientIsAnAccountWithWhatThePartnerHasNotedOfIt() {
        var path = "/partners/me/clients/" + number.waba();
        var changed = partner.send("PATCH", path, "{\"partner_payload\":\"customer 7\",\"max_channels\":1}")
                .ok();
        assertThat(changed.path("partner_payload").asText()).isEqualTo("customer 7");
        assertThat(partner.get("/partners/me/channels/" + number.id())
                        .ok()
                        .at("/client/partner_payload")
                        .asText())
                .isEqualTo("customer 7");
        assertThat(partner.get("/partners/me/clients?limit=1000").ok().findValuesAsText("external_id"))
                .contains(number.waba());

        var second = partner.post("/partners/me/channels/" + number.second() + "/api_keys", "{}");
        assertThat(second.status()).as("the first number has keys").isEqualTo(409);
        partner.send("PATCH", path, "{\"max_channels\":null}").ok();
        partner.post("/partners/me/channels/" + number.second() + "/api_keys", "{}")
                .ok();
        partner.delete("/partners/me/channels/" + number.second() + "/api_keys").ok();
        assertThat(partner.get("/partners/me/channels/" + number.second() + "/api_keys")
                        .ok()
                        .path("api_keys"))
                .isEmpty();

        var balance = partner.get(path + "/info/balance?granularity=day").ok();
        assertThat(balance.path("balance").asInt()).isZero();
        assertThat(balance.path("currency").asText()).hasSize(3);
        assertThat(balance.path("usage").isArray()).isTrue();
    }

    @Test
    void theTemplatesOfAClientAreMadeAndDeleted() {
        var templates = "/partners/me/waba_accounts/" + number.waba() + "/waba_templates";
        var made = partner.post(
                templates,
                "{\"name\":\"hub_parcel\",\"category\":\"UTILITY\",\"language\":\"en_US\",\"components\":[{\"type\":\"BODY\","
                        + "\"text\":\"Your parcel {{1}} is on its way to you.\",\"example\":{\"body_text\":[[\"42\"]]}}]}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(partner.get(templates + "?limit=1000").ok().findValuesAsText("name"))
                .contains("hub_parcel");

        partner.delete(templates + "/hub_parcel").ok();

        assertThat(partner.get(templates + "?limit=1000").ok().findValuesAsText("name"))
                .doesNotContain("hub_parcel");
    }

    @Test
    void aPartnerHearsOfNewClientsAndChannels() {
        try (var receiver = new Receiver().behaving(earlier -> Receiver.Behaviour.TAKE_WITH_200)) {
            partner.post("/partners/me/webhook_url", "{\"webhook_url\":\"" + receiver.url() + "\"}")
                    .ok();

            var newcomer = new Dialog360Number(product, "Dialog newcomer");

            var client = heard(receiver, "client_created", newcomer.waba());
            assertThat(client.at("/data/organisation").asText()).isEqualTo("Dialog newcomer");
            var channel = heard(receiver, "channel_created", newcomer.id());
            assertThat(channel.at("/data/client_id").asText())
                    .isEqualTo(client.at("/data/id").asText());
            assertThat(channel.at("/data/setup_info/phone_number").asText()).matches("\\d{7,15}");
            heard(receiver, "channel_running", newcomer.id());
            heard(receiver, "channel_created", newcomer.second());
        } finally {
            partner.post("/partners/me/webhook_url", "{\"webhook_url\":\"\"}").ok();
        }
    }

    private static JsonNode heard(Receiver receiver, String event, String externalId) {
        return Api.await(
                event,
                () -> receiver.calls().stream()
                        .map(Receiver.Call::event)
                        .filter(told -> told.path("event").asText().equals(event))
                        .filter(told -> told.at("/data/external_id").asText().equals(externalId))
                        .findFirst());
    }

    @Test
    void aPartnerHearsWhatBecomesOfItsChannels() {
        try (var receiver = new Receiver().behaving(earlier -> Receiver.Behaviour.TAKE_WITH_200)) {
            var set = partner.post("/partners/me/webhook_url", "{\"webhook_url\":\"" + receiver.url() + "\"}")
                    .ok();
            assertThat(set.path("webhook_url").asText()).isEqualTo(receiver.url());
            partner.send("PATCH", "/partners/me", "{\"brand_name\":\"Bakers\"}").ok();
            assertThat(partner.get("/partners/me").ok().path("brand_name").asText())
                    .isEqualTo("Bakers");

            number.metaTells("phone_number_quality_update.FLAGGED", number.second());

            var heard = Api.await(
                    "the restriction",
                    () -> receiver.calls().stream()
                            .filter(call -> call.event().path("event").asText().equals("account_restriction"))
                            .filter(call -> call.event()
                                    .at("/data/external_id")
                                    .asText()
                                    .equals(number.second()))
                            .findFirst());
            assertThat(heard.event().at("/data/waba_account/external_id").asText())
                    .isEqualTo(number.waba());
            assertThat(heard.event().path("id").asText()).isEqualTo(heard.id());
            assertThat(heard.headers()).containsKey("X-360dialog-signature");
        } finally {
            partner.post("/partners/me/webhook_url", "{\"webhook_url\":\"\"}").ok();
        }
        assertThat(partner.get("/partners/me/webhook_url")
                        .ok()
                        .path("webhook_url")
                        .isNull())
                .isTrue();
    }
}
