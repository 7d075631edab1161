package org.chasqui.web.webhooks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.web.text.Formats;

/** What was posted, for readers who may not see phone numbers: they see the last digits, as on every other page. */
final class MaskedBody {
    private static final Pattern PHONE = Pattern.compile("\"(\\+\\d{6,15})\"");

    private MaskedBody() {}

    static String of(String body) {
        return PHONE.matcher(body)
                .replaceAll(found -> Matcher.quoteReplacement('"' + Formats.mask(found.group(1)) + '"'));
    }
}
