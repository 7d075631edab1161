package org.chasqui.messaging.bots.ai;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The web addresses that an answer may have: those that stand in the bot's own texts. A model invents addresses, and people
 * can talk it into theirs. What WhatsApp makes a link of counts, so {@code example.com/pay} does without {@code https://}.
 */
final class KnownLinks {
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?";
    private static final String PATH = "(?:[/?#][^\\s<>\"')\\]*_]*)?";
    private static final Pattern WITH_SCHEME = Pattern.compile("(?iu)\\bhttps?://[^\\s<>\"')\\]*]+");
    /** Two letters are countries; the others are those in wide use. */
    private static final Pattern BARE = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{N}@./-])(?:" + LABEL + "\\.)*[\\p{L}\\p{N}][\\p{L}\\p{N}-]+\\.(?:[a-z]{2}|com|net|org|info|biz|app|dev"
                    + "|shop|store|online|site|website|live|link|click|club|top|xyz|vip|cloud|tech|page|one|pro|edu|gov"
                    + "|mobi|name|chat|support|help|bank|finance|money)(?::\\d{1,5})?" + PATH + "(?![\\p{L}\\p{N}@])");
    private static final Pattern CLOSING = Pattern.compile("[.,;:!?…/]+$");
    private static final Pattern SCHEME = Pattern.compile("^https?://(?:www\\.)?|^www\\.");

    private final Set<String> known;

    /** The addresses in these texts. */
    KnownLinks(String... texts) {
        known = Stream.of(texts).flatMap(KnownLinks::in).map(KnownLinks::plain).collect(Collectors.toSet());
    }

    /** The first address in an answer that is none of them. */
    Optional<String> foreignIn(String answer) {
        return in(answer).filter(link -> !known.contains(plain(link))).findFirst();
    }

    private static Stream<String> in(String text) {
        var rest = WITH_SCHEME.matcher(text).replaceAll(" ");
        return Stream.concat(
                WITH_SCHEME.matcher(text).results().map(MatchResult::group),
                BARE.matcher(rest).results().map(MatchResult::group));
    }

    private static String plain(String link) {
        var open = CLOSING.matcher(link.toLowerCase(Locale.ROOT)).replaceAll("");
        return SCHEME.matcher(open).replaceAll("");
    }
}
