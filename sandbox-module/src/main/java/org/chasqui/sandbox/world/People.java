package org.chasqui.sandbox.world;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names for the users of the simulated world: given by hand, or always the same one for the same number. */
final class People {

    private static final String[] FIRST = {
        "Ana",
        "Nkechi",
        "Tomás",
        "Priya",
        "Lucía",
        "Jonas",
        "Amina",
        "Mateo",
        "Wanjiru",
        "Camila",
        "Diego",
        "Zainab",
        "Rafael",
        "Ingrid",
        "Kofi",
        "Valentina"
    };
    private static final String[] LAST = {
        "Quispe",
        "Udo",
        "Ferreira",
        "Sharma",
        "Rojas",
        "Lindqvist",
        "Bello",
        "Mamani",
        "Otieno",
        "Vargas",
        "Castillo",
        "Haddad",
        "Moreno",
        "Weber",
        "Mensah"
    };
    private static final int MANY = 10_000;

    private final Map<String, String> given = new ConcurrentHashMap<>();

    String nameOf(String waId) {
        String name = given.get(waId);
        if (name != null) {
            return name;
        }
        int hash = (int) (Ledger.hash(waId) >>> 33);
        return FIRST[hash % FIRST.length] + " " + LAST[hash / FIRST.length % LAST.length];
    }

    void call(String waId, String name) {
        if (given.size() < MANY || given.containsKey(waId)) {
            given.put(waId, name);
        }
    }

    /** Whether this is a business-scoped user id instead of a phone number. */
    static boolean isUserId(String person) {
        return person.indexOf('.') >= 0;
    }

    /** The user name of someone who hides the number: made of the name. */
    static String userName(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z ]", "")
                .strip()
                .replaceAll(" +", ".")
                .toLowerCase(Locale.ROOT);
    }

    Map<String, String> given() {
        return given;
    }

    void clear() {
        given.clear();
    }
}
