package org.chasqui.campaigns.recipients;

import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.messaging.messages.Recipient;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.phone.NumberVariants;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to put on the list.
 *
 * @param written the address as it was given
 * @param peer digits of a phone number or a user id; null when what was written is neither
 * @param name null when unknown
 * @param variables what stands in the places of the template, by position or name
 * @param line line of the file, 1 for the header; null when it came from no file
 * @param problem why the row cannot be used; null when it can
 */
public record NewRecipient(
        String written,
        @Nullable String peer,
        @Nullable String name,
        Map<String, String> variables,
        @Nullable Long line,
        @Nullable String problem) {
    private static final int LONGEST = 200;

    public NewRecipient {
        variables = Map.copyOf(variables);
    }

    /** Reads an address; one that cannot be read is kept with its problem, so that it is told and not swallowed. */
    public static NewRecipient of(
            String written, @Nullable String name, Map<String, String> variables, @Nullable Long line) {
        var text = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
        try {
            return new NewRecipient(text, Recipient.parse(written), name, variables, line, null);
        } catch (RequestFailed noAddress) {
            return new NewRecipient(text, null, name, variables, line, SkipReason.NO_IDENTITY.meaning());
        }
    }

    /** What makes a person one: the two ways to write a number of Brazil, Argentina or Mexico are one person. */
    @Nullable
    String identity() {
        return peer == null ? null : identity(peer);
    }

    /** What makes the person behind an address one. */
    public static String identity(String peer) {
        return Stream.concat(Stream.of(peer), NumberVariants.otherOf(peer).stream())
                .min(String::compareTo)
                .orElse(peer);
    }
}
