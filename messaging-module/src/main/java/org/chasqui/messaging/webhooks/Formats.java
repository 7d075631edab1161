package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** The words that whoever makes an endpoint may have it told in. */
@ApplicationScoped
public class Formats {
    @Inject
    @Any
    Instance<WebhookFormat> known;

    /** Their names, our own first. */
    public List<String> offered() {
        var others =
                all().filter(WebhookFormat::isOffered).map(WebhookFormat::name).sorted();
        return Stream.concat(Stream.of(Wording.OWN.format()), others).toList();
    }

    Stream<WebhookFormat> all() {
        return known.stream();
    }

    /** Whether somebody may choose other words for an endpoint that is told in these. */
    public boolean isChangeable(String present) {
        return offered().contains(present);
    }

    /**
     * The wording that somebody wants of an endpoint.
     *
     * @param name null to leave it as it is
     * @param present the format that the endpoint has; null for a new one
     * @return null to leave it as it is
     * @throws RequestFailed VALIDATION_FAILED of the field {@code format}
     */
    public @Nullable Wording choose(@Nullable String name, @Nullable String present) {
        if (name == null || name.equals(present)) {
            return null;
        }
        var offered = offered();
        if (!offered.contains(name)) {
            throw RequestFailed.invalid("format", "must be " + String.join(" or ", offered) + ".");
        }
        if (present != null && !offered.contains(present)) {
            throw RequestFailed.invalid(
                    "format",
                    "stays " + present + ": a client of that API has made this endpoint, and changes it there. Make"
                            + " another one.");
        }
        return new Wording(name, null);
    }
}
