package org.chasqui.messaging.contacts;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words by which people opt out and in. A message counts only when it is nothing but one of them; case, accents and
 * the white space around and within do not matter.
 *
 * @param stop words that opt out of marketing
 * @param start words that opt in again
 */
public record OptOutWords(List<String> stop, List<String> start) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** Longer messages are no command; they need not be looked at closely. */
    private static final int LONGEST = 60;

    /** For a workspace that has not chosen its own: English, Spanish, Portuguese, French. */
    public static final OptOutWords DEFAULT = new OptOutWords(
            List.of(
                    "STOP",
                    "STOPALL",
                    "UNSUBSCRIBE",
                    "OPT OUT",
                    "OPTOUT",
                    "BAJA",
                    "DAR DE BAJA",
                    "DARME DE BAJA",
                    "SALIR",
                    "PARE",
                    "PARAR",
                    "DESUSCRIBIR",
                    "SAIR",
                    "DESCADASTRAR",
                    "ARRÊT"),
            List.of("START", "UNSTOP", "SUBSCRIBE", "OPT IN", "OPTIN", "ALTA", "SUSCRIBIR", "INSCREVER"));

    /** Whether the text opts out (true) or in (false); empty when it is about something else. */
    public Optional<Boolean> optsOut(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var folded = fold(text);
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        if (isAmong(stop, folded)) {
            return Optional.of(true);
        }
        return isAmong(start, folded) ? Optional.of(false) : Optional.empty();
    }

    private static boolean isAmong(List<String> words, String folded) {
        return words.stream().anyMatch(word -> fold(word).equals(folded));
    }

    /** The text without what does not matter: case, accents, superfluous white space. */
    public static String fold(String text) {
        var plain = withoutMarks(text);
        // Up and down again: letters that have two small forms, or none, meet.
        return SPACE.matcher(plain)
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** The text without accents, and with ligatures and wide letters taken apart; case and white space stay. */
    public static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }
}
