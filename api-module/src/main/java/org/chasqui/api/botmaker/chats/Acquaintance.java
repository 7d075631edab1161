package org.chasqui.api.botmaker.chats;

import java.util.Optional;
import java.util.function.Supplier;
import org.chasqui.messaging.contacts.ContactView;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a call is about. Variables belong to the person: what was said of him earlier counts as well as what the call
 * says, which wins. Who he is is looked up when it is asked for, once.
 */
public final class Acquaintance {
    private final Variables said;
    private final Supplier<Optional<ContactView>> look;
    private @Nullable Optional<ContactView> found;

    /**
     * Somebody of whom the call says something, or nothing.
     *
     * @param look finds him; empty when nobody knows him
     */
    public Acquaintance(Variables said, Supplier<Optional<ContactView>> look) {
        this.said = said;
        this.look = look;
    }

    /** What the book of contacts has of him; empty when he is not known. */
    public Optional<ContactView> view() {
        var view = found;
        if (view == null) {
            view = look.get();
            found = view;
        }
        return view;
    }

    /** His language; null when unknown. */
    public @Nullable String language() {
        return view().map(ContactView::language).orElse(null);
    }

    /** The value of a variable; null without one. */
    public @Nullable String value(String name) {
        var now = said.variables().get(name);
        if (now != null) {
            return now;
        }
        return view().filter(person -> person.attributes().has(name))
                .map(person -> person.attributes().get(name).asText(""))
                .orElse(null);
    }
}
