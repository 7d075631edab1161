package org.chasqui.api.waabot.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.waabot.Envelope;
import org.chasqui.api.waabot.Page;
import org.chasqui.api.waabot.WaabotCall;
import org.chasqui.api.waabot.WaabotEndpoints;
import org.chasqui.api.waabot.WaabotRoutes;
import org.chasqui.api.waabot.wire.ChatId;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.messages.Recipient;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** {@code /contact}: the address book. */
@ApplicationScoped
class ContactEndpoints implements WaabotEndpoints {
    private static final int MOST = 1_000;
    private static final String CREATED = "Contact created successfully!";

    @Inject
    AddressBook book;

    @Inject
    ContactGroups groups;

    @Override
    public void addTo(WaabotRoutes routes) {
        routes.writes("POST", "/contact", this::keep)
                .reads("GET", "/contact", this::list)
                .reads("GET", "/contact/{id}", this::one)
                .writes("PUT", "/contact/{id}", this::change)
                .writes("PATCH", "/contact/{id}", this::change)
                .writes("DELETE", "/contact/{id}", this::remove);
    }

    private Answer keep(WaabotCall call) throws IOException {
        var client = call.client();
        if (client.onlyNumber() == null) {
            var entry = entry(client.workspaceId(), call.arguments());
            return answer(CREATED, book.keep(client.workspaceId(), entry));
        }
        return keepUnseen(client.workspaceId(), call.arguments());
    }

    /**
     * Who is bound to a number may put people into the book, so that he can name them in messages; what the book says of them
     * beyond that is not his.
     */
    private Answer keepUnseen(UUID workspace, Arguments arguments) {
        var entry = new AddressBook.Entry(name(arguments), number(arguments), null);
        return Envelope.ok(CREATED, PersonJson.ofStranger(book.add(workspace, entry), entry));
    }

    /** {@code type=all} and no type at all mean the same; {@code group_id} narrows the list down. */
    private Answer list(WaabotCall call) throws IOException {
        var workspace = WholeWorkspace.of(call.client());
        var arguments = call.arguments();
        var page = Page.of(arguments, MOST, MOST);
        var all = groups.list(workspace);
        var data = JsonNodeFactory.instance.arrayNode();
        book.list(workspace, group(workspace, arguments), page.limit(), page.offset())
                .forEach(person -> data.add(PersonJson.of(person, all)));
        return Answer.json(200, page.noteIn(Envelope.success("Contacts fetched successfully!", data)));
    }

    private Answer one(WaabotCall call) {
        return answer("Contact fetched successfully!", person(call));
    }

    private Answer change(WaabotCall call) throws IOException {
        var person = person(call);
        var entry = entry(person.workspaceId(), call.arguments());
        return answer("Contact updated successfully!", book.change(person, entry));
    }

    private Answer remove(WaabotCall call) {
        var person = person(call);
        book.remove(person);
        return answer("Contact deleted successfully!", person);
    }

    private ContactView person(WaabotCall call) {
        return book.demand(WholeWorkspace.of(call.client()), call.variable("id"));
    }

    private AddressBook.Entry entry(UUID workspace, Arguments arguments) {
        return new AddressBook.Entry(name(arguments), number(arguments), group(workspace, arguments));
    }

    private static @Nullable String name(Arguments arguments) {
        return arguments.text("name").map(String::strip).orElse(null);
    }

    private static @Nullable String number(Arguments arguments) {
        return arguments
                .text("number")
                .or(() -> arguments.text("phone"))
                .map(ContactEndpoints::digits)
                .orElse(null);
    }

    private @Nullable Group group(UUID workspace, Arguments arguments) {
        return arguments
                .text("group_id")
                .map(id -> groups.find(workspace, id.strip())
                        .orElseThrow(() -> RequestFailed.invalid(
                                "group_id", "there is no contact group " + id + ": GET /contact_groups lists them.")))
                .orElse(null);
    }

    private static String digits(String number) {
        var digits = ChatId.parse("number", Optional.of(number));
        if (Recipient.isUserId(digits)) {
            throw RequestFailed.invalid("number", "must be a phone number with its country code.");
        }
        return digits;
    }

    private Answer answer(String message, ContactView person) {
        return Envelope.ok(message, PersonJson.of(person, groups.list(person.workspaceId())));
    }
}
