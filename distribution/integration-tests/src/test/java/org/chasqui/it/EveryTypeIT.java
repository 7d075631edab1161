package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every type of message, from the request to the phone and to the customer's webhook: what the phone gets is what was
 * asked for, and the customer hears of each step. All types are sent before the first is looked at, because a person takes
 * two seconds to read.
 */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTypeIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final AtomicInteger NEXT_PERSON = new AtomicInteger(230_000);
    private static final String NOBODY = "14155550239";

    private static final String[] ON_THE_WAY = {"accepted", "sent", "delivered", "read", "played"};

    private final Api api;
    private final Meta meta;
    private final String number;
    private final Subscription subscription;

    /** Meta's id of a document; OF_META stands for it in the tables. */
    private final String uploadedToMeta;

    /** What was sent of each row of the table, before the first test. */
    private final Map<String, Sent> sent = new HashMap<>();

    /** Another one for each test: more than a few messages to one person wait for their six seconds each. */
    private String person = newPerson();

    /** A message on its way, and who gets it. */
    private record Sent(String person, JsonNode message) {}

    EveryTypeIT(Product product) {
        this.api = Api.of(product);
        this.meta = new Meta(product);
        this.number = Sending.firstNumber(api);
        this.uploadedToMeta = meta.uploadDocument(number);
        this.subscription = new Subscription(api, "message.*");
    }

    @BeforeAll
    void sendOneOfEachType() {
        var rows = types().map(Arguments::get).toList();
        var people = rows.stream().map(row -> newPerson()).toList();
        var greetings = people.stream().map(this::writes).toList();
        greetings.forEach(this::awaitInbound);
        for (int i = 0; i < rows.size(); i++) {
            person = people.get(i);
            var content = ((String) rows.get(i)[1]).replace("OF_META", uploadedToMeta);
            var message = api.post("/whatsapp/messages", message((String) rows.get(i)[0], content))
                    .ok();
            sent.put(content, new Sent(person, message));
        }
    }

    @BeforeEach
    void takeAnotherPerson() {
        person = newPerson();
    }

    @AfterAll
    void unsubscribe() {
        subscription.close();
    }

    private static String newPerson() {
        return "14155" + NEXT_PERSON.incrementAndGet();
    }

    static Stream<Arguments> types() {
        return Stream.of(
                type("text", "{'body':'Look: https://example.com','preview_url':true}"),
                type("image", "{'link':'https://example.com/a.jpg','caption':'A hill'}"),
                type("document", "{'id':'OF_META','filename':'a.pdf'}"),
                type("video", "{'link':'https://example.com/a.mp4','caption':'A run'}"),
                type("audio", "{'link':'https://example.com/a.mp3'}"),
                type("audio", "{'link':'https://example.com/a.ogg','voice':true}"),
                type("document", "{'link':'https://example.com/a.pdf','caption':'Bill','filename':'bill.pdf'}"),
                type("sticker", "{'link':'https://example.com/a.webp'}"),
                type("location", "{'latitude':-12.046,'longitude':-77.043,'name':'Lima','address':'Plaza Mayor'}"),
                type(
                        "contacts",
                        "[{'name':{'formatted_name':'Ana Quispe','first_name':'Ana'},'phones':[{'phone':'+51987654321',"
                                + "'type':'WORK','wa_id':'51987654321'}],'birthday':'1990-12-31'}]"),
                type(
                        "template",
                        "{'name':'hello_chasqui','language':{'code':'en_US'},'components':[{'type':'body','parameters':"
                                + "[{'type':'text','text':'Ana'}]}]}"),
                interactive(
                        "button",
                        "'header':{'type':'image','image':{'link':'https://example.com/a.jpg'}},'body':{'text':'Noon?'},"
                                + "'footer':{'text':'f'},'action':{'buttons':[{'type':'reply','reply':{'id':'y','title':"
                                + "'Yes'}},{'type':'reply','reply':{'id':'n','title':'No'}}]}"),
                interactive(
                        "list",
                        "'body':{'text':'Pick'},'action':{'button':'Times','sections':[{'title':'Day','rows':[{'id':'9',"
                                + "'title':'Nine','description':'early'}]}]}"),
                interactive(
                        "cta_url",
                        "'body':{'text':'See'},'action':{'name':'cta_url','parameters':{'display_text':'Open','url':"
                                + "'https://example.com'}}"),
                interactive(
                        "flow",
                        "'body':{'text':'Fill in'},'action':{'name':'flow','parameters':{'flow_message_version':'3',"
                                + "'flow_id':'1','flow_cta':'Begin'}}"),
                interactive("product", "'action':{'catalog_id':'1','product_retailer_id':'p'}"),
                interactive(
                        "product_list",
                        "'header':{'type':'text','text':'h'},'body':{'text':'Goods'},'action':{'catalog_id':'1',"
                                + "'sections':[{'title':'s','product_items':[{'product_retailer_id':'p'}]}]}"),
                interactive("catalog_message", "'body':{'text':'All'},'action':{'name':'catalog_message'}"),
                interactive("location_request_message", "'body':{'text':'Where?'},'action':{'name':'send_location'}"),
                interactive(
                        "address_message",
                        "'body':{'text':'Where to?'},'action':{'name':'address_message','parameters':{'country':'IN'}}"),
                interactive(
                        "voice_call",
                        "'body':{'text':'Call us'},'action':{'name':'voice_call','parameters':{'display_text':'Call'}}"),
                interactive("call_permission_request", "'action':{'name':'call_permission_request'}"),
                interactive("request_contact_info", "'action':{'name':'request_contact_info'}"),
                interactive(
                        "carousel", "'body':{'text':'Offers'},'action':{'cards':[" + card(0) + "," + card(1) + "]}"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("types")
    void goesOutAsItWasAskedForAndIsToldToTheCustomer(String type, String asked) {
        var content = asked.replace("OF_META", uploadedToMeta);
        var message = sent.get(content).message();
        person = sent.get(content).person();
        var id = message.get("id").asText();

        var told = subscription.await(id, "message.accepted", "message.sent", "message.delivered", "message.read");

        var request = onThePhone(id).get("request");
        assertThat(request.get(type)).isEqualTo(json(content));
        assertThat(request.get("type").asText()).isEqualTo(type);
        assertThat(message.get("content")).isEqualTo(json(content));
        assertThat(told.get("type").asText()).isEqualTo(type);
        assertThat(told.get("to").asText()).isEqualTo("+" + person);
        assertThat(told.get("wamid")).isEqualTo(onThePhone(id).get("wamid"));
    }

    @Test
    void aVoiceMessageThatWasHeardIsToldToo() {
        var voice =
                sent.get("{'link':'https://example.com/a.ogg','voice':true}").message();

        subscription.await(voice.get("id").asText(), "message.played");
    }

    @Test
    void aReactionIsForTheMessageThatItNames() {
        var theirs = personWrites();
        var ourId = api.get("/whatsapp/messages/" + theirs).ok().get("id").asText();

        var sent = api.post("/whatsapp/messages", message("reaction", "{'message_id':'" + ourId + "','emoji':'👍'}"))
                .ok();
        subscription.await(sent.get("id").asText(), "message.sent");

        var request = onThePhone(sent.get("id").asText()).get("request");
        assertThat(request.at("/reaction/message_id").asText()).isEqualTo(theirs);
        assertThat(request.at("/reaction/emoji").asText()).isEqualTo("👍");
    }

    @Test
    void aReplyAnswersTheMessageThatItNames() {
        var theirs = personWrites();
        var body = message("text", "{'body':'At noon'}")
                .replace("}}", "},\"context\":{\"message_id\":\"" + theirs + "\"}}");

        var sent = api.post("/whatsapp/messages", body).ok();
        var message = Sending.awaitStatus(api, sent.get("id").asText(), ON_THE_WAY);

        assertThat(message.get("reply_to").asText()).isEqualTo(theirs);
        assertThat(onThePhone(sent.get("id").asText()).get("reply_to").asText()).isEqualTo(theirs);
    }

    @Test
    void aBusinessScopedUserIdIsARecipient() {
        var body = Sending.template(number, "US.13491208655302741918");

        var sent = api.post("/whatsapp/messages/template", body).ok();

        assertThat(sent.get("to").asText()).isEqualTo("US.13491208655302741918");
        assertThat(subscription
                        .await(sent.get("id").asText(), "message.accepted")
                        .get("to")
                        .asText())
                .isEqualTo("US.13491208655302741918");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'type':'image','media_id':'https://example.com/a.jpg','caption':'A'}|{'link':'https://example.com/a.jpg','caption':'A'}",
                "{'type':'document','media_id':'OF_META','filename':'a.pdf'}|{'id':'OF_META','filename':'a.pdf'}",
                "{'type':'audio','media_id':'https://example.com/a.ogg','voice':true}|{'link':'https://example.com/a.ogg','voice':true}",
                "{'type':'video','media_id':'https://example.com/a.mp4'}|{'link':'https://example.com/a.mp4'}",
            })
    void theShortFormOfMediaTakesIdOrLink(String asked, String content) {
        personWrites();
        var body = (ObjectNode) json(asked.replace("OF_META", uploadedToMeta));
        body.put("phone_number_id", number).put("to", "+" + person);

        var sent = api.post("/whatsapp/messages/media", body.toString()).ok();
        Sending.awaitStatus(api, sent.get("id").asText(), ON_THE_WAY);

        assertThat(onThePhone(sent.get("id").asText())
                        .get("request")
                        .get(body.get("type").asText()))
                .isEqualTo(json(content.replace("OF_META", uploadedToMeta)));
    }

    @Test
    void theShortFormOfInteractiveTakesTheObject() {
        personWrites();
        var body = MAPPER.createObjectNode().put("phone_number_id", number).put("to", "+" + person);
        body.set(
                "interactive",
                json("{'type':'location_request_message','body':{'text':'Where?'},'action':{'name':'send_location'}}"));

        var sent = api.post("/whatsapp/messages/interactive", body.toString()).ok();

        Sending.awaitStatus(api, sent.get("id").asText(), ON_THE_WAY);
    }

    @Test
    void everyFreeTypeNeedsTheOpenWindow() {
        types().filter(row -> !row.get()[0].equals("template")).forEach(row -> {
            var content = ((String) row.get()[1]).replace("OF_META", uploadedToMeta);
            var body = message((String) row.get()[0], content).replace(person, NOBODY);
            assertThat(api.post("/whatsapp/messages", body).errorCode()).isEqualTo("outside_service_window");
        });
    }

    @Test
    void aMessageOfAPersonIsMarkedAsRead() {
        var first = personWrites();
        var second = personWrites();

        var answer = api.post("/whatsapp/messages/" + second + "/read", null).ok();

        assertThat(answer.get("success").asBoolean()).isTrue();
        assertThat(answer.get("wamid").asText()).isEqualTo(second);
        assertThat(state(second)).isEqualTo("read");
        assertThat(lastStep(first)).as("Meta marks the earlier ones too").isEqualTo("read");
        var byOurId = "/whatsapp/messages/" + answer.get("id").asText() + "/read";
        assertThat(api.post(byOurId, "{\"typing_indicator\":{\"type\":\"text\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(api.post(byOurId, "{\"typing_indicator\":\"yes\"}").status()).isEqualTo(422);
        assertThat(api.post(byOurId, "{\"typing\":true}").status()).isEqualTo(422);
    }

    @Test
    void onlyAMessageOfAPersonCanBeMarkedAsRead() {
        var ours = api.post("/whatsapp/messages/template", Sending.template(number, "+14155550232"))
                .ok();

        assertThat(api.post("/whatsapp/messages/" + ours.get("id").asText() + "/read", null)
                        .errorCode())
                .isEqualTo("conflict");
        assertThat(api.post("/whatsapp/messages/" + UUID.randomUUID() + "/read", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void inABatchOneBadMessageDoesNotKeepTheOthersOut() {
        var body = MAPPER.createObjectNode();
        var messages = body.putArray("messages");
        for (int i = 0; i < 1_000; i++) {
            messages.add(
                    switch (i % 5) {
                        case 0 -> batchItem("1415556" + (1_000 + i));
                        case 1 -> json("{'to':7,'phone_number_id':{}}");
                        case 2 -> batchItem("nobody");
                        case 3 -> json("'text'");
                        default -> batchItem(NOBODY).put("text", "both");
                    });
        }
        var key = UUID.randomUUID().toString();
        long start = System.nanoTime();

        var first = api.with("Idempotency-Key", key).post("/whatsapp/messages/batch", body.toString());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        var answer = first.ok();
        assertThat(answer.get("accepted").asInt()).isEqualTo(200);
        assertThat(answer.get("refused").asInt()).isEqualTo(800);
        assertThat(answer.get("results")).hasSize(1_000);
        var ids = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            var result = answer.at("/results/" + i);
            assertThat(result.get("index").asInt()).isEqualTo(i);
            assertThat(result.hasNonNull("id")).isEqualTo(i % 5 == 0);
            if (i % 5 == 0) {
                ids.add(result.get("id").asText());
            }
        }
        assertThat(ids).hasSize(200);
        assertThat(answer.at("/results/1/error/details/0/field").asText()).isEqualTo("phone_number_id");
        assertThat(answer.at("/results/2/error/details/0/field").asText()).isEqualTo("to");
        assertThat(answer.at("/results/3/error/code").asText()).isEqualTo("malformed_body");
        assertThat(answer.at("/results/4/error/details/0/field").asText()).isEqualTo("text");
        assertThat(api.with("Idempotency-Key", key)
                        .post("/whatsapp/messages/batch", body.toString())
                        .text())
                .isEqualTo(first.text());
        Sending.awaitStatus(api, answer.at("/results/0/id").asText(), ON_THE_WAY);
    }

    @Test
    void anUncertainMessageIsSentAgainWhenAPersonSaysSo() {
        var to = "491511115555";
        meta.control()
                .put("/behaviours/" + to, "{\"scenario\":\"refused\",\"code\":131016,\"times\":1}")
                .ok();
        var id = api.post("/whatsapp/messages/template", Sending.template(number, "+" + to))
                .ok()
                .get("id")
                .asText();
        Sending.awaitStatus(api, id, "uncertain");

        var queued = api.post("/whatsapp/messages/" + id + "/resend", null).ok();
        var message = Sending.awaitStatus(api, id, "delivered", "read");

        assertThat(queued.get("status").asText()).isIn("queued", "sending", "accepted", "sent", "delivered", "read");
        assertThat(message.get("attempts")).hasSize(2);
        assertThat(message.at("/attempts/1/resend").asBoolean()).isTrue();
        assertThat(api.post("/whatsapp/messages/" + id + "/resend", null).errorCode())
                .isEqualTo("conflict");
        assertThat(api.post("/whatsapp/messages/" + id + "/give_up", null).errorCode())
                .isEqualTo("conflict");
    }

    @Test
    void anUncertainMessageIsGivenUpWhenAPersonSaysSo() {
        var id = api.post("/whatsapp/messages/template", Sending.template(number, "+491597000006"))
                .ok()
                .get("id")
                .asText();
        Sending.awaitStatus(api, id, "uncertain");

        var failed = api.post("/whatsapp/messages/" + id + "/give_up", "{\"reason\":\"Told by phone.\"}")
                .ok();

        assertThat(failed.get("status").asText()).isEqualTo("failed");
        assertThat(failed.at("/error/details").asText()).isEqualTo("Told by phone.");
        assertThat(failed.at("/error/advice").asText()).isNotBlank();
        assertThat(api.post("/whatsapp/messages/" + id + "/resend", null).errorCode())
                .isEqualTo("conflict");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "|{'type':'fax','text':'a'}|type",
                "|{'type':'image','text':'a'}|image",
                "|{'text':'a','image':{'id':'1'}}|image",
                "|{'text':7}|text",
                "|{'text':'x','context':'wamid.a'}|context",
                "|{'text':'x','context':{'message_id':'7'}}|context.message_id",
                "|{'text':'x','ttl':'soon'}|ttl",
                "|{'text':'x','ttl':5}|ttl",
                "|{'text':'x','colour':'red'}|colour",
                "|{'text':'x','recipient':'US.1'}|recipient",
                "|{'text':'x','recipient_type':'group'}|recipient_type",
                "|{'text':{'body':'x','size':7}}|text.size",
                "|{'type':'location','location':{'latitude':91,'longitude':0}}|location.latitude",
                "|{'type':'image','image':{'id':'0190b2c8-7d5e-7c3a-8f00-000000000000'}}|image.id",
                "|{'type':'template','template':{'name':'hello_chasqui','language':{'code':'en_US'}}}|template.components",
                "/media|{'type':'image'}|media_id",
                "/media|{'type':'fax','media_id':'1'}|type",
                "/media|{'type':'image','media_id':'https://'}|media_id",
                "/media|{'type':'audio','media_id':'1','caption':'a'}|caption",
                "/media|{'type':'image','media_id':['1']}|media_id",
                "/interactive|{'interactive':'x'}|interactive",
                "/interactive|{'interactive':{'type':'button','body':{'text':'a'},'action':{'buttons':[]}}}|interactive.action.buttons",
                "/template|{'template':'hello_chasqui','language':'en_US','components':{}}|components",
                "/template|{'template':'hello_chasqui','language':'en_US','components':[{'type':'feet'}]}|components[0].type",
            })
    void aWrongRequestIsToldItsField(String path, String rest, String field) {
        var body = (ObjectNode) json(rest);
        body.put("phone_number_id", number).put("to", "+" + person);

        var answer = api.post("/whatsapp/messages" + (path == null ? "" : path), body.toString());

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().at("/error/details/0/field").asText()).isEqualTo(field);
    }

    @Test
    void aBombOfBracketsIsRefusedAtOnce() {
        var head = "{\"phone_number_id\":\"" + number + "\",\"to\":\"+" + person + "\",\"type\":\"interactive\",";
        for (var path : List.of("/whatsapp/messages", "/whatsapp/messages/batch", "/whatsapp/webhooks")) {
            for (var bomb : List.of(
                    "[".repeat(1_000_000),
                    "{\"a\":".repeat(300_000),
                    head + "\"interactive\":" + "[".repeat(1_000_000),
                    head + "\"interactive\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                    "{\"text\":" + "9".repeat(1_000_000) + "}")) {
                long start = System.nanoTime();
                var answer = api.post(path, bomb);
                assertThat(answer.status()).as(path + " " + answer.text()).isIn(400, 422);
                assertThat(answer.text()).hasSizeLessThan(2_000);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"{}", "{'messages':[]}", "{'messages':{}}", "{'messages':7}"})
    void aWrongBatchIsToldItsField(String body) {
        var answer = api.post("/whatsapp/messages/batch", json(body).toString());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/error/details/0/field").asText()).isEqualTo("messages");
    }

    private ObjectNode batchItem(String to) {
        var item = MAPPER.createObjectNode()
                .put("phone_number_id", number)
                .put("to", to)
                .put("type", "template");
        item.set(
                "template",
                json("{'name':'hello_chasqui','language':{'code':'en_US'},'components':[{'type':'body','parameters':"
                        + "[{'type':'text','text':'Ana'}]}]}"));
        return item;
    }

    /** The person writes, and the window is open; the wamid. */
    private String personWrites() {
        var wamid = writes(person);
        awaitInbound(wamid);
        return wamid;
    }

    private String writes(String who) {
        return meta.control()
                .post("/numbers/" + number + "/people/" + who + "/messages", "{\"text\":\"Hello?\"}")
                .ok()
                .get("wamid")
                .asText();
    }

    private void awaitInbound(String wamid) {
        Api.await("the inbound message", () -> {
            var found = api.get("/whatsapp/messages/" + wamid);
            return found.status() == 200 ? Optional.of(found) : Optional.empty();
        });
    }

    /** What the phone got for a message of ours. */
    private JsonNode onThePhone(String id) {
        return phone().stream()
                .filter(message -> message.path("opaque").asText().startsWith(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not on the phone: " + id));
    }

    private String state(String wamid) {
        return phone().stream()
                .filter(message -> message.path("wamid").asText().equals(wamid))
                .findFirst()
                .orElseThrow()
                .get("state")
                .asText();
    }

    private List<JsonNode> phone() {
        var messages = meta.control()
                .get("/numbers/" + number + "/people/" + person + "/messages?limit=200")
                .ok()
                .get("messages");
        return StreamSupport.stream(messages.spliterator(), false).toList();
    }

    private String lastStep(String id) {
        var steps = api.get("/whatsapp/messages/" + id).ok().get("steps");
        return steps.get(steps.size() - 1).get("status").asText();
    }

    private String message(String type, String content) {
        var body = MAPPER.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put("phone_number_id", number)
                .put("to", "+" + person)
                .put("type", type);
        body.set(type, json(content));
        return body.toString();
    }

    private static Arguments type(String type, String content) {
        return Arguments.of(type, content);
    }

    private static Arguments interactive(String kind, String rest) {
        return Arguments.of("interactive", "{'type':'" + kind + "'," + rest + "}");
    }

    private static String card(int index) {
        return "{'card_index':" + index + ",'type':'cta_url','header':{'type':'image','image':{'link':"
                + "'https://example.com/a.jpg'}},'action':{'name':'cta_url','parameters':{'display_text':'Open','url':"
                + "'https://example.com'}}}";
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }
}
