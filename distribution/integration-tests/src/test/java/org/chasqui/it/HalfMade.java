package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;

/** An onboarding whose process is killed while Meta registers its number. */
final class HalfMade {
    private final String run;
    private final String number;

    private HalfMade(String run, String number) {
        this.run = run;
        this.number = number;
    }

    /** Comes back when Meta has registered the number and the answer is still on its way. */
    static HalfMade begin(Product product) {
        var given = new SandboxSignup(product).finish("Half made", "15550778800", "slow_register");
        var api = Api.of(product);
        var caller = new Thread(() -> {
            try {
                api.trySend("POST", "/whatsapp/onboarding/exchange", SandboxSignup.exchange(given));
            } catch (IOException killed) {
                // As it should be.
            }
        });
        caller.setDaemon(true);
        caller.start();
        var number = given.get("phone_number_id").asText();
        var control = new Meta(product).control();
        Api.await(
                "the registration at Meta",
                () -> Optional.of(control.get("/numbers/" + number + "/registration")
                                .ok())
                        .filter(registration -> registration.get("registered").asBoolean()));
        var half = api.get("/whatsapp/onboarding").ok().get(0);
        assertThat(half.get("state").asText()).isEqualTo("running");
        assertThat(api.get("/whatsapp/phone_numbers/" + number).status())
                .as("a half-made number is not there")
                .isEqualTo(404);
        return new HalfMade(half.get("id").asText(), number);
    }

    /** The run goes on by itself, and Meta has seen one registration. */
    void isFinishedOnce(Product product) {
        var api = Api.of(product);
        var ready = Api.await(
                "the run that was killed",
                () -> Optional.of(api.get("/whatsapp/onboarding/" + run).ok())
                        .filter(found -> found.get("state").asText().equals("ready")));
        for (var step : ready.get("steps")) {
            assertThat(step.get("attempts").asInt())
                    .as(step.toString())
                    .isEqualTo(step.get("step").asText().equals("register") ? 2 : 1);
        }
        assertThat(new Meta(product)
                        .control()
                        .get("/numbers/" + number + "/registration")
                        .ok()
                        .get("tries")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.get("/whatsapp/phone_numbers/" + number)
                        .ok()
                        .get("status")
                        .asText())
                .isEqualTo("CONNECTED");
    }
}
