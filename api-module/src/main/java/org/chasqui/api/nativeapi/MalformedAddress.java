package org.chasqui.api.nativeapi;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chasqui.api.dialects.Dialects;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Refuses addresses that are no URIs, for example with a broken percent escape. The JAX-RS runtime does so too, but
 * before any of our code is asked, and its answer is empty with the status 200. What belongs to a dialect is refused in its
 * own words: which of two filters comes first is the container's choice, so that this one steps back whichever it is.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class MalformedAddress extends HttpFilter {
    private static final String NOT_IN_A_URI = "\"<>\\^`{|}";
    private static final int ESCAPE_DIGITS = 2;

    @Inject
    private transient Dialects dialects;

    @Inject
    private transient Ids ids;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isSound(request.getRequestURI()) && isSound(request.getQueryString()) || dialects.claim(request)) {
            chain.doFilter(request, response);
            return;
        }
        Refusal.write(
                request,
                response,
                ids,
                FailureCode.INVALID_REQUEST,
                "The address is malformed: escape special characters as %20 and the like.");
    }

    private static boolean isSound(@Nullable String part) {
        if (part == null) {
            return true;
        }
        for (int at = 0; at < part.length(); at++) {
            char character = part.charAt(at);
            if (character <= ' ' || character == 0x7f || NOT_IN_A_URI.indexOf(character) >= 0) {
                return false;
            }
            if (character == '%' && !isEscape(part, at + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEscape(String part, int from) {
        if (from + ESCAPE_DIGITS > part.length()) {
            return false;
        }
        return Character.digit(part.charAt(from), 16) >= 0 && Character.digit(part.charAt(from + 1), 16) >= 0;
    }
}
