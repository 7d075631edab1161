package org.chasqui.templates.lint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.templates.definition.Languages;
import org.chasqui.templates.definition.Variables;

/** The text is in another language than its code says: Meta rejects it as TAG_CONTENT_MISMATCH. */
final class WrongLanguage implements Rule {
    private static final int LEAST_WORDS = 4;
    private static final int LEAST_HITS = 2;

    /** Small words that are frequent in one language and rare in the others. */
    private static final Map<String, Words> SMALL_WORDS = Map.of(
            "en",
                    words(
                            "the", "your", "you", "is", "and", "with", "for", "has", "have", "are", "will", "we", "our",
                            "this"),
            "es",
                    words(
                            "el", "los", "las", "su", "tu", "y", "está", "con", "para", "ha", "usted", "pedido",
                            "gracias", "nuestro", "nuestra", "hola", "es"),
            "pt",
                    words(
                            "o",
                            "os",
                            "seu",
                            "sua",
                            "você",
                            "está",
                            "com",
                            "não",
                            "foi",
                            "pedido",
                            "obrigado",
                            "obrigada",
                            "olá",
                            "nossa",
                            "nosso",
                            "e",
                            "até"),
            "fr",
                    words(
                            "le", "les", "votre", "vous", "est", "et", "avec", "pour", "nous", "bonjour", "merci",
                            "une", "dans"),
            "de",
                    words(
                            "der", "die", "das", "ihr", "ihre", "sie", "ist", "und", "mit", "wir", "hallo", "danke",
                            "nicht"),
            "it", words("il", "gli", "suo", "tuo", "ordine", "è", "con", "per", "ciao", "grazie", "della", "nostro"),
            "id", words("anda", "yang", "dan", "untuk", "telah", "dengan", "kami", "pesanan", "terima"));

    private static Words words(String... words) {
        return new Words(List.of(words));
    }

    @Override
    public String name() {
        return "language.mismatch";
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.texts().stream()
                .filter(text -> text.place().endsWith(".text") && !text.place().contains("buttons"))
                .flatMap(text -> seen(text.plain(), subject.language()).stream()
                        .map(found -> finding(subject, text.place(), found)))
                .limit(1)
                .toList();
    }

    /** The language that a text seems to be in, when that is another than it should be. */
    static Optional<String> seen(String text, String expected) {
        var script = Script.of(text);
        if (script.isPresent() && Script.ofLanguage(expected) != script.get()) {
            return Optional.of(script.get().label());
        }
        if (!SMALL_WORDS.containsKey(expected) || Variables.strip(text).strip().split("\\s+").length < LEAST_WORDS) {
            return Optional.empty();
        }
        int own = hits(expected, text);
        return SMALL_WORDS.keySet().stream()
                .filter(language -> !language.equals(expected))
                .filter(language -> hits(language, text) >= Math.max(LEAST_HITS, 2 * own + 1))
                .max(Comparator.comparingInt(language -> hits(language, text)))
                .map(Languages::name);
    }

    private static int hits(String language, String text) {
        var words = SMALL_WORDS.get(language);
        return words == null ? 0 : words.countIn(text);
    }

    private Finding finding(Subject subject, String place, String found) {
        return new Finding(
                name(),
                Severity.WARNING,
                place,
                "The template says " + Languages.name(subject.draft().language()) + ", but this text looks like "
                        + found + ". Meta rejects it when language and text differ.",
                "Translate the text, or choose its own language.",
                "TAG_CONTENT_MISMATCH");
    }
}
