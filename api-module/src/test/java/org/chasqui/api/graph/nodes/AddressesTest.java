package org.chasqui.api.graph.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.chasqui.api.conformance.Covers;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static final String OURS = "https://wa.example.com";

    @Test
    @Covers("G0-11")
    void furtherPagesAreAskedOfUsAndNoTokenIsShown() throws IOException {
        var answer = led("""
                {"data":[],"paging":{"cursors":{"after":"QVFI"},
                "next":"https://graph.facebook.com/v24.0/1029/message_templates?access_token=EAAB&limit=25&after=QVFI"}}""");

        assertThat(answer.at("/paging/next").asText())
                .isEqualTo(OURS + "/graph/v24.0/1029/message_templates?limit=25&after=QVFI");
        assertThat(answer.at("/paging/cursors/after").asText()).isEqualTo("QVFI");
        assertThat(answer.toString()).doesNotContain("EAAB");
    }

    @Test
    void theSandboxHasItsVersionDeeperInThePath() throws IOException {
        var answer = led("""
                {"phone_numbers":{"data":[],"paging":{
                "previous":"http://localhost:8080/sandbox/graph/v23.0/1029/phone_numbers?before=X"}}}""");

        assertThat(answer.at("/phone_numbers/paging/previous").asText())
                .isEqualTo(OURS + "/graph/v23.0/1029/phone_numbers?before=X");
    }

    @Test
    void anAddressThatIsNoneOfGraphsIsLeftOut() throws IOException {
        var answer = led("""
                {"data":[],"paging":{"cursors":{"after":"A"},"next":"not an address at all"}}""");

        assertThat(answer.path("paging").has("next")).isFalse();
        assertThat(answer.at("/paging/cursors/after").asText()).isEqualTo("A");
    }

    private static JsonNode led(String json) throws IOException {
        var answer = new ObjectMapper().readTree(json);
        Addresses.lead(answer, OURS);
        return answer;
    }
}
