package org.chasqui.platform.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.config.StartRefused;

/**
 * What may be called.
 *
 * @param allowsInsecure whether http, any port, loopback and private networks are allowed: on a developer's machine only
 * @param ports the ports that are allowed otherwise
 * @param connectTimeout how long to wait for a connection
 * @param totalTimeout how long a call may take from its beginning to the last byte that is read
 */
public record OutgoingRules(
        boolean allowsInsecure, Set<Integer> ports, Duration connectTimeout, Duration totalTimeout) {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    static OutgoingRules from(Settings settings) {
        return new OutgoingRules(
                settings.flag("chasqui.webhooks.allow-insecure").orElseGet(() -> isDevelopersMachine(settings)),
                ports(settings.text("chasqui.webhooks.ports").orElse("443,80,8443")),
                CONNECT,
                timeout(settings.text("chasqui.webhooks.timeout").orElse("PT15S")));
    }

    /** With an app of Meta this is no playground any more, even if the sandbox is on beside it. */
    private static boolean isDevelopersMachine(Settings settings) {
        return settings.isSandboxEnabled() && !settings.isMetaAppConfigured();
    }

    private static Set<Integer> ports(String list) {
        var ports = new TreeSet<Integer>();
        for (var word : list.split(",")) {
            try {
                int port = Integer.parseInt(word.strip());
                if (port > 0 && port < 65_536) {
                    ports.add(port);
                    continue;
                }
            } catch (NumberFormatException noNumber) {
                // Falls through to the same sentence.
            }
            throw new StartRefused("chasqui.webhooks.ports must be ports such as 443,8443, not \"" + list + "\".");
        }
        return Set.copyOf(ports);
    }

    private static Duration timeout(String text) {
        try {
            var timeout = Duration.parse(text);
            if (timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(Duration.ofSeconds(30)) <= 0) {
                return timeout;
            }
        } catch (DateTimeParseException noDuration) {
            // Falls through to the same sentence.
        }
        throw new StartRefused("chasqui.webhooks.timeout must be a duration up to PT30S, not \"" + text + "\".");
    }

    /** Makes the guard and the client of this installation. */
    @ApplicationScoped
    static class Producer {
        /** Not proxied: it holds threads and connections, of which a proxy would make its own. */
        @Produces
        @Singleton
        OutgoingClient client(Settings settings) {
            return OutgoingClient.of(from(settings));
        }
    }
}
