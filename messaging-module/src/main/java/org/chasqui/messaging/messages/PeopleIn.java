package org.chasqui.messaging.messages;

import java.util.List;
import java.util.Set;
import org.chasqui.platform.phone.Countries;

/**
 * Messages to and from people of some countries, which stand in no column: a country is told by the number or the user id.
 *
 * @param countries ISO 3166-1 alpha-2
 * @param except whether it is all countries but these; who belongs to no country is among them
 */
public record PeopleIn(Set<String> countries, boolean except) {
    /** Whether a person is one of them: digits of a phone number, or a business-scoped user id. */
    boolean has(String peer) {
        return countries.contains(Countries.of(peer)) != except;
    }

    /** With one of these every one of them begins, and maybe others; empty when nothing can be said of it. */
    List<String> prefixes() {
        return except
                ? List.of()
                : countries.stream()
                        .flatMap(country -> Countries.prefixes(country).stream())
                        .distinct()
                        .toList();
    }
}
