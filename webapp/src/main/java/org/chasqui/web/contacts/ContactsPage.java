package org.chasqui.web.contacts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import org.chasqui.messaging.contacts.ContactData;
import org.chasqui.messaging.contacts.ContactImport;
import org.chasqui.messaging.contacts.ContactInput;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The table of people, a new one, and the import of many. */
@Named
@RequestScoped
public class ContactsPage {
    private static final Texts TEXTS = Texts.of("contacts");
    private static final List<String> FIELDS = List.of("phone", "name", "tags");
    private static final int ROWS = 25;
    private static final int SHOWN_ERRORS = 20;

    @Inject
    CurrentUser me;

    @Inject
    ContactsAddress address;

    @Inject
    Contacts contacts;

    @Inject
    ContactImport contactImport;

    private @Nullable List<ContactView> found;
    private @Nullable String phone;
    private @Nullable String name;
    private @Nullable String tags;
    private @Nullable Part file;
    private ContactImport.@Nullable Report report;

    /** One row more than shown is asked for: it tells whether there is another page. */
    private List<ContactView> found() {
        var known = found;
        if (known == null) {
            known = contacts.list(me.workspaceId(), address.filter(), ROWS + 1, address.beforeId());
            found = known;
        }
        return known;
    }

    public List<PersonRow> getRows() {
        return found().stream().limit(ROWS).map(PersonRow::new).toList();
    }

    public boolean isOlder() {
        return found().size() > ROWS;
    }

    public String getOlderQuery() {
        return address.query(found().get(ROWS - 1).id().toString());
    }

    public String getNewestQuery() {
        return address.query(null);
    }

    public List<Choice> getOutChoices() {
        return Choice.list(
                TEXTS.get("filter.any"),
                List.of(
                        new Choice("marketing", TEXTS.get("filter.out.marketing")),
                        new Choice("all", TEXTS.get("filter.out.all"))),
                address.getOut(),
                String::toString);
    }

    /** Keeps a new person and leads there. */
    public @Nullable String create() {
        me.demand(Permission.SEND);
        try {
            var made = contacts.create(
                    me.workspaceId(),
                    ContactInput.checkedNew(new ContactData(phone, null, null, name, null, null, TagText.parse(tags))));
            return "/console/contact.xhtml?faces-redirect=true&id=" + made.id();
        } catch (RequestFailed refused) {
            Notices.refuse("newContact", FIELDS, refused);
            return null;
        }
    }

    /** Reads a file of people; the page that follows tells what became of it. */
    public void read() {
        me.demand(Permission.SEND);
        var given = file;
        if (given == null || given.getSize() == 0) {
            Notices.refuse(TEXTS.get("import.none"));
            return;
        }
        try (var bytes = given.getInputStream()) {
            report = contactImport.run(me.workspaceId(), bytes);
        } catch (RequestFailed refused) {
            Notices.refuse(String.valueOf(refused.getMessage()));
        } catch (IOException broken) {
            Notices.refuse(TEXTS.get("import.broken"));
        }
    }

    public ContactImport.@Nullable Report getReport() {
        return report;
    }

    /** The first rows that were not used. */
    public List<ContactImport.RowError> getErrors() {
        return report == null
                ? List.of()
                : report.errors().stream().limit(SHOWN_ERRORS).toList();
    }

    public String getErrorsText() {
        return report == null ? "" : TEXTS.get("import.shown", getErrors().size(), report.failed());
    }

    public String getReportText() {
        return report == null ? "" : TEXTS.get("import.read", report.rows());
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getTags() {
        return tags;
    }

    public void setTags(@Nullable String tags) {
        this.tags = tags;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
