package org.chasqui.it;

import java.util.stream.StreamSupport;

/** Conversations as the API lists them. */
final class Conversations {
    private Conversations() {}

    /**
     * Our id of the conversation with a person, as soon as there is one.
     *
     * @param person digits of a number, or a user id
     */
    static String with(Api api, String person) {
        var shown = person.contains(".") ? person : "+" + person;
        return Api.await(
                "the conversation with " + person,
                () -> StreamSupport.stream(
                                api.get("/whatsapp/conversations?limit=100")
                                        .ok()
                                        .spliterator(),
                                false)
                        .filter(one -> one.get("with").asText().equals(shown))
                        .map(one -> one.get("id").asText())
                        .findFirst());
    }
}
