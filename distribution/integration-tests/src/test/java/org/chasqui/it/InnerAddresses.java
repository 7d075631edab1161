package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;

/** The list of addresses that lead into one's own network, or nowhere, put to a product that is not in the sandbox. */
final class InnerAddresses {
    private static final String LIST =
            "platform-module/src/test/resources/org/chasqui/platform/outgoing/refused-urls.txt";

    private InnerAddresses() {}

    /** None of them can be made a webhook; those that need a name server to be found out are tested beside the guard. */
    static void areRefusedBy(Api api) throws IOException {
        var urls = Files.readAllLines(Product.repository().resolve(LIST)).stream()
                .filter(line -> !line.startsWith("#") && !line.contains(".example/"))
                .toList();
        assertThat(urls).hasSizeGreaterThanOrEqualTo(100);
        for (var url : urls) {
            var body = JsonNodeFactory.instance.objectNode().put("url", url);
            body.putArray("events").add("*");
            var answer = api.post("/whatsapp/webhooks", body.toString());
            assertThat(answer.status()).as(url + " " + answer.text()).isEqualTo(422);
            assertThat(answer.json().at("/error/details/0/field").asText())
                    .as(url)
                    .isEqualTo("url");
        }
        assertThat(api.get("/whatsapp/webhooks").ok()).isEmpty();
    }
}
