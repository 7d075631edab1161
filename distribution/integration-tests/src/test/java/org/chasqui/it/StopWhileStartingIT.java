package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who has second thoughts while it starts: Ctrl-C ends all that was begun. */
class StopWhileStartingIT {
    @Test
    void stopWhileItStartsLeavesNoProcess() {
        try (var product = Product.named("stop-early").start().awaitOutput("server ready")) {
            product.stop();
            assertThat(product.output()).doesNotContain("\tat ").doesNotContain("cannot start");
            assertThat(product.databaseProcesses()).isEmpty();
        }
    }
}
