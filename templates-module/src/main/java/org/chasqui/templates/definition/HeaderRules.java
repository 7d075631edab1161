package org.chasqui.templates.definition;

import java.util.Set;
import java.util.regex.Pattern;

/** {@code {type:"HEADER", format, text?, example?}}. */
final class HeaderRules {
    private static final Set<String> FORMATS =
            Set.of("TEXT", "IMAGE", "VIDEO", "DOCUMENT", "GIF", "LOCATION", "PRODUCT");
    private static final int LONGEST_TEXT = 60;
    private static final Pattern FORMATTING = Pattern.compile("[*\\r\\n]|~.+~|```");

    private HeaderRules() {}

    static void check(Place header, TemplateDraft draft) {
        var word = header.at("format").word(FORMATS);
        if (word.isEmpty()) {
            return;
        }
        var format = HeaderFormat.valueOf(word);
        if (draft.shape().hasOffer() && format != HeaderFormat.IMAGE && format != HeaderFormat.VIDEO) {
            header.at("format").fault("is " + word + "; with a limited-time offer Meta takes IMAGE or VIDEO.");
        }
        if (format == HeaderFormat.TEXT) {
            checkText(header);
        } else if (format.isMedia()) {
            checkSample(header);
        }
    }

    private static void checkText(Place header) {
        var place = header.at("text");
        var text = place.text(LONGEST_TEXT);
        if (FORMATTING.matcher(text).find()) {
            place.fault("has line breaks or formatting; a header is one plain line (Meta's 2388047).");
        }
        if (Variables.of(text).count() > 1) {
            place.fault("has more than one variable; a header takes one (Meta's 2388047).");
        }
        Samples.check(header, text, "header_text", "header_text_named_params");
    }

    /** A file at Meta's upload service, or one of ours, which is uploaded there. */
    private static void checkSample(Place header) {
        var handles = header.at("example").at("header_handle");
        if (handles.node().path(0).asText("").isBlank()) {
            handles.fault("is required: a sample file, either the id that POST /media answered or a handle of Meta.");
        }
    }
}
