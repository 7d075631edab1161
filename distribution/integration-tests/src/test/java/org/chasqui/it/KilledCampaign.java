package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A campaign whose gateway is killed while it runs, of people with whom every tenth call goes wrong. */
final class KilledCampaign {
    static final int PEOPLE = 600;

    /** Reset, half an answer, 500, broken JSON, no wamid, an empty answer; statuses thrice, reversed, before the answer. */
    private static final List<String> TROUBLES = List.of(
            "97000005", "97000007", "97000010", "97000014", "97000015", "97000016", "97000024", "97000025", "97000026");

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
        return i % 10 == 9 ? "+49" + (10_000 + i) + TROUBLES.get(i / 10 % TROUBLES.size()) : "+4916" + (10_000_000 + i);
    }

    void launch() {
        api.post(CAMPAIGNS + "/" + id + "/launch", null).ok();
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
        assertThat(counts.get("read").asInt() + counts.get("uncertain").asInt())
                .as("read, or on the wire when it died: %s", counts)
                .isEqualTo(PEOPLE);
        assertThat(counts.get("read").asLong())
                .isEqualTo(books.number(
                        "select count(*) from msg_message where campaign_id = '" + id + "' and status = 5"));
    }
}
