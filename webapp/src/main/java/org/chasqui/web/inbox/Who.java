package org.chasqui.web.inbox;

import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.web.text.Formats;
import org.jspecify.annotations.Nullable;

/** How a person is called on the pages of those who may write to them, and of those who may only look. */
public final class Who {
    private Who() {}

    /** The name that the workspace gave, else the person's own, else the number. */
    static String name(ConversationView conversation, @Nullable ContactView contact, boolean full) {
        var given = contact == null ? null : contact.displayName();
        var name = given == null ? conversation.name() : given;
        return name == null || name.isBlank() ? number(conversation.peer(), full) : name;
    }

    /** The number, masked for those who may only look; a user id as it is. */
    static String number(String peer, boolean full) {
        boolean digits = peer.chars().allMatch(Character::isDigit);
        return full ? digits ? "+" + peer : peer : Formats.mask(peer);
    }

    /** Of a name; empty for who is known by a number only. */
    public static String initials(String name) {
        return Character.isLetter(name.codePointAt(0)) ? Formats.initials(name) : "";
    }

    /** One of the colours of avatars, the same for a person wherever it stands. */
    public static String tint(String peer) {
        return "tint-" + Math.floorMod(peer.hashCode(), 5);
    }
}
