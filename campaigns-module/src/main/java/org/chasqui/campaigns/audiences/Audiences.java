package org.chasqui.campaigns.audiences;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.chasqui.campaigns.recipients.NewRecipient;
import org.chasqui.messaging.contacts.ContactFilter;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;

/** The front door of saved audiences. Who has opted out is in them, too: the campaign skips him and says so. */
@ApplicationScoped
public class Audiences {
    private static final int PAGE = 500;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_TAGS = 20;

    @Inject
    AudienceStore store;

    @Inject
    Contacts contacts;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * Saves an audience.
     *
     * @param tags people who have all of them; empty for everybody
     * @throws RequestFailed VALIDATION_FAILED
     */
    @Transactional
    public Audience create(UUID workspaceId, String name, List<String> tags) {
        var plain = plain(name);
        if (tags.size() > MOST_TAGS || tags.stream().anyMatch(String::isBlank)) {
            throw RequestFailed.invalid("tags", "must be at most " + MOST_TAGS + ", none of them empty.");
        }
        var audience = new Audience(
                ids.next(),
                workspaceId,
                plain,
                tags.stream().map(String::strip).distinct().toList(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.insert(audience);
        return audience;
    }

    private static String plain(String name) {
        var plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw RequestFailed.invalid("name", "must have 1 to " + LONGEST_NAME + " characters.");
        }
        return plain;
    }

    /**
     * Gives an audience another name; who is meant stays the same.
     *
     * @throws RequestFailed VALIDATION_FAILED, NOT_FOUND
     */
    @Transactional
    public Audience rename(UUID workspaceId, UUID id, String name) {
        var plain = plain(name);
        store.rename(workspaceId, id, plain);
        return find(workspaceId, id).orElseThrow(() -> RequestFailed.notFound("audience", id.toString()));
    }

    /** The audiences of a workspace, the newest first. */
    @Transactional
    public List<Audience> list(UUID workspaceId) {
        return store.list(workspaceId);
    }

    /** An audience of a workspace. */
    @Transactional
    public Optional<Audience> find(UUID workspaceId, UUID id) {
        return store.list(workspaceId).stream()
                .filter(audience -> audience.id().equals(id))
                .findFirst();
    }

    /** Forgets an audience; campaigns that have used it keep their lists. */
    @Transactional
    public void delete(UUID workspaceId, UUID id) {
        store.delete(workspaceId, id);
    }

    /**
     * Walks through the people who are meant now, newest first, page by page.
     *
     * @return how many there are
     */
    public long walk(Audience audience, Consumer<List<NewRecipient>> page) {
        var tags = audience.tags();
        var filter = new ContactFilter(null, tags.isEmpty() ? null : tags.get(0), null);
        long count = 0;
        var found = contacts.list(audience.workspaceId(), filter, PAGE, null);
        while (!found.isEmpty()) {
            var meant = found.stream()
                    .filter(contact -> contact.tags().containsAll(tags))
                    .map(Audiences::recipient)
                    .toList();
            if (!meant.isEmpty()) {
                page.accept(meant);
            }
            count += meant.size();
            var last = found.get(found.size() - 1).id();
            found = contacts.list(audience.workspaceId(), filter, PAGE, last);
        }
        return count;
    }

    /** A contact with its attributes as variables. */
    static NewRecipient recipient(ContactView contact) {
        Map<String, String> variables = new HashMap<>();
        contact.attributes().properties().forEach(attribute -> {
            JsonNode value = attribute.getValue();
            if (value.isValueNode() && !value.isNull()) {
                variables.put(attribute.getKey(), value.asText());
            }
        });
        var name = contact.displayName();
        if (name != null) {
            variables.putIfAbsent("name", name);
        }
        return NewRecipient.of(address(contact), name, variables, null);
    }

    private static String address(ContactView contact) {
        var address = contact.phone() == null ? contact.userId() : contact.phone();
        var username = contact.username();
        return address == null ? (username == null ? "" : username) : address;
    }
}
