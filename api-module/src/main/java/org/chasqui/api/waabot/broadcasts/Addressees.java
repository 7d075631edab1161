package org.chasqui.api.waabot.broadcasts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Client;
import org.chasqui.api.waabot.Envelope;
import org.chasqui.api.waabot.people.ContactGroups;
import org.chasqui.api.waabot.people.WholeWorkspace;
import org.chasqui.api.waabot.wire.ChatId;
import org.chasqui.platform.failure.RequestFailed;

/** Whom a broadcast is for: a list of numbers, or the people of groups. */
@ApplicationScoped
class Addressees {
    /** What a call may cause; more people than these are a campaign's matter. */
    static final int MOST = 1_000;

    private static final String TOO_MANY =
            "are more than " + MOST + " people: make a campaign of them, which keeps to Meta's limits by itself.";

    @Inject
    ContactGroups groups;

    /**
     * The people, each once, in the order in which they were named.
     *
     * @throws RequestFailed VALIDATION_FAILED, PERMISSION_DENIED for groups when the client is bound to a number
     */
    List<String> of(Client client, String sendType, Arguments arguments) {
        var words = words(arguments);
        if (words.isEmpty()) {
            throw RequestFailed.invalid("to", "is required: numbers, separated by commas.");
        }
        if (words.size() > MOST) {
            throw RequestFailed.invalid("to", TOO_MANY);
        }
        var people = sendType.equals(Broadcast.GROUP) ? ofGroups(WholeWorkspace.of(client), words) : numbers(words);
        if (people.isEmpty()) {
            throw RequestFailed.invalid("to", "leads to nobody whom a message could reach.");
        }
        if (people.size() > MOST) {
            throw RequestFailed.invalid("to", TOO_MANY);
        }
        return List.copyOf(people);
    }

    static List<String> words(Arguments arguments) {
        return arguments.texts("to").stream()
                .flatMap(text -> Arrays.stream(text.split("[,;\\n]")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Set<String> numbers(List<String> words) {
        var people = new LinkedHashSet<String>();
        for (var word : words) {
            people.add(number(word));
        }
        return people;
    }

    private static String number(String word) {
        try {
            return ChatId.parse("to", Optional.of(word));
        } catch (Envelope.NotAtMeta group) {
            throw group;
        } catch (RequestFailed noNumber) {
            throw RequestFailed.invalid("to", "has \"" + word + "\", which is no number with its country code.");
        }
    }

    private Set<String> ofGroups(UUID workspaceId, List<String> words) {
        var people = new LinkedHashSet<String>();
        for (var word : words) {
            var group = groups.find(workspaceId, word).orElseThrow(() -> unknown(word));
            if (people.size() > MOST) {
                // No group that comes now can make them fewer.
                break;
            }
            for (var person : groups.people(workspaceId, group, MOST + 1)) {
                var peer = person.phone() == null ? person.userId() : person.phone();
                if (peer != null) {
                    people.add(peer);
                }
            }
        }
        return people;
    }

    /** Whoever means a group of the WhatsApp app is told that it is out of reach. */
    private static RequestFailed unknown(String word) {
        ChatId.refuseOthers(word);
        return RequestFailed.invalid(
                "to", "has \"" + word + "\", which is no _id of a contact group: GET /contact_groups.");
    }
}
