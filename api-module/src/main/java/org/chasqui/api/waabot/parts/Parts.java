package org.chasqui.api.waabot.parts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Client;
import org.chasqui.api.waabot.library.Library;
import org.chasqui.api.waabot.people.AddressBook;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.messaging.media.MediaView;
import org.chasqui.platform.failure.RequestFailed;

/** Turns what a body names by the dialect's ids into messages. */
@ApplicationScoped
public class Parts {
    /** Each is looked for and becomes a message. */
    private static final int MOST_ATTACHMENTS = 30;

    @Inject
    Library library;

    @Inject
    AddressBook people;

    /**
     * What a body with {@code text}, {@code attachments[]}, {@code location} and {@code contactId} becomes, in this order; each
     * of them may be missing.
     *
     * @param textName how the text is called there
     * @throws RequestFailed VALIDATION_FAILED with the field that is wrong
     */
    public List<MessagePart> read(Client client, Arguments body, String textName) {
        var parts = new ArrayList<MessagePart>();
        body.text(textName).ifPresent(text -> parts.add(text(text)));
        var attachments = body.texts("attachments");
        if (attachments.size() > MOST_ATTACHMENTS) {
            throw RequestFailed.invalid(
                    body.path("attachments"), "are more than " + MOST_ATTACHMENTS + ": send them in several calls.");
        }
        for (var id : attachments) {
            parts.add(attachment(client, id, body.path("attachments")));
        }
        var location = body.object("location");
        if (location.has("lat") || location.has("lng") || location.has("latitude")) {
            parts.add(Place.read(location).part());
        }
        body.text("contactId")
                .ifPresent(id -> parts.add(card(client.workspaceId(), id.strip(), body.path("contactId"))
                        .part()));
        parts.forEach(part -> MessageContent.check(part.type(), part.content()));
        return List.copyOf(parts);
    }

    /** A text; addresses in it are shown with a preview, as the WhatsApp app does. */
    public static MessagePart text(String text) {
        return new MessagePart(
                "text", JsonNodeFactory.instance.objectNode().put("body", text).put("preview_url", true));
    }

    /**
     * A file of the library, as what its type can be sent as.
     *
     * @param field where the id stands in the body
     * @throws RequestFailed VALIDATION_FAILED when there is no such file
     */
    public MessagePart attachment(Client client, String id, String field) {
        try {
            return part(library.file(client, id));
        } catch (RequestFailed unknown) {
            throw RequestFailed.invalid(
                    field, "there is no attachment " + id + ": POST the file to /attachment, and take its _id.");
        }
    }

    /** A file as a message. */
    static MessagePart part(MediaView file) {
        var kind = Library.kind(file);
        var content = JsonNodeFactory.instance.objectNode().put("id", file.id().toString());
        if (kind.equals("document") && file.fileName() != null) {
            content.put("filename", file.fileName());
        }
        return new MessagePart(kind, content);
    }

    /**
     * The card of a person of the address book.
     *
     * @param field where the id stands in the body
     * @throws RequestFailed VALIDATION_FAILED when there is no such person, or his number is not known
     */
    public Card card(UUID workspaceId, String id, String field) {
        var person = people.byObjectId(workspaceId, id)
                .orElseThrow(() -> RequestFailed.invalid(
                        field, "there is no contact " + id + ": POST it to /contact, and take its _id."));
        var digits = person.phone();
        if (digits == null) {
            throw RequestFailed.invalid(field, "WhatsApp hides the number of this contact: a card needs one.");
        }
        var name = person.displayName();
        var shown = name == null ? "+" + digits : name;
        return new Card(shown, shown, null, digits);
    }
}
