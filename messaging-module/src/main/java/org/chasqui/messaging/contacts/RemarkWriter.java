package org.chasqui.messaging.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes what was said of people, many of them in one transaction and with the same few statements. */
@ApplicationScoped
class RemarkWriter {
    @Inject
    ContactBook book;

    @Inject
    ContactReader reader;

    /**
     * Keeps what was said; who is not known is made.
     *
     * @return the people as they are then, in the order of the remarks
     */
    @Transactional
    public List<ContactView> write(List<Remark> remarks) {
        var keys = new HashSet<Identity>();
        remarks.forEach(one -> keys.add(one.key()));
        var people = book.write(
                keys,
                gathering -> remarks.stream().map(one -> noted(gathering, one)).toList());
        return views(people);
    }

    private static ContactRow noted(Gathering gathering, Remark remark) {
        var key = remark.bare();
        var row = gathering.whoIs(remark.workspaceId(), key);
        // Whoever is known keeps the number and user id that he has: he may have come under an older one.
        if (row.isNew() || row.isForgotten()) {
            row.learn(key);
        }
        remark.attributes().forEach(row::set);
        row.changeTags(remark.tagsAdded(), remark.tagsRemoved());
        gathering.index(row);
        return row;
    }

    /** Who was just made has said nothing yet, so that there is nothing to be read of him. */
    private List<ContactView> views(List<ContactRow> people) {
        var ids =
                people.stream().filter(row -> !row.isNew()).map(ContactRow::id).collect(Collectors.toSet());
        var known = ids.isEmpty() ? Map.<UUID, ContactView>of() : reader.byIds(ids);
        return people.stream().map(row -> view(row, known)).toList();
    }

    private static ContactView view(ContactRow row, Map<UUID, ContactView> known) {
        var view = known.get(row.id());
        return view == null ? row.firstView() : view;
    }
}
