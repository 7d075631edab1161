package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every type of message through every dialect, and errors of Meta's told back by each: the table of the api-module's
 * MessageTableTest, over HTTP, down to what the phone gets. Two numbers of its own, since a number has one callback of 360dialog's.
 * Everything is sent before the first is looked at.
 */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialectTableIT {
    private static final String TABLE = "api-module/src/test/resources/dialects/messages.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final AtomicInteger NEXT_PERSON = new AtomicInteger(480_000);

    /** Codes with which Meta refuses a message for good, and what the On-Premises API called them. */
    private static final Map<Integer, Integer> CODES = Map.of(131026, 1026, 131047, 470, 131051, 1000, 131053, 1000);

    private final Product product;
    private final Api api;
    private final Meta meta;
    private final List<String> numbers = new ArrayList<>();
    private final Map<Spoken, Api> clients = new EnumMap<>(Spoken.class);
    private final Map<Spoken, Receiver> receivers = new EnumMap<>(Spoken.class);
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private String channel;

    /** What was sent: to whom, whose message he had written before, and the answer. */
    private record Sent(String person, String wamid, Api.Answer answer) {}

    DialectTableIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
        this.meta = new Meta(product);
    }

    @BeforeAll
    void sendTheTable() throws IOException {
        connect();
        var people = new HashMap<String, String[]>();
        each((name, spoken) -> people.put(name, writes(spoken)));
        people.values().forEach(one -> awaitInbound(one[1]));
        // Side by side: half of the answers wait for Meta's.
        cells().toList().parallelStream().forEach(cell -> {
            var name = (String) cell.get()[0];
            var spoken = (Spoken) cell.get()[1];
            var said = (JsonNode) cell.get()[3];
            var person = people.get(name);
            var body = filled(said.get("body"), spoken, person).toString();
            var path = said.get("at").asText().replace("{number}", number(spoken));
            sent.put(name, new Sent(person[0], person[1], clients.get(spoken).post(path, body)));
        });
        errors().toList().parallelStream().forEach(cell -> {
            var name = (String) cell.get()[0];
            var spoken = (Spoken) cell.get()[1];
            var person = people.get(name);
            meta.control()
                    .put("/behaviours/" + person[0], "{\"scenario\":\"%s\",\"code\":%d}".formatted(cell.get()[2], (int)
                                    cell.get()[3]))
                    .ok();
            var answer = clients.get(spoken).post(spoken.textPath(number(spoken)), spoken.text(channel, person[0]));
            sent.put(name, new Sent(person[0], person[1], answer));
        });
    }

    private void connect() {
        var account = meta.newAccount("Table", "STANDARD", "STANDARD");
        meta.connect(api, account.get("id").asText());
        api.post("/whatsapp/templates/sync", null).ok();
        account.get("numbers").forEach(number -> numbers.add(number.get("id").asText()));
        for (var spoken : Spoken.values()) {
            clients.put(spoken, spoken.client(product, number(spoken)));
        }
        channel = clients.get(Spoken.BOTMAKER)
                .get("/v2.0/channels")
                .ok()
                .at("/items/0/id")
                .asText();
        for (var spoken : Spoken.values()) {
            if (spoken != Spoken.GRAPH) {
                var receiver = new Receiver().behaving(earlier -> Receiver.Behaviour.TAKE_WITH_200);
                receivers.put(spoken, receiver);
                spoken.listen(clients.get(spoken), receiver, channel);
            }
        }
    }

    @AfterAll
    void stop() {
        clients.get(Spoken.DIALOG360).delete("/v1/configs/webhook");
        clients.get(Spoken.ON_PREMISE).delete("/onprem/v1/configs/webhook");
        api.get("/whatsapp/webhooks").ok().forEach(one -> {
            boolean isOurs = receivers.values().stream()
                    .anyMatch(receiver -> one.get("url").asText().startsWith(receiver.url()));
            if (isOurs) {
                api.delete("/whatsapp/webhooks/" + one.get("id").asText());
            }
        });
        receivers.values().forEach(Receiver::close);
    }

    private String number(Spoken spoken) {
        return numbers.get(spoken == Spoken.ON_PREMISE ? 1 : 0);
    }

    static Stream<Arguments> cells() throws IOException {
        var cells = new ArrayList<Arguments>();
        for (var row : MAPPER.readTree(Files.readString(Product.repository().resolve(TABLE)))) {
            for (var spoken : Spoken.values()) {
                var said = row.get("ways").get(spoken.wireName());
                if (!said.has("absent")) {
                    cells.add(
                            Arguments.of(row.get("row").asText() + " through " + spoken.wireName(), spoken, row, said));
                }
            }
        }
        return cells.stream();
    }

    /** Refused at once, and failed after Meta had taken it. */
    static Stream<Arguments> errors() {
        return Stream.of("refused", "failed")
                .flatMap(scenario -> CODES.keySet().stream()
                        .sorted()
                        .flatMap(code -> Arrays.stream(Spoken.values())
                                .map(spoken -> Arguments.of(
                                        code + " " + scenario + " through " + spoken.wireName(),
                                        spoken,
                                        scenario,
                                        code))));
    }

    private interface Cell {
        void visit(String name, Spoken spoken);
    }

    private static void each(Cell cell) throws IOException {
        Stream.concat(cells(), errors()).forEach(one -> cell.visit((String) one.get()[0], (Spoken) one.get()[1]));
    }

    /** Somebody who writes, so that free messages may go to him: who he is, and Meta's id of what he wrote. */
    private String[] writes(Spoken spoken) {
        var person = "14155" + NEXT_PERSON.incrementAndGet();
        var wamid = meta.control()
                .post("/numbers/" + number(spoken) + "/people/" + person + "/messages", "{\"text\":\"Hello?\"}")
                .ok()
                .get("wamid")
                .asText();
        return new String[] {person, wamid};
    }

    private void awaitInbound(String wamid) {
        Api.await("the inbound message", () -> {
            var found = api.get("/whatsapp/messages/" + wamid);
            return found.status() == 200 ? Optional.of(found) : Optional.empty();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void thePhoneGetsTheSameMessage(String name, Spoken spoken, JsonNode row, JsonNode said) {
        var one = sent.get(name);
        var type = row.get("type").asText();
        assertThat(one.answer().status()).as(one.answer().text()).isIn(200, 201, 202);

        var request = onThePhone(spoken, one.person());

        assertThat(request.get("type").asText()).isEqualTo(type);
        var wanted = said.has("becomes") ? said.get("becomes") : row.get("canonical");
        assertThat(request.get(type)).isEqualTo(filled(wanted, spoken, new String[] {one.person(), one.wamid()}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void whatMetaRefusesIsToldWithItsCode(String name, Spoken spoken, String scenario, int code) {
        var one = sent.get(name);
        boolean isToldAtOnce = scenario.equals("refused") && spoken.waitsForMeta();

        if (isToldAtOnce) {
            assertThat(one.answer().status()).as(one.answer().text()).isEqualTo(400);
            assertThat(codeOf(spoken, one.answer().json()))
                    .isEqualTo(spoken == Spoken.ON_PREMISE ? CODES.get(code) : code);
            assertThat(one.answer().text()).contains(Integer.toString(code));
        } else {
            assertThat(one.answer().status()).as(one.answer().text()).isIn(200, 201, 202);
        }
        if (spoken != Spoken.GRAPH) {
            var failure = spoken.failure(one.person(), code);
            Api.await(
                    name,
                    () -> receivers.get(spoken).calls().stream()
                            .filter(call -> failure.test(call.event()))
                            .findFirst());
        }
    }

    private static int codeOf(Spoken spoken, JsonNode body) {
        return body.at(spoken == Spoken.ON_PREMISE ? "/errors/0/code" : "/error/code")
                .asInt();
    }

    /** What Meta was asked to send to a person, who got nothing else. */
    private JsonNode onThePhone(Spoken spoken, String person) {
        return Api.await("a message on the phone of " + person, () -> {
            var messages = meta.control()
                    .get("/numbers/" + number(spoken) + "/people/" + person + "/messages?limit=20")
                    .ok()
                    .get("messages");
            return StreamSupport.stream(messages.spliterator(), false)
                    .filter(message -> message.has("request"))
                    .map(message -> message.get("request"))
                    .findFirst();
        });
    }

    private JsonNode filled(JsonNode given, Spoken spoken, String[] person) {
        var filled = given.toString()
                .replace("{to}", person[0])
                .replace("{wamid}", person[1])
                .replace("{channel}", channel)
                .replace("{number}", number(spoken));
        try {
            return MAPPER.readTree(filled);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(filled, wrong);
        }
    }
}
