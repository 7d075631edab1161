package org.chasqui.platform.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an address that a customer gave may be called. Only plain forms pass, because parsers disagree about the
 * others; and every address that the name resolves to must be allowed, because any of them may be the one that is taken.
 */
final class UrlGuard {
    private static final int LONGEST = 2_048;
    private static final Pattern URL = Pattern.compile("(?i)(https?)://([^/?#]+)([/?][!-~&&[^\\\\\"<>^`{|}#]]*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]+)(?::([1-9][0-9]{0,4}))?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:]{2,39}\\]");
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    /** The last label begins with a letter: "127.1", "0x7f.1" and "2130706433" are numbers for some resolvers. */
    private static final Pattern NAME =
            Pattern.compile("(?:" + LABEL + "\\.)*[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private static final Pattern PRIVATE_NAME =
            Pattern.compile("(?i)(?:.*\\.)?(?:localhost|local|internal|intranet|lan|home|corp|arpa)");
    private static final int LONGEST_NAME = 253;
    /** Each costs the connect timeout when it does not answer; a name may have hundreds. */
    private static final int MOST_ADDRESSES = 4;

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final OutgoingRules rules;
    private final AddressResolver resolver;

    UrlGuard(OutgoingRules rules, AddressResolver resolver) {
        this.rules = rules;
        this.resolver = resolver;
    }

    /**
     * Looks at the form only; resolves nothing.
     *
     * @throws UrlRefused with the reason
     */
    URI checkForm(String url) {
        if (url.length() > LONGEST) {
            throw new UrlRefused("must have " + LONGEST + " characters at most.");
        }
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new UrlRefused("must be an address such as https://example.com/hooks: ASCII, without a fragment,"
                    + " international names in their xn-- form.");
        }
        boolean isSecure = parts.group(1).equalsIgnoreCase("https");
        if (!isSecure && !rules.allowsInsecure()) {
            throw new UrlRefused("must begin with https://.");
        }
        var authority = AUTHORITY.matcher(parts.group(2));
        if (!authority.matches()) {
            throw new UrlRefused("must name a host and perhaps a port, and no user or password.");
        }
        checkPort(authority.group(2), isSecure);
        checkHost(authority.group(1));
        return parse(url, authority.group(1));
    }

    private void checkPort(@Nullable String text, boolean isSecure) {
        int port = text == null ? (isSecure ? HTTPS : HTTP) : Integer.parseInt(text);
        if (port > 65_535 || (!rules.allowsInsecure() && !rules.ports().contains(port))) {
            throw new UrlRefused("must use one of the ports "
                    + String.join(
                            ", ",
                            rules.ports().stream().sorted().map(String::valueOf).toList()) + ".");
        }
    }

    private void checkHost(String host) {
        if (IPV4.matcher(host).matches() || IPV6.matcher(host).matches()) {
            try {
                checkAddress(InetAddress.getByName(host));
            } catch (UnknownHostException noAddress) {
                throw new UrlRefused("must name an address that exists.");
            }
            return;
        }
        if (host.length() > LONGEST_NAME || !NAME.matcher(host).matches()) {
            throw new UrlRefused("must name a host in its plain form: letters, digits, hyphens and dots, or an address"
                    + " in four decimal numbers.");
        }
        if (!rules.allowsInsecure() && PRIVATE_NAME.matcher(host).matches()) {
            throw new UrlRefused("must name a host of the public internet.");
        }
    }

    private static URI parse(String url, String host) {
        try {
            var uri = new URI(url);
            if (host.equals(uri.getHost()) && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException unreadable) {
            // Falls through to the same sentence.
        }
        throw new UrlRefused("must be a valid address; characters beyond the plain ones are percent-encoded.");
    }

    /**
     * The first addresses of a host, of which each may be connected to; all of them are checked.
     *
     * @throws UrlRefused when one of them may not
     * @throws UnknownHostException when there are none
     */
    InetAddress[] addressesOf(String host) throws UnknownHostException {
        var addresses = resolver.resolve(host.toLowerCase(Locale.ROOT));
        if (addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        for (var address : addresses) {
            checkAddress(address);
        }
        return Arrays.copyOf(addresses, Math.min(addresses.length, MOST_ADDRESSES));
    }

    private void checkAddress(InetAddress address) {
        boolean allowed = Addresses.isGlobal(address) || (rules.allowsInsecure() && Addresses.isAtHome(address));
        if (!allowed) {
            throw new UrlRefused("must lead to the public internet; the host has a private or reserved address.");
        }
    }
}
