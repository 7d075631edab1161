package org.chasqui.web.browser;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What the browser told in cookies: light or dark, its time zone, what it has hidden. They are read here so that the
 * first byte of a page is right already and nothing flashes.
 */
@Named
@RequestScoped
public class Appearance {
    private static final String SYSTEM = "system";
    private static final Set<String> SCHEMES = Set.of("light", "dark", SYSTEM);

    @Inject
    HttpServletRequest request;

    /** {@code light}, {@code dark}, or {@code system} for whatever the operating system says. */
    public String getScheme() {
        return cookie("chasqui-scheme").filter(SCHEMES::contains).orElse(SYSTEM);
    }

    /** The zone of the browser; UTC until it has told. */
    public ZoneId zone() {
        return cookie("chasqui-zone")
                .<ZoneId>map(name -> {
                    try {
                        return ZoneId.of(URLDecoder.decode(name, StandardCharsets.UTF_8));
                    } catch (DateTimeException | IllegalArgumentException nonsense) {
                        return ZoneOffset.UTC;
                    }
                })
                .orElse(ZoneOffset.UTC);
    }

    /** Whether the person has put the card of first steps away. */
    public boolean isFirstStepsHidden() {
        return cookie("chasqui-steps").filter("hidden"::equals).isPresent();
    }

    private Optional<String> cookie(String name) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
