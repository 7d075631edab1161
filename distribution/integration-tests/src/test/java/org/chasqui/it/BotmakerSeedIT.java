package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "How to Send a Message?" of seed 002, step by step, and the examples of our guide as they stand there. */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BotmakerSeedIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(\\{\"chat\".*?)\\n```\\n", Pattern.DOTALL);
    private static final String SEND = "/v2.0/chats-actions/send-messages";
    /** A key may make 6,000 calls a minute, and 100 more each second meanwhile. */
    private static final int ENOUGH = 60_000;

    private final Product product;
    private BotmakerAccount botmaker;

    BotmakerSeedIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void connect() {
        botmaker = new BotmakerAccount(product, "Botmaker seed", 430_000, "STANDARD");
    }

    static List<String> examples() throws IOException {
        var root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        var examples = EXAMPLE.matcher(Files.readString(root.resolve("docs/botmaker.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(examples).hasSizeGreaterThan(3);
        return examples;
    }

    @ParameterizedTest
    @Covers({"S2-1", "S2-2", "S2-6", "S2-8", "S2-9", "S2-10", "S2-13", "S2-16"})
    @MethodSource("examples")
    void everyExampleOfTheGuideIsSentAsItStands(String example) throws JsonProcessingException {
        var person = botmaker.person();
        var digits = botmaker.channel().replaceAll(".*-", "");
        var body = example.replace("5511955500167", digits).replace("5511955501234", person);

        var answer = botmaker.client().post(SEND, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("webhookNotificationId").asText()).matches("[0-9A-Z]{20}");
        int entries = MAPPER.readTree(body).get("messages").size();
        assertThat(botmaker.postedTo(person, entries)).hasSize(entries);
    }

    @ParameterizedTest
    @Covers("S2-12")
    @ValueSource(strings = {"_like this_", "*like this*", "~like this~", "```like this```"})
    void formattingArrivesAsItWasWritten(String text) {
        var person = botmaker.person();
        botmaker.send(person, "{'text':'" + text + "'}").ok();

        assertThat(botmaker.postedTo(person, 1).get(0).at("/text/body").asText())
                .isEqualTo(text);
    }

    /** Each kind of the seed with all that belongs to it, and what Meta gets of it. */
    static Stream<List<String>> kinds() {
        return Stream.of(
                List.of("{'text':'Text message'}", "/text/body", "Text message"),
                List.of(
                        "{'text':'Which?','buttons':[{'label':'One','intent':'1'},{'label':'Two','intent':'2'}]}",
                        "/interactive/action/buttons/1/reply/id",
                        "2"),
                List.of(
                        "{'media':{'filename':'a.mp4','mimeType':'video/mp4','url':'https://example.com/a.mp4'}}",
                        "/video/link",
                        "https://example.com/a.mp4"),
                List.of(
                        "{'location':{'latitude':'-34.6','longitude':'-58.38','name':'Obelisco','address':'9 de Julio'}}",
                        "/location/latitude",
                        "-34.6"),
                List.of(
                        "{'contact':{'firstName':'Ana','middleName':'María','lastName':'Paz','emails':['a@example.com'],"
                                + "'phones':['+14155550100']}}",
                        "/contacts/0/name/formatted_name",
                        "Ana María Paz"));
    }

    @ParameterizedTest
    @Covers({"S2-10", "S2-13"})
    @MethodSource("kinds")
    void everyKindOfTheSeedReachesWhatsApp(List<String> kind) {
        var person = botmaker.person();
        botmaker.send(person, kind.get(0)).ok();

        assertThat(botmaker.postedTo(person, 1).get(0).at(kind.get(1)).asText()).isEqualTo(kind.get(2));
    }

    @Test
    @Covers({"S2-3", "S2-4", "S2-5", "S2-8"})
    void aTokenIsMadeAndAnExistingOneGoesOn() {
        var second = botmaker.with(botmaker.newKey(null, "[\"*\"]"));

        var channels = second.get("/v2.0/channels").ok().get("items");

        assertThat(channels).anyMatch(one -> one.get("id").asText().equals(botmaker.channel()));
        assertThat(botmaker.client().get("/v2.0/channels").ok().get("items"))
                .as("the token that was there before, which is one channel's")
                .extracting(one -> one.get("id").asText())
                .containsExactly(botmaker.channel());
    }

    @Test
    @Covers("S2-14")
    void eachWrongFieldIsNamed() {
        var person = botmaker.nextPerson();
        var wrong = botmaker.send(person, "{'location':{'latitude':'north','longitude':'-58'}}");
        var chat = botmaker.client().post(SEND, "{\"chat\":{\"chatId\":\"nobody\"},\"messages\":[{\"text\":\"Hi\"}]}");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(source(wrong)).isEqualTo("messages[0].location.latitude");
        assertThat(chat.status()).isEqualTo(400);
        assertThat(source(chat)).isEqualTo("chat.chatId");
    }

    private static String source(Api.Answer answer) {
        return answer.json().at("/errors/0/source").asText();
    }

    /** With a key that may do nothing, so that all that the product does meanwhile is to count. */
    @Test
    @Covers("S2-15")
    void whoeverCallsTooOftenIsTold() {
        var greedy = botmaker.with(botmaker.newKey(botmaker.number(0), "[]"));
        var refused = IntStream.range(0, ENOUGH)
                .parallel()
                .mapToObj(call -> greedy.post(SEND, "{}"))
                .filter(answer -> answer.status() != 403)
                .findAny()
                .orElseThrow(() -> new AssertionError("nobody stopped it"));

        assertThat(refused.status()).isEqualTo(429);
        JsonNode error = refused.json().at("/errors/0");
        assertThat(error.get("type").asText()).isEqualTo("rate_limit_exceeded");
        assertThat(Integer.parseInt(refused.headers().get("retry-after"))).isPositive();
        assertThat(botmaker.client().get("/v2.0/channels").status())
                .as("others are not held up")
                .isEqualTo(200);
    }
}
