package org.chasqui.messaging.conversations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.messaging.conversations.ConversationStore.Key;
import org.chasqui.messaging.conversations.ConversationStore.Wanted;

/** Which conversation is meant, when a person may come under several numbers and user ids. */
final class Matching {
    private Matching() {}

    /** Every key under which one of the conversations may be found. */
    static Set<Key> keysOf(Collection<Wanted> wanted) {
        var keys = new HashSet<Key>();
        wanted.forEach(one -> keys.addAll(keysOf(one)));
        return keys;
    }

    /**
     * Finds what is wanted among what there is: under what messages go to, else under the first of the other ways.
     *
     * @return by what was asked for; what is not there is left out
     */
    static Map<Key, ConversationView> match(Collection<Wanted> wanted, Map<Key, ConversationView> known) {
        var found = new HashMap<Key, ConversationView>();
        for (var one : wanted) {
            keysOf(one).stream()
                    .filter(known::containsKey)
                    .findFirst()
                    .map(known::get)
                    .ifPresent(conversation -> found.put(one.asked(), conversation));
        }
        return found;
    }

    /** Those to begin: of several that may be found under the same key the first one only. */
    static List<Wanted> onePerLine(List<Wanted> missing) {
        var taken = new HashSet<Key>();
        var first = new ArrayList<Wanted>();
        for (var one : missing) {
            var keys = keysOf(one);
            if (Collections.disjoint(keys, taken)) {
                first.add(one);
            }
            taken.addAll(keys);
        }
        return first;
    }

    /** What messages go to, and then the other ways, numbers before user ids. */
    private static List<Key> keysOf(Wanted wanted) {
        var others = new HashSet<>(wanted.aliases());
        others.add(wanted.asked().peer());
        others.remove(wanted.peer());
        var keys = new ArrayList<>(List.of(wanted.key()));
        others.stream()
                .sorted(Comparator.comparing((String peer) -> !Character.isDigit(peer.charAt(0)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(peer ->
                        new Key(wanted.asked().workspaceId(), wanted.asked().numberId(), peer))
                .forEach(keys::add);
        return keys;
    }
}
