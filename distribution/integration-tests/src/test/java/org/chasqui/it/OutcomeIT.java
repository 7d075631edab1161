package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outcome table against a Meta that misbehaves on the wire: where each message ends, and how often it was posted. */
@ExtendWith(SharedProduct.class)
class OutcomeIT {
    /** What it is called, whom it goes to, how it ends, and how many posts Meta accepted. */
    private static final String TABLE = """
            # Accepted by Meta, but the answer never told so: a status settles what was uncertain.
            reset,               +491597000005, read,      1
            half,                +491597000007, read,      1
            500,                 +491597000010, read,      1
            502,                 +491597000012, read,      1
            garbage,             +491597000014, read,      1
            no-wamid,            +491597000015, read,      1
            empty,               +491597000016, read,      1
            # Not accepted, and the wire told nothing: held, never sent again by itself.
            reset-lost,          +491597000006, uncertain, 0
            500-lost,            +491597000011, uncertain, 0
            503,                 +491597000013, uncertain, 0
            131016,              +491598131016, uncertain, 0
            # Refused for good, at once or by webhook.
            131026,              +491598131026, failed,    0
            131051,              +491598131051, failed,    0
            131026 by webhook,   +491599131026, failed,    1
            131049 by webhook,   +491599131049, failed,    1
            blocked,             +491597000031, failed,    1
            sent then failed,    +491597000029, failed,    1
            # Webhooks that are late, doubled, shuffled or early.
            before the answer,   +491597000026, read,      1
            duplicate,           +491597000024, read,      1
            reorder,             +491597000025, read,      1
            read only,           +491597000023, read,      1
            unread,              +491597000022, delivered, 1
            sent only,           +491597000021, sent,      1
            silent,              +491597000020, accepted,  1
            failed but delivered, +491597000028, delivered, 1
            """;

    /** The message of each line of the table: all are sent at once, since most of their lives is waiting. */
    private static final Map<String, String> SENT = new HashMap<>();

    private final Product product;
    private final Api api;
    private final Meta meta;
    private final String number;

    OutcomeIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
        this.meta = new Meta(product);
        this.number = Sending.firstNumber(api);
    }

    @BeforeAll
    static void sendTheTable(Product product) {
        var api = Api.of(product);
        var number = Sending.firstNumber(api);
        TABLE.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            var to = line.split(",")[1].strip();
            SENT.put(to, send(api, number, to).get("id").asText());
        });
    }

    @ParameterizedTest(name = "{0} ends {2}")
    @CsvSource(textBlock = TABLE)
    void aUtilityMessage(String name, String to, String end, int posts) {
        var id = SENT.get(to);

        var message = Sending.awaitStatus(api, id, end);

        assertThat(posts(id)).as("posts that Meta accepted").isEqualTo(posts);
        if (end.equals("failed") || end.equals("uncertain")) {
            assertThat(message.at("/error/advice").asText()).as("what to do").isNotBlank();
        }
    }

    @Test
    void aOneTimeCodeIsPostedAgainAfterAFaultThatMetaReports() {
        // The phone refuses once with 131016 and then takes the message.
        var to = "491511112222";
        meta.control()
                .put("/behaviours/" + to, "{\"scenario\":\"refused\",\"code\":131016,\"times\":1}")
                .ok();

        var id = sendCode("+" + to);
        var message = Sending.awaitStatus(api, id, "delivered", "read");

        assertThat(message.get("attempts")).hasSize(2);
        assertThat(message.at("/attempts/1/resend").asBoolean())
                .as("the resend is recorded")
                .isTrue();
        assertThat(posts(id)).isEqualTo(1);
    }

    @Test
    void aThrottledMessageWaitsAndGoes() {
        var to = "491511113333";
        meta.control()
                .put("/behaviours/" + to, "{\"scenario\":\"refused\",\"code\":131056,\"times\":1}")
                .ok();

        var id = send("+" + to).get("id").asText();
        var message = Sending.awaitStatus(api, id, "delivered", "read");

        assertThat(message.at("/attempts/0/outcome").asText()).isEqualTo("throttled");
        assertThat(message.at("/attempts/1/outcome").asText()).isEqualTo("accepted");
        assertThat(posts(id)).isEqualTo(1);
    }

    @Test
    void messagesToOnePersonKeepTheirOrder() {
        var to = "+491511114444";
        var ids = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            ids.add(send(to).get("id").asText());
        }
        var accepted = ids.stream()
                .map(id -> Instant.parse(step(Sending.awaitStatus(api, id, "read"), "sending")))
                .toList();

        assertThat(accepted).isSorted();
    }

    /** What belongs together is committed together: PostgreSQL marks each row with the transaction that wrote it. */
    @Test
    void theOutcomeOfACallIsOneCommit() throws Exception {
        var id = send("+491597000020").get("id").asText();
        Sending.awaitStatus(api, id, "accepted");

        try (var connection = DriverManager.getConnection(
                        product.databaseUrl(), "chasqui", product.secret("database.password"));
                var statement = connection.prepareStatement("select m.xmin::text = a.xmin::text from msg_message m"
                        + " join msg_attempt a on a.message_id = m.id where m.id = ?::uuid")) {
            statement.setString(1, id);
            try (var row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBoolean(1))
                        .as("message and attempt in one transaction")
                        .isTrue();
            }
        }
    }

    private static String step(JsonNode message, String status) {
        for (var step : message.get("steps")) {
            if (step.get("status").asText().equals(status)) {
                return step.get("at").asText();
            }
        }
        throw new AssertionError("no step " + status + " in " + message);
    }

    /** How many posts of a message Meta has accepted, over all attempts. */
    private int posts(String id) {
        return meta.ledger(meta.credential("waba-id")).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(id))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private String sendCode(String to) {
        var body = """
                {"phone_number_id":"%s","to":"%s","template":"login_code","language":"en_US","components":[
                  {"type":"body","parameters":[{"type":"text","text":"123456"}]},
                  {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"123456"}]}]}
                """;
        return api.post("/whatsapp/messages/template", body.formatted(number, to))
                .ok()
                .get("id")
                .asText();
    }

    private JsonNode send(String to) {
        return send(api, number, to);
    }

    private static JsonNode send(Api api, String number, String to) {
        return api.post("/whatsapp/messages/template", Sending.template(number, to))
                .ok();
    }
}
