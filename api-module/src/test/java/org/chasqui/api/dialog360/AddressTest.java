package org.chasqui.api.dialog360;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.chasqui.api.conformance.Covers;
import org.chasqui.platform.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @Covers({"S0-2", "S0-3", "S0-4", "S0-5", "S3-1", "S3-2", "S3-3", "S3-7"})
    @CsvSource({
        "/messages, false, CLOUD, /messages",
        "/v1/messages, false, ON_PREMISE, /v1/messages",
        "/onprem/v1/messages, true, ON_PREMISE, /v1/messages",
        "/d360/messages, false, CLOUD, /messages",
        "/cbot/onprem/v1/messages, true, ON_PREMISE, /v1/messages",
        "/CBOT/v1/configs/webhook, false, ON_PREMISE, /v1/configs/webhook",
        "/d360, false, CLOUD, /",
        "/1234567890, false, CLOUD, /1234567890",
        "/0190a7c4-89ab-7cde-8f01-23456789abcd, false, CLOUD, /0190a7c4-89ab-7cde-8f01-23456789abcd",
        "/whatsapp_business/attachments, false, CLOUD, /whatsapp_business/attachments"
    })
    void bothBaseUrlsAreHere(String path, boolean isOnPremiseBase, Style style, String behind) {
        var address = Address.of(path).orElseThrow();

        assertThat(address).isEqualTo(new Address(isOnPremiseBase, behind));
        assertThat(address.style()).isEqualTo(style);
    }

    @Test
    @Covers({"S0-2", "S3-1"})
    void theOnPremiseBaseUrlMayBeAHostOfItsOwn() {
        var hosts = new Hosts();
        hosts.settings = new Settings(null) {
            @Override
            public Optional<String> text(String key) {
                return Optional.of("WABA.example.com, waba2.example.com,");
            }
        };
        hosts.read();

        assertThat(hosts.isOnPremise("waba.Example.com")).isTrue();
        assertThat(hosts.isOnPremise("waba2.example.com")).isTrue();
        assertThat(hosts.isOnPremise("waba-v2.example.com")).isFalse();
        assertThat(hosts.isOnPremise("")).isFalse();
        assertThat(Address.of("/messages").orElseThrow().onPremise().style()).isEqualTo(Style.ON_PREMISE);
    }

    @Test
    void whatMetaHasNoWordsForIsTheGateways() {
        assertThat(Address.of("/multi_webhook").orElseThrow().isOfTheGateway()).isTrue();
        assertThat(Address.of("/d360/waba_webhook").orElseThrow().isOfTheGateway())
                .isTrue();
        assertThat(Address.of("/messages").orElseThrow().isOfTheGateway()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/whatsapp",
                "/whatsapp/message",
                "/api/v1/whatsapp/messages",
                "/v2.0/channels",
                "/graph/v23.0/1234567890/messages",
                "/12345",
                "/1234567890/messages",
                "/console/inbox.xhtml",
                "/v1x/messages",
                "/webhooks/meta",
                "/sandbox/ai/v1/chat/completions",
                "/health/ready"
            })
    void whatBelongsToOthersIsLeftToThem(String path) {
        assertThat(Address.of(path)).isEmpty();
    }
}
