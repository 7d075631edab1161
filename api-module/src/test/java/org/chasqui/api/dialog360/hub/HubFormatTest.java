package org.chasqui.api.dialog360.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialog360.Told;
import org.chasqui.messaging.events.EventView;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubFormatTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID WORKSPACE = new UUID(0, 1);
    private static final UUID ACCOUNT = new UUID(0, 2);

    private final HubFormat format = new HubFormat();

    HubFormatTest() {
        var account = new AccountView(
                ACCOUNT,
                "102290129340398",
                "Bakery",
                "EUR",
                null,
                "ACTIVE",
                null,
                "ns",
                null,
                "APPROVED",
                null,
                null,
                NOW);
        var client = new HubWorld.HubClient(account, new ClientNotes(ACCOUNT, "customer 7", 2));
        var number = new SenderNumber(
                new UUID(0, 3),
                WORKSPACE,
                ACCOUNT,
                "102290129340398",
                "106540352242922",
                "+1 415-555-0100",
                "Bakery",
                "GREEN",
                null,
                "STANDARD",
                80,
                "CONNECTED");
        format.world = new HubWorld() {
            @Override
            public List<HubClient> clients(UUID workspaceId) {
                return List.of(client);
            }

            @Override
            public Channel channel(UUID workspaceId, String id) {
                if (!number.phoneNumberId().equals(id)) {
                    throw RequestFailed.notFound("channel", id);
                }
                return new Channel(number, client, NOW);
            }
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account.connected|{}|client_created",
                "number.connected|{}|channel_created",
                "number.quality|{}|",
                "number.status|{\"what\":\"status\",\"after\":\"CONNECTED\"}|channel_running",
                "number.status|{\"what\":\"status\",\"after\":\"BANNED\"}|account_restriction",
                "number.status|{\"what\":\"status\",\"after\":\"PENDING\"}|",
                "number.status|{\"what\":\"sending\",\"held_because\":\"Meta says no\"}|template_messaging_disabled",
                "number.status|{\"what\":\"sending\",\"held_because\":null}|template_messaging_enabled",
                "account.update|{\"field\":\"account_update\",\"value\":{\"event\":\"ACCOUNT_VIOLATION\"}}|account_violation",
                "account.update|{\"field\":\"account_update\",\"value\":{\"event\":\"ACCOUNT_RESTRICTION\"}}|account_restriction",
                "account.update|{\"field\":\"account_update\",\"value\":{\"event\":\"VERIFIED_ACCOUNT\"}}|",
                "account.update|{\"field\":\"access_token\",\"value\":{}}|"
            })
    void whatTheHubHasAnEventForIsToldAsThat(String type, String data, String event) {
        assertThat(HubFormat.eventName(type, Told.tree(data))).isEqualTo(event);
    }

    @Test
    void newsOfANumberHaveItsChannel() {
        var body = format.body(
                        UUID.randomUUID(),
                        event(
                                "number.status",
                                "106540352242922",
                                "{\"phone_number_id\":\"106540352242922\",\"what\":\"status\",\"after\":\"CONNECTED\"}"))
                .orElseThrow();

        var told = Told.tree(new String(body, StandardCharsets.UTF_8));
        assertThat(told.path("id").asText()).isEqualTo(new UUID(0, 9).toString());
        assertThat(told.path("event").asText()).isEqualTo("channel_running");
        assertThat(told.at("/data/status").asText()).isEqualTo("running");
        assertThat(told.at("/data/setup_info/phone_number").asText()).isEqualTo("14155550100");
        assertThat(told.at("/data/client/partner_payload").asText()).isEqualTo("customer 7");
        assertThat(told.at("/data/waba_account/external_id").asText()).isEqualTo("102290129340398");
        assertThat(told.at("/data/waba_account/fb_account_status").asText()).isEqualTo("approved");
    }

    @Test
    void newsOfAnAccountHaveTheClientAndMetasDetails() {
        var data = "{\"waba_id\":\"102290129340398\",\"field\":\"account_update\",\"value\":{\"event\":"
                + "\"ACCOUNT_VIOLATION\",\"violation_info\":{\"violation_type\":\"SCAM\"}}}";

        var body = format.body(UUID.randomUUID(), event("account.update", null, data))
                .orElseThrow();

        var told = Told.tree(new String(body, StandardCharsets.UTF_8));
        assertThat(told.path("event").asText()).isEqualTo("account_violation");
        assertThat(told.at("/data/id").asText()).isEqualTo(ACCOUNT.toString());
        assertThat(told.at("/data/details/violation_info/violation_type").asText())
                .isEqualTo("SCAM");
    }

    @Test
    void aNewChannelIsToldWithItsClientAndANewClientByItself() {
        var channel = tree(format.body(
                UUID.randomUUID(), event("number.connected", null, "{\"phone_number_id\":\"106540352242922\"}")));
        assertThat(channel.path("event").asText()).isEqualTo("channel_created");
        assertThat(channel.at("/data/client_id").asText()).isEqualTo(ACCOUNT.toString());
        assertThat(channel.at("/data/setup_info/phone_name").asText()).isEqualTo("Bakery");
        assertThat(channel.at("/data/created_at").asText()).isEqualTo(NOW.toString());

        var client = tree(
                format.body(UUID.randomUUID(), event("account.connected", null, "{\"waba_id\":\"102290129340398\"}")));
        assertThat(client.path("event").asText()).isEqualTo("client_created");
        assertThat(client.at("/data/id").asText()).isEqualTo(ACCOUNT.toString());
        assertThat(client.at("/data/max_channels").asInt()).isEqualTo(2);
        assertThat(client.at("/data").has("details")).isFalse();
    }

    /** The one who told it is ahead: an attempt that fails is made again, and what was "not wanted" is lost. */
    @Test
    void aNumberThatThisNodeHasNotHeardOfYetIsToldLater() {
        assertThatThrownBy(() ->
                        format.body(UUID.randomUUID(), event("number.connected", null, "{\"phone_number_id\":\"1\"}")))
                .isInstanceOf(RequestFailed.class);
    }

    private static JsonNode tree(Optional<byte[]> body) {
        return Told.tree(new String(body.orElseThrow(), StandardCharsets.UTF_8));
    }

    @Test
    void whatIsOfNobodyHereIsNotTold() {
        var data = "{\"waba_id\":\"1\",\"field\":\"account_update\",\"value\":{\"event\":\"ACCOUNT_VIOLATION\"}}";

        assertThat(format.body(UUID.randomUUID(), event("account.update", null, data)))
                .isEmpty();
        assertThat(format.isContentWithOkOnly()).isTrue();
    }

    private static EventView event(String type, String phoneNumberId, String data) {
        return new EventView(new UUID(0, 9), type, NOW, WORKSPACE, phoneNumberId, data);
    }
}
