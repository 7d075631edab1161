package org.chasqui.api.dialog360.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.dialog360.Told;
import org.chasqui.api.notices.CloudWording;
import org.chasqui.api.notices.Notice;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same notice in both styles. */
class WordingTest {
    private static final String META_ENVELOPE = """
            {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{
            "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881",
            "phone_number_id":"106540352242922"},%s},"field":"messages"}]}]}""";

    @Test
    @Covers({"S0-11", "S3-14"})
    void aTextThatAPersonWroteIsToldAsMetaTellsIt() {
        var notice = message("text", "{\"body\":\"Hi\"}");

        var told = "\"contacts\":[{\"profile\":{\"name\":\"Ana\"},\"wa_id\":\"14155550100\"}],\"messages\":[{"
                + "\"from\":\"14155550100\",\"id\":\"" + Told.WAMID + "\",\"timestamp\":\"1795341600\","
                + "\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}]";
        assertThat(CloudWording.of(notice)).isEqualTo(Told.tree(META_ENVELOPE.formatted(told)));
        assertThat(OnPremiseWording.of(notice).orElseThrow()).isEqualTo(Told.tree("{" + told + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image|{\"id\":\"1\",\"mime_type\":\"image/png\",\"sha256\":\"x\",\"caption\":\"A\"}|image",
                "video|{\"id\":\"1\",\"mime_type\":\"video/mp4\",\"sha256\":\"x\"}|video",
                "audio|{\"id\":\"1\",\"mime_type\":\"audio/ogg\",\"sha256\":\"x\",\"voice\":true}|voice",
                "audio|{\"id\":\"1\",\"mime_type\":\"audio/mpeg\",\"sha256\":\"x\",\"voice\":false}|audio",
                "document|{\"id\":\"1\",\"mime_type\":\"a/b\",\"sha256\":\"x\",\"filename\":\"a.pdf\"}|document",
                "sticker|{\"id\":\"1\",\"mime_type\":\"image/webp\",\"sha256\":\"x\",\"animated\":true}|sticker",
                "location|{\"latitude\":1.5,\"longitude\":2.5}|location",
                "button|{\"payload\":\"p\",\"text\":\"t\"}|button",
                "interactive|{\"type\":\"button_reply\",\"button_reply\":{\"id\":\"a\",\"title\":\"A\"}}|interactive",
                "order|{\"catalog_id\":\"1\",\"product_items\":[]}|order",
                "system|{\"body\":\"moved\",\"type\":\"user_changed_number\",\"wa_id\":\"1\"}|system",
                "unsupported|{\"type\":\"poll_creation\"}|unknown"
            })
    void everyTypeHasItsPlaceInBothStyles(String type, String content, String oldType) {
        var notice = message(type, content);

        var cloud = CloudWording.of(notice).at("/entry/0/changes/0/value");
        assertThat(cloud.at("/messages/0/type").asText()).isEqualTo(type);
        assertThat(cloud.at("/messages/0").get(type)).isEqualTo(Told.tree(content));
        assertThat(cloud.has("contacts")).isEqualTo(!type.equals("system"));
        var old = OnPremiseWording.of(notice).orElseThrow().at("/messages/0");
        assertThat(old.path("type").asText()).isEqualTo(oldType);
        if (oldType.equals("unknown")) {
            assertThat(old.at("/errors/0/code").asInt()).isEqualTo(501);
        } else {
            assertThat(old.has(oldType)).isTrue();
            assertThat(old.at("/" + oldType).has("voice")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}"})
    void whatHasNoContentHasNone(String content) {
        assertThat(CloudWording.of(message("unsupported", content))
                        .at("/entry/0/changes/0/value/messages/0")
                        .has("unsupported"))
                .isFalse();
        assertThat(OnPremiseWording.of(message("ephemeral", content))
                        .orElseThrow()
                        .at("/messages/0")
                        .has("ephemeral"))
                .isFalse();
    }

    @Test
    void contactsAreAListAsMetaSendsThemThoughTheyAreKeptInsideOfAnObject() {
        var notice = message("contacts", "{\"contacts\":[{\"name\":{\"formatted_name\":\"Bo\"}}]}");

        for (var message : List.of(
                CloudWording.of(notice).at("/entry/0/changes/0/value/messages/0"),
                OnPremiseWording.of(notice).orElseThrow().at("/messages/0"))) {
            assertThat(message.at("/contacts/0/name/formatted_name").asText()).isEqualTo("Bo");
        }
    }

    @Test
    void whatTheClientGaveComesBackWithEachStatus() {
        var view = Told.outbound("text", MessageStatus.SENT, Told.WAMID, null);
        var notice = notice("message.read", view, "{}", "{}", "order 42");

        assertThat(CloudWording.of(notice)
                        .at("/entry/0/changes/0/value/statuses/0/biz_opaque_callback_data")
                        .asText())
                .isEqualTo("order 42");
        assertThat(OnPremiseWording.of(notice)
                        .orElseThrow()
                        .at("/statuses/0/biz_opaque_callback_data")
                        .asText())
                .isEqualTo("order 42");
    }

    /** The signature was computed by Python's {@code hmac.new(secret, body, hashlib.sha256).hexdigest()}. */
    @Test
    void aNotificationIsSignedAs360dialogSignsIt() {
        var headers = new CloudFormat().headers("whsec_c2VjcmV0", "{\"a\":1}".getBytes(StandardCharsets.UTF_8));

        assertThat(headers)
                .containsExactly(Map.entry(
                        "x-360dialog-signature", "28fdc14c87a73d987934817247894b8ad07ef650fe85604f8aa9c9dec32c936d"));
    }

    @Test
    void anAddressOfMetasIsNotPassedOnForItNeedsMetasToken() {
        var notice = message(
                "image", "{\"id\":\"1\",\"mime_type\":\"image/png\",\"url\":\"https://lookaside.fbsbx.com/x\"}");

        assertThat(CloudWording.of(notice).toString()).doesNotContain("lookaside");
        assertThat(OnPremiseWording.of(notice).orElseThrow().toString()).doesNotContain("lookaside");
    }

    @Test
    void whatStandsBesideAMessageIsToldWithIt() {
        var notes = new MessageNotes(
                Told.tree("{\"from\":\"15550783881\",\"id\":\"wamid.A\"}"),
                Told.tree("{\"referral\":{\"source_id\":\"1\"},\"type\":\"other\"}"),
                null,
                List.of(),
                null,
                null,
                List.of());
        var notice = notice("message.received", Told.inbound("text", "{\"body\":\"Hi\"}", notes), "{}", "{}");

        for (var message : List.of(
                CloudWording.of(notice).at("/entry/0/changes/0/value/messages/0"),
                OnPremiseWording.of(notice).orElseThrow().at("/messages/0"))) {
            assertThat(message.at("/context/id").asText()).isEqualTo("wamid.A");
            assertThat(message.at("/referral/source_id").asText()).isEqualTo("1");
            assertThat(message.path("type").asText()).isEqualTo("text");
        }
    }

    @Test
    void whoHidesHisNumberIsKnownByHisId() {
        var notice = notice("message.received", Told.inboundOf("US.13491208655302741918"), "{}", "{}");

        var value = CloudWording.of(notice).at("/entry/0/changes/0/value");
        assertThat(value.at("/messages/0/from_user_id").asText()).isEqualTo("US.13491208655302741918");
        assertThat(value.at("/contacts/0/user_id").asText()).isEqualTo("US.13491208655302741918");
        assertThat(value.at("/messages/0").has("from")).isFalse();
    }

    @ParameterizedTest
    @Covers({"S0-12", "S3-15"})
    @CsvSource({
        "message.sent, sent, true",
        "message.delivered, delivered, true",
        "message.read, read, true",
        "message.played, played, false",
        "message.failed, failed, true",
        "message.expired, failed, true"
    })
    void everyStepIsTold(String event, String status, boolean isKnownToTheOldApi) {
        var view = Told.outbound("text", MessageStatus.SENT, Told.WAMID, null);
        var notice = notice(event, view, "{}", "{\"model\":\"PMP\",\"billable\":true,\"category\":\"service\"}");

        var cloud = CloudWording.of(notice).at("/entry/0/changes/0/value/statuses/0");
        assertStatus(cloud, status);
        var old = OnPremiseWording.of(notice);
        assertThat(old.isPresent()).isEqualTo(isKnownToTheOldApi);
        old.ifPresent(body -> {
            assertStatus(body.at("/statuses/0"), status);
            assertThat(body.at("/statuses/0/type").asText()).isEqualTo("message");
            assertThat(body.at("/statuses/0/message/recipient_id").asText()).isEqualTo("14155550100");
        });
    }

    private static void assertStatus(JsonNode told, String status) {
        assertThat(told.path("id").asText()).isEqualTo(Told.WAMID);
        assertThat(told.path("status").asText()).isEqualTo(status);
        assertThat(told.path("timestamp").asText()).isEqualTo("1795341600");
        assertThat(told.path("recipient_id").asText()).isEqualTo("14155550100");
        assertThat(told.path("chasqui_id").asText()).isEqualTo(Told.ID.toString());
        assertThat(told.at("/pricing/pricing_model").asText()).isEqualTo("PMP");
        assertThat(told.has("errors")).isEqualTo(status.equals("failed"));
    }

    @Test
    void aFailureHasMetasCodeAndTheOldOne() {
        var view = Told.outbound("text", MessageStatus.FAILED, Told.WAMID, null);
        var notice = notice(
                "message.failed",
                view,
                "{\"code\":131047,\"title\":\"Re-engagement message\",\"details\":\"More than 24 hours\"}",
                "null");

        var error = CloudWording.of(notice).at("/entry/0/changes/0/value/statuses/0/errors/0");
        assertThat(error.path("code").asInt()).isEqualTo(131047);
        assertThat(error.path("message").asText()).isEqualTo("Re-engagement message");
        assertThat(error.at("/error_data/details").asText()).isEqualTo("More than 24 hours");
        var old = OnPremiseWording.of(notice).orElseThrow().at("/statuses/0/errors/0");
        assertThat(old.path("code").asInt()).isEqualTo(470);
        assertThat(old.path("details").asText()).isEqualTo("(#131047) More than 24 hours");
    }

    @Test
    @Covers({"S0-13", "S0-16", "S3-16"})
    void nothingBut200IsASuccess() {
        assertThat(new CloudFormat().isContentWithOkOnly()).isTrue();
        assertThat(new OnPremiseFormat().isContentWithOkOnly()).isTrue();
    }

    private static Notice message(String type, String content) {
        return notice("message.received", Told.inbound(type, content, MessageNotes.NONE), "{}", "{}");
    }

    private static Notice notice(String event, MessageView view, String error, String pricing) {
        return notice(event, view, error, pricing, null);
    }

    private static Notice notice(
            String event, MessageView view, String error, String pricing, @Nullable String callbackData) {
        var price = Told.tree(pricing);
        return new Notice(
                "102290129340398",
                "15550783881",
                event,
                Told.AT,
                view,
                Told.tree(error),
                price.isEmpty() ? MissingNode.getInstance() : price,
                callbackData);
    }
}
