package org.chasqui.messaging.bots.ai;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The web addresses that an answer may have: those that stand in the bot's own texts. A model invents addresses, and people
 * can talk it into theirs. What WhatsApp makes a link of counts, so {@code example.com/pay} does without {@code https://}.
 * {@code https://example.com/*} in a text of the bot stands for all that begin like it, {@code https://*} for all.
 */
final class KnownLinks {
    private static final String NOT_IN_LINKS = "\\s<>\"')\\]*";
    private static final Pattern WITH_SCHEME = Pattern.compile("(?iu)\\bhttps?://[^" + NOT_IN_LINKS + "]+");
    /** Countries, and what else is in wide use: "Node.js" is no address. */
    private static final String ENDINGS = String.join("|", Locale.getISOCountries())
            + "|eu|uk|com|net|org|info|biz|app|dev|shop|store|online|site|website|live|link|click|club|top|xyz|vip|cloud|tech"
            + "|page|one|pro|edu|gov|mobi|name|chat|support|help|bank|finance|money";

    private static final Pattern BARE = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}@./-])"
            + "(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]*\\.){0,126}[\\p{L}\\p{N}][\\p{L}\\p{N}-]+\\."
            + "(?:" + ENDINGS + ")(?![\\p{L}\\p{N}@-])(?::\\d{1,5})?(?:[/?#][^" + NOT_IN_LINKS + "]*)?");
    private static final Pattern ALL_BELOW = Pattern.compile("(?i)\\bhttps?://([^" + NOT_IN_LINKS + "]*)\\*");
    private static final Pattern CLOSING = Pattern.compile("[.,;:!?…/_~]+$");
    private static final Pattern SCHEME = Pattern.compile("^https?://");
    private static final Pattern WWW = Pattern.compile("^www\\.");

    private final Set<String> known;
    private final Set<String> beginnings;

    /** The addresses in these texts. */
    KnownLinks(String... texts) {
        known = Stream.of(texts).flatMap(KnownLinks::in).collect(Collectors.toSet());
        beginnings = Stream.of(texts)
                .flatMap(text -> ALL_BELOW.matcher(text).results())
                .map(below ->
                        WWW.matcher(below.group(1).toLowerCase(Locale.ROOT)).replaceFirst(""))
                .collect(Collectors.toSet());
    }

    /** Whether an answer has an address that is none of them. */
    boolean hasForeignIn(String answer) {
        return in(answer)
                .anyMatch(link -> !known.contains(link) && beginnings.stream().noneMatch(link::startsWith));
    }

    private static Stream<String> in(String text) {
        var rest = WITH_SCHEME.matcher(text).replaceAll(" ");
        return Stream.of(WITH_SCHEME.matcher(text), BARE.matcher(rest))
                .flatMap(found -> found.results().map(MatchResult::group))
                .map(KnownLinks::plain);
    }

    private static String plain(String link) {
        var open = CLOSING.matcher(link.toLowerCase(Locale.ROOT)).replaceAll("");
        return WWW.matcher(SCHEME.matcher(open).replaceFirst("")).replaceFirst("");
    }
}
