package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** More requests wait for a slow Meta than the server has threads (200), and it is there for others all the while. */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitingIT {
    private static final int REQUESTS_OF_EACH = 120;
    private static final int THREADS_OF_THE_SERVER = 200;
    private static final int META_TAKES = 5_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final Product product;
    private final Meta meta;
    private final Api api;
    private final Dialog360Number account;

    WaitingIT(Product product) {
        this.product = product;
        meta = new Meta(product);
        api = Api.of(product);
        account = new Dialog360Number(product, "Waiting");
    }

    @AfterAll
    void metaIsQuickAgain() {
        for (var number : List.of(account.id(), account.second())) {
            meta.control().delete("/behaviours/" + number);
        }
    }

    @Test
    void allGetTheirWamidAndMetaIsHeardMeanwhile() {
        // A status tells the wamid, too: it must not be faster than the answer.
        for (var number : List.of(account.id(), account.second())) {
            meta.control()
                    .put(
                            "/behaviours/" + number,
                            "{\"scenario\":\"slow\",\"answer_after\":%1$d,\"status_delay\":%1$d}".formatted(META_TAKES))
                    .ok();
        }
        var waiting = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < REQUESTS_OF_EACH; i++) {
            waiting.add(post("/messages", "D360-API-KEY", account.key(), i));
            waiting.add(post(
                    "/graph/v24.0/" + account.second() + "/messages",
                    "Authorization",
                    "Bearer " + product.apiKey(),
                    REQUESTS_OF_EACH + i));
        }
        Api.await("more who wait than there are threads", () -> {
            long wait = stored()
                    - waiting.stream().filter(CompletableFuture::isDone).count();
            return wait > THREADS_OF_THE_SERVER ? Optional.of(wait) : Optional.empty();
        });

        new MetaPost(product, meta.credential("phone-number-id"))
                .messages(new MetaPost(product, meta.credential("phone-number-id"))
                        .text("14155558500", MetaPost.newWamid(), "Hello"));

        assertThat(waiting.stream().filter(request -> !request.isDone()).count())
                .as("still wait when Meta has its 200")
                .isGreaterThan(THREADS_OF_THE_SERVER);
        assertThat(waiting).allSatisfy(request -> {
            var answer = request.join();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(new ObjectMapper()
                            .readTree(answer.body())
                            .at("/messages/0/id")
                            .asText())
                    .startsWith("wamid.");
        });
    }

    /** Messages of the account that are kept, whatever has become of them. */
    private long stored() {
        return Books.of(product)
                .number("select count(*) from msg_message where direction = 0 and phone_number_id in ('%s', '%s')"
                        .formatted(account.id(), account.second()));
    }

    private CompletableFuture<HttpResponse<String>> post(String path, String header, String key, int person) {
        var body = """
                {"messaging_product":"whatsapp","to":"%d","type":"template","template":{"name":"hello_chasqui",
                 "language":{"code":"en_US"},
                 "components":[{"type":"body","parameters":[{"type":"text","text":"Ana"}]}]}}
                """.formatted(14155558200L + person);
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header(header, key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }
}
