package org.chasqui.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.sandbox.world.CallbackServer.await;
import static org.chasqui.sandbox.world.TestWorlds.WABA;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.meta.MessageTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateOfficeTest {

    private static final String BODY =
            "[{\"type\":\"BODY\",\"text\":\"Hi {{1}}, your order is ready.\",\"example\":{\"body_text\":[[\"Ana\"]]}}]";

    @TempDir
    private Path folder;

    private CallbackServer callback;
    private World world;
    private Waba waba;

    @BeforeEach
    void open() throws IOException {
        callback = new CallbackServer(0);
        reopen();
        world.management().subscribe(waba, true, null);
    }

    private void reopen() throws IOException {
        world = TestWorlds.open(folder, callback.url(), Clock.systemUTC());
        Waba found = world.catalog().waba(WABA);
        if (found == null) {
            throw new AssertionError("no account");
        }
        waba = found;
    }

    @AfterEach
    void close() {
        world.close();
        callback.close();
    }

    private record Expected(String name, String status, String category, String reason) {}

    /** All at once: each review takes a while. */
    @Test
    void theNameChoosesTheVerdict() throws IOException, InterruptedException {
        List<Expected> all = List.of(
                new Expected("order_ready", "APPROVED", "UTILITY", "NONE"),
                new Expected("order_rejected", "REJECTED", "UTILITY", "INVALID_FORMAT"),
                new Expected("order_rejected_scam", "REJECTED", "UTILITY", "SCAM"),
                new Expected("order_as_marketing", "APPROVED", "MARKETING", "NONE"));
        Map<String, MessageTemplate> made = new HashMap<>();
        for (Expected one : all) {
            MessageTemplate template = create(one.name(), BODY);
            assertThat(template.status()).isEqualTo("PENDING");
            assertThat(template.category()).isEqualTo(one.category());
            made.put(template.id(), template);
        }

        await(() -> news().size() == all.size());

        assertThat(news())
                .extracting(value -> new Expected(
                        value.path("message_template_name").asText(),
                        value.path("event").asText(),
                        made.get(value.path("message_template_id").asText()).category(),
                        value.path("reason").asText()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(news())
                .allMatch(value -> value.has("rejection_info")
                        == value.path("event").asText().equals("REJECTED"));
    }

    @Test
    void aReviewGoesOnAfterARestart() throws IOException, InterruptedException {
        create("order_ready", BODY);
        world.close();
        reopen();

        await(() -> events().equals(List.of("APPROVED")));
    }

    @Test
    void aTemplateIsPausedAMomentAfterItsApproval() throws IOException, InterruptedException {
        create("order_paused", BODY);
        await(() -> events().equals(List.of("APPROVED", "PAUSED")));
        assertThat(news().get(1).at("/other_info/title").asText()).isEqualTo("FIRST_PAUSE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order_ready|[{'type':'BODY','text':'{{1}} it is','example':{'body_text':[['a']]}}]|2388299",
                "order_ready|[{'type':'BODY','text':'Hi {{1}}, it is ready.'}]|2388072",
                "order_ready|[{'type':'BODY','text':'Hi.'},{'type':'FOOTER','text':'x {{1}}'}]|2388073",
                "order_ready|[{'type':'HEADER','format':'TEXT','text':'*x*'},{'type':'BODY','text':'Hi.'}]|2388047",
                "order_ready|[{'type':'HEADER','format':'IMAGE'},{'type':'BODY','text':'Hi.'}]|2388047",
                "hello_chasqui|[{'type':'BODY','text':'Hi.'}]|2388024"
            })
    void refusesAsMetaDoes(String name, String components, int subcode) throws IOException {
        GraphFailure failure = world.templates()
                .create(waba, request(name, components.replace('\'', '"')))
                .failure();

        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo(100);
        assertThat(failure.subcode()).isEqualTo(subcode);
        assertThat(failure.toJson("x").at("/error/error_user_msg").asText()).isNotBlank();
    }

    @Test
    void blocksTheNameOfADeletedTemplateAlsoAfterARestart() throws IOException {
        MessageTemplate hello = waba.template("hello_chasqui", "en_US");
        if (hello == null) {
            throw new AssertionError("no template");
        }
        world.templates().delete(waba, hello);
        world.close();
        reopen();

        GraphFailure failure =
                world.templates().create(waba, request("hello_chasqui", BODY)).failure();
        assertThat(failure).isNotNull();
        assertThat(failure.subcode()).isEqualTo(2388023);
    }

    @Test
    void writesOneTimeCodesAsMetaDoes() throws IOException {
        String flags = "[{\"type\":\"BODY\",\"add_security_recommendation\":true},"
                + "{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"OTP\",\"otp_type\":\"COPY_CODE\"}]}]";
        JsonNode request = Json.read(
                ("{\"name\":\"code\",\"language\":\"en\",\"category\":\"AUTHENTICATION\",\"components\":" + flags + "}")
                        .getBytes(StandardCharsets.UTF_8));
        if (request == null) {
            throw new AssertionError("not JSON");
        }
        MessageTemplate made = world.templates().create(waba, request).template();

        assertThat(made).isNotNull();
        assertThat(made.component("BODY").path("text").asText()).startsWith("*{{1}}* is your verification code.");
        assertThat(made.component("BUTTONS").at("/buttons/0/url").asText()).contains("otp_type=COPY_CODE");
    }

    @Test
    void takesAFileInPiecesThatFollowEachOther() throws IOException {
        Uploads uploads = world.uploads();
        Uploads.Session session = uploads.open("image/png", 10);

        assertThat(uploads.take(session, 0, bytes("some"))).isEmpty();
        assertThat(session.received()).isEqualTo(4);
        assertThat(uploads.take(session, 0, bytes("sample"))).isNull();
        String handle = uploads.take(session, 4, bytes("sample"));
        assertThat(handle).startsWith("4::");
        assertThat(uploads.find(session.id())).isNull();
    }

    @Test
    void keepsOffersToMarketingAndShort() throws IOException {
        String offer = "[{\"type\":\"BODY\",\"text\":\"Hi.\"},{\"type\":\"LIMITED_TIME_OFFER\",\"limited_time_offer\":"
                + "{\"text\":\"Until Friday\"}}]";
        ObjectNode request = (ObjectNode) request("spring", offer);
        assertThat(world.templates().create(waba, request).template()).isNull();
        request.put("category", "MARKETING");
        assertThat(world.templates().create(waba, request).template()).isNotNull();
        ObjectNode longer = (ObjectNode) request("spring_again", offer.replace("Until Friday", "Until Friday at noon"));
        assertThat(world.templates()
                        .create(waba, longer.put("category", "MARKETING"))
                        .template())
                .isNull();
    }

    @Test
    void showsASampleAsAnAddressThatIsNoHandle() throws IOException {
        Uploads uploads = world.uploads();
        String handle = String.valueOf(uploads.take(uploads.open("image/png", 6), 0, bytes("sample")));
        String parts = "[{\"type\":\"HEADER\",\"format\":\"IMAGE\",\"example\":{\"header_handle\":[\"" + handle
                + "\"]}},{\"type\":\"BODY\",\"text\":\"Hi there.\"}]";
        MessageTemplate made = create("with_sample", parts);

        String address = uploads.shown(made.components(), "http://localhost/graph")
                .at("/0/example/header_handle/0")
                .asText();
        assertThat(address)
                .startsWith("http://localhost/graph/lookaside/samples/")
                .endsWith(".png");
        Path file = uploads.bytes(address.substring(address.lastIndexOf('/') + 1));
        assertThat(file).hasContent("sample");
        assertThat(uploads.bytes("../world.json")).isNull();
        TemplateOffice.Handed again =
                world.templates().create(waba, request("with_address", parts.replace(handle, address)));
        assertThat(again.template()).isNull();
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private MessageTemplate create(String name, String components) throws IOException {
        MessageTemplate made =
                world.templates().create(waba, request(name, components)).template();
        if (made == null) {
            throw new AssertionError("refused");
        }
        return made;
    }

    private static JsonNode request(String name, String components) {
        JsonNode request = Json.read(("{\"name\":\"" + name
                        + "\",\"language\":\"en_US\",\"category\":\"UTILITY\",\"components\":" + components + "}")
                .getBytes(StandardCharsets.UTF_8));
        if (request == null) {
            throw new AssertionError("not JSON");
        }
        return request;
    }

    private List<JsonNode> news() {
        return callback.bodies.stream()
                .map(body -> Json.read(body.getBytes(StandardCharsets.UTF_8)))
                .flatMap(json -> json.findValues("value").stream())
                .toList();
    }

    private List<String> events() {
        return news().stream().map(value -> value.path("event").asText()).toList();
    }
}
