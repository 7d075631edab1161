package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole product is killed with -9, its sandbox along with it, and started again on the newest JDK of this machine: what
 * was answered or begun is there, or goes on. The shared product is good enough for that, and serves the tests that follow.
 * With a Meta that lives on: {@link KillUnderLoadIT}.
 */
@ExtendWith(SharedProduct.class)
class KilledProductIT {
    private final Product product;

    KilledProductIT(Product product) {
        this.product = product;
    }

    @Test
    void whatWasAnsweredOrBegunSurvivesKillNine() throws Exception {
        Sending.awaitSilence(product);
        Kept.write(product);
        try (var customer = new DownCustomer(product)) {
            // Meta answers it after eight seconds: the product dies before.
            var half = HalfMade.begin(product);
            customer.sendsMore();

            product.kill9();
            customer.productIsDead();
            assertThat(product.databaseProcesses())
                    .as("the database outlived it")
                    .isNotEmpty();

            Product.newestJdk().ifPresent(product::onJdk);
            product.restart().awaitReady();
            assertThat(product.output()).contains("starts on Java " + product.javaVersion());
            assertThat(product.output())
                    .as("what only the first start shows")
                    .doesNotContainPattern("(?m)^ +(Password|API key) ")
                    .doesNotContain("cm_");
            Kept.isThere(product);
            customer.isToldEverything();
            half.isFinishedOnce(product);
            sendAndAwaitRead();
        }
    }

    /** The smoke test: the whole way out to Meta and back. */
    private void sendAndAwaitRead() {
        var api = Api.of(product);
        var sent = api.post("/whatsapp/messages/template", Sending.template(Sending.firstNumber(api), "+4915110000001"))
                .ok();
        Sending.awaitStatus(api, sent.get("id").asText(), "read");
    }
}
