package org.chasqui.platform.accounts.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we post about a number is what Meta's OpenAPI description asks for, and what it would refuse is said before. */
class GraphBodiesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ProfileChange NOTHING = new ProfileChange(null, null, null, null, null, null, null);

    @Test
    void aWholeProfile() throws IOException {
        var change = new ProfileChange(
                "x".repeat(139),
                "y".repeat(256),
                "z".repeat(512),
                "shop@example.com",
                List.of("https://example.com", "http://example.org/a"),
                "RETAIL",
                "4::aW1h");

        assertThat(faults("profile", change.body())).isEmpty();
    }

    @Test
    void everyIndustryOfOursIsOneOfMetas() throws IOException {
        for (var vertical : ProfileChange.VERTICALS) {
            var body = new ProfileChange(null, null, null, null, null, vertical, null).body();
            assertThat(faults("profile", body)).as(vertical).isEmpty();
        }
    }

    @Test
    void onlyWhatIsGivenIsSent() {
        assertThat(NOTHING.body()).containsOnlyKeys("messaging_product");
        assertThat(new ProfileChange(null, "", null, null, List.of(), null, null).body())
                .containsEntry("address", "")
                .containsEntry("websites", List.of())
                .doesNotContainKey("about");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com", "example.com", "https://", "javascript:alert(1)", "https://a b"})
    void whatIsNoWebsiteIsRefused(String website) {
        assertThatThrownBy(() -> new ProfileChange(null, null, null, null, List.of(website), null, null).body())
                .isInstanceOf(RequestFailed.class);
    }

    @Test
    void whatMetaWouldRefuseIsRefusedBefore() {
        var tooMany = List.of("https://a.example", "https://b.example", "https://c.example");
        for (var change : List.of(
                new ProfileChange("x".repeat(140), null, null, null, null, null, null),
                new ProfileChange(" ", null, null, null, null, null, null),
                new ProfileChange(null, "x".repeat(257), null, null, null, null, null),
                new ProfileChange(null, null, "x".repeat(513), null, null, null, null),
                new ProfileChange(null, null, null, "nobody", null, null, null),
                new ProfileChange(null, null, null, null, tooMany, null, null),
                new ProfileChange(null, null, null, null, null, "SPACE", null))) {
            assertThatThrownBy(change::body).isInstanceOf(RequestFailed.class);
        }
    }

    @Test
    void messageLinks() throws IOException {
        assertThat(faults("link", MessageLinks.body(null, "x".repeat(140)))).isEmpty();
        // A change fits both of Meta's alternatives, so "one and only one" cannot hold.
        assertThat(faults("link/oneOf/1", MessageLinks.body("4O4YGZEG3RIVE2", "Hello")))
                .isEmpty();
        assertThatThrownBy(() -> MessageLinks.body(null, "x".repeat(141))).isInstanceOf(RequestFailed.class);
        assertThatThrownBy(() -> MessageLinks.body("../debug_token", "Hello")).isInstanceOf(RequestFailed.class);
    }

    @Test
    void blockedUsers() throws IOException {
        var body = BlockList.body(List.of("+5511955501234"));

        assertThat(faults("block", body)).isEmpty();
        assertThat(faults("unblock", body)).isEmpty();
        assertThatThrownBy(() -> BlockList.body(List.of())).isInstanceOf(RequestFailed.class);
    }

    @Test
    void iceBreakersAndCommands() throws IOException {
        var helps = new ChatHelps.Helps(
                List.of("Where is my order?"), List.of(new ChatHelps.Command("order", "Ask about an order")));

        assertThat(faults("components", ChatHelps.body(helps))).isEmpty();
        for (var wrong : List.of(
                new ChatHelps.Helps(List.of("Hi \uD83D\uDE00"), List.of()),
                new ChatHelps.Helps(List.of("1", "2", "3", "4", "5"), List.of()),
                new ChatHelps.Helps(List.of("x".repeat(81)), List.of()),
                new ChatHelps.Helps(List.of(), List.of(new ChatHelps.Command("two words", "x"))),
                new ChatHelps.Helps(List.of(), List.of(new ChatHelps.Command("order", "x".repeat(257)))))) {
            assertThatThrownBy(() -> ChatHelps.body(wrong)).isInstanceOf(RequestFailed.class);
        }
    }

    @Test
    void theDescriptionRefusesWhatIsWrong() throws IOException {
        assertThat(faults("profile", Map.of("about", "no product"))).isNotEmpty();
        assertThat(faults("link", Map.of("prefilled_message", "x".repeat(141)))).isNotEmpty();
        assertThat(faults("block", Map.of("block_users", "all"))).isNotEmpty();
    }

    private static Set<ValidationMessage> faults(String name, Map<String, Object> body) throws IOException {
        try (var in = GraphBodiesTest.class.getResourceAsStream("/meta-openapi/numbers_v23.0.json")) {
            var root = (ObjectNode) MAPPER.readTree(in);
            root.put("$ref", "#/$defs/" + name);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(root)
                    .validate(MAPPER.valueToTree(body));
        }
    }
}
