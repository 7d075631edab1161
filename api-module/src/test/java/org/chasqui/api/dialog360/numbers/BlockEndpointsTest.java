package org.chasqui.api.dialog360.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chasqui.api.dialog360.Told;
import org.chasqui.platform.accounts.profile.BlockList;
import org.junit.jupiter.api.Test;

class BlockEndpointsTest {
    @Test
    void whoWasBlockedIsToldFromWhoWasNot() {
        var answer = BlockEndpoints.done(
                "added_users",
                List.of(
                        new BlockList.Result("+1 415 555 0100", "14155550100", null),
                        new BlockList.Result("+1 415 555 0101", null, "not in 24 hours")));

        assertThat(Told.tree(new String(answer.body(), StandardCharsets.UTF_8)))
                .isEqualTo(Told.tree("{\"messaging_product\":\"whatsapp\",\"block_users\":{\"added_users\":[{\"input\":"
                        + "\"+1 415 555 0100\",\"wa_id\":\"14155550100\"}],\"failed_users\":[{\"input\":\"+1 415 555 0101\","
                        + "\"wa_id\":null,\"errors\":[{\"message\":\"not in 24 hours\"}]}]}}"));
    }
}
