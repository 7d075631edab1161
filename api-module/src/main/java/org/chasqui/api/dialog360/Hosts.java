package org.chasqui.api.dialog360;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.platform.config.Settings;

/**
 * Names of this server that are the on-premise base URL, for clients that take a host and no path: {@code
 * waba.360dialog.io} is one of its own there, too.
 */
@ApplicationScoped
class Hosts {
    @Inject
    Settings settings;

    private Set<String> onPremise = Set.of();

    @PostConstruct
    void read() {
        onPremise = List.of(settings.text("chasqui.dialog360.onpremise-hosts")
                        .orElse("")
                        .split(","))
                .stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isOnPremise(String host) {
        return onPremise.contains(host.toLowerCase(Locale.ROOT));
    }
}
