package org.chasqui.api.dialog360;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a request goes. 360dialog has two hosts and CBOT two base URLs; here both are prefixes of one host: {@code
 * https://host} is the Cloud one and {@code https://host/onprem} the on-premise one, and each may have {@code /d360} or
 * {@code /cbot} in front for who wants to tell them apart. The on-premise one may also be a host of its own, see {@link Hosts}.
 *
 * @param isOnPremiseBase whether the base URL is the on-premise one
 * @param path behind the base URL, for example {@code /v1/messages}
 */
record Address(boolean isOnPremiseBase, String path) {
    private static final Set<String> FACES = Set.of("d360", "cbot");
    private static final String ON_PREMISE = "onprem";
    private static final Set<String> ROOTS = Set.of(
            "v1",
            "messages",
            "media",
            "message_templates",
            "health_status",
            "multi_webhook",
            "waba_webhook",
            "whatsapp_business",
            "whatsapp_business_profile",
            "block_users");

    private static final Set<String> OF_THE_GATEWAY = Set.of("multi_webhook", "waba_webhook");

    private static final int SHORTEST_MEDIUM = 6;

    /** Meta's ids of media, and ours; both stand at the root. */
    private static final Pattern MEDIUM =
            Pattern.compile("(?i)/(?:[0-9]{6,32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** The address that a path of this server is; empty when it is none of this dialect. */
    static Optional<Address> of(String path) {
        var face = firstWord(path);
        boolean isNamed = FACES.contains(face);
        var behindFace = isNamed ? without(path, face) : path;
        boolean isOnPremiseBase = firstWord(behindFace).equals(ON_PREMISE);
        var own = isOnPremiseBase ? without(behindFace, ON_PREMISE) : behindFace;
        boolean isOurs = isNamed || isOnPremiseBase || ROOTS.contains(firstWord(own)) || isMedium(own);
        return isOurs ? Optional.of(new Address(isOnPremiseBase, own.isEmpty() ? "/" : own)) : Optional.empty();
    }

    /** Every request to the product comes by here: only what may be one is held against the pattern. */
    private static boolean isMedium(String path) {
        return path.length() > SHORTEST_MEDIUM
                && path.indexOf('/', 1) < 0
                && MEDIUM.matcher(path).matches();
    }

    /** The same address at the on-premise base URL. */
    Address onPremise() {
        return new Address(true, path);
    }

    /** Whether it is an invention of 360dialog's, which Meta has no words for. */
    boolean isOfTheGateway() {
        return OF_THE_GATEWAY.contains(firstWord(path));
    }

    /** How this address answers: everything below {@code /v1} is as old as the On-Premises API. */
    Style style() {
        return isOnPremiseBase || firstWord(path).equals("v1") ? Style.ON_PREMISE : Style.CLOUD;
    }

    private static String firstWord(String path) {
        int end = path.indexOf('/', 1);
        return path.isEmpty()
                ? ""
                : path.substring(1, end < 0 ? path.length() : end).toLowerCase(Locale.ROOT);
    }

    private static String without(String path, String word) {
        return path.substring(word.length() + 1);
    }
}
