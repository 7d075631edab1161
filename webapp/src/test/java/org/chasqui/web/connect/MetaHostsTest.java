package org.chasqui.web.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetaHostsTest {
    private static final Pattern POLICY =
            Pattern.compile("primefaces\\.CSP_POLICY</param-name>\\s*<param-value>([^<]+)</param-value>");

    @Test
    void opensThePolicyOfTheDashboardForMetaAndNobodyElse() throws IOException {
        var found = POLICY.matcher(Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml")));
        assertThat(found.find()).isTrue();
        var policy = found.group(1);

        var widened = MetaHosts.widened(policy + " 'nonce-abc'");

        assertThat(widened)
                .contains("script-src 'self' https://connect.facebook.net 'nonce-abc'")
                .contains("connect-src 'self' https://connect.facebook.net https://www.facebook.com")
                .contains("frame-src https://www.facebook.com")
                .contains("img-src 'self' https://www.facebook.com")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "*");
        assertThat(widened.replaceAll("https://\\S*facebook\\.(com|net)", "")).doesNotContain("https:");
    }
}
