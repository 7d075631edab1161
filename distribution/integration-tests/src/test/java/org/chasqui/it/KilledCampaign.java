package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A campaign that is paused, goes on, and whose gateway is killed while it runs, of people with whom every tenth call goes
 * wrong. The large form of it is {@code bin/chaos}.
 */
final class KilledCampaign {
    static final int PEOPLE = 600;

    /** Reset, half an answer, 500, broken JSON, no wamid, an empty answer; statuses thrice, reversed, before the answer. */
    private static final List<String> TROUBLES = List.of(
            "97000005", "97000007", "97000010", "97000014", "97000015", "97000016", "97000024", "97000025", "97000026");

    /** Refused at once; taken, and failed later: nobody there, and too much marketing. */
    private static final List<String> REFUSALS = List.of("98131008", "99131026", "99131049");

    private static final List<String> ENDINGS =
            Stream.concat(TROUBLES.stream(), REFUSALS.stream()).toList();

    private static final int OTHERS_MEANWHILE = 20;
    private static final String CAMPAIGNS = "/whatsapp/campaigns";

    private final Api api;
    private final String id;

    /** Draws it, for the number of an account whose templates are on their way. */
    KilledCampaign(Api api, String number) {
        this.api = api;
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> "{\"to\":\"" + person(i) + "\",\"variables\":{\"1\":\"Ana\"}}")
                .collect(Collectors.joining(","));
        var body = "{\"name\":\"Killed\",\"template\":\"hello_chasqui\",\"phone_number_id\":\"" + number
                + "\",\"recipients\":[" + people + "]}";
        id = Api.await("the templates of the account", () -> {
            var answer = api.post(CAMPAIGNS, body);
            return answer.status() == 404
                    ? Optional.empty()
                    : Optional.of(answer.ok().get("id").asText());
        });
    }

    private static String person(int i) {
        return i % 10 == 9 ? "+49" + (10_000 + i) + ENDINGS.get(i / 10 % ENDINGS.size()) : "+4916" + (10_000_000 + i);
    }

    private static long refusable() {
        return IntStream.range(0, PEOPLE)
                .filter(i -> REFUSALS.stream().anyMatch(person(i)::endsWith))
                .count();
    }

    void launch() {
        api.post(CAMPAIGNS + "/" + id + "/launch", null).ok();
    }

    /**
     * Pauses it in its first seconds: calls on the wire end, and nothing follows while others send. Then it goes on.
     *
     * @param others how many messages of others were accepted until now
     * @param most how many they are before the kill
     */
    void pausesWhileOthersSend(IntSupplier others, int most) {
        Api.await(
                "its first messages",
                () -> Optional.of(counts()).filter(now -> now.get("queued").asInt() < PEOPLE));
        api.post(CAMPAIGNS + "/" + id + "/pause", null).ok();
        var still = Api.await(
                "the end of its calls",
                () -> Optional.of(counts()).filter(now -> now.get("sending").asInt() == 0));
        int enough = Math.min(most, others.getAsInt() + OTHERS_MEANWHILE);
        Api.await("messages of others", () -> Optional.of(others.getAsInt()).filter(now -> now >= enough));
        var later = api.get(CAMPAIGNS + "/" + id).ok();
        assertThat(later.get("status").asText()).isEqualTo("paused");
        assertThat(later.at("/counts/queued").asInt())
                .as("held in the middle")
                .isPositive()
                .isEqualTo(still.get("queued").asInt());
        var resumed = api.post(CAMPAIGNS + "/" + id + "/resume", null).ok();
        assertThat(resumed.get("status").asText()).isEqualTo("running");
    }

    private JsonNode counts() {
        return api.get(CAMPAIGNS + "/" + id).ok().get("counts");
    }

    void awaitFinished(Duration patience) {
        Api.await(
                "the end of the campaign",
                patience,
                () -> Optional.of(api.get(CAMPAIGNS + "/" + id).ok())
                        .filter(one -> one.get("status").asText().equals("finished")));
    }

    /** The ids of the messages to everybody who was on the list. */
    Set<String> messages() {
        var ids = new HashSet<String>();
        api.get(CAMPAIGNS + "/" + id + "/recipients/export")
                .text()
                .lines()
                .skip(1)
                .forEach(line -> ids.add(line.split(",")[8]));
        return ids;
    }

    void countsWhatItsRowsSay(Books books) {
        var counts = api.get(CAMPAIGNS + "/" + id).ok().get("counts");
        assertThat(counts.get("total").asInt()).isEqualTo(PEOPLE);
        assertThat(counts.get("read").asInt()
                        + counts.get("failed").asInt()
                        + counts.get("uncertain").asInt())
                .as("read, failed, or on the wire when it died: %s", counts)
                .isEqualTo(PEOPLE);
        assertThat(counts.get("failed").asLong())
                .as("whom Meta refuses, unless they were on the wire: %s", counts)
                .isBetween(Math.max(1, refusable() - counts.get("uncertain").asInt()), refusable());
        var errors = api.get(CAMPAIGNS + "/" + id + "/report").ok().get("errors");
        assertThat(StreamSupport.stream(errors.spliterator(), false)
                        .mapToLong(error -> error.get("count").asLong())
                        .sum())
                .as("each with its code: %s", errors)
                .isEqualTo(counts.get("failed").asLong());
        assertThat(counts.get("read").asLong())
                .isEqualTo(books.number(
                        "select count(*) from msg_message where campaign_id = '" + id + "' and status = 5"));
    }
}
