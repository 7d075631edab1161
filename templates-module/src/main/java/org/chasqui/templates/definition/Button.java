package org.chasqui.templates.definition;

import java.util.Locale;

/**
 * A button of a template or of a card.
 *
 * @param text its label; empty where Meta writes it
 * @param url address of a URL button, with its variable; empty for others
 * @param sample what it was handed in with: the whole address, or a code; empty without one
 */
public record Button(ButtonKind kind, String text, String url, String sample) {
    private static final String OTP_LINK = "otp_type=";

    /** Whether the address ends in a variable, for which each message brings a value. */
    public boolean hasVariable() {
        return !Variables.of(url).isEmpty();
    }

    /** What its sample puts in the place of the variable of its address; empty without a sample. */
    public String sampleValue() {
        int from = url.indexOf("{{");
        var fixed = from < 0 ? url : url.substring(0, from);
        // Meta takes the whole address as well as the value alone.
        return sample.startsWith(fixed) ? sample.substring(fixed.length()) : sample;
    }

    /** Whether this is the button of a one-time code, which Graph shows as a link once the template is approved. */
    public boolean isOneTimeCode() {
        return kind == ButtonKind.OTP
                || (kind == ButtonKind.URL && url.toLowerCase(Locale.ROOT).contains(OTP_LINK));
    }
}
