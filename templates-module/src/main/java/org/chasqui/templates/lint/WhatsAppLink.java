package org.chasqui.templates.lint;

import java.util.List;
import java.util.regex.Pattern;

/** A button or a text that leads to WhatsApp itself: Meta rejects it. */
final class WhatsAppLink implements Rule {
    private static final Pattern LINK =
            Pattern.compile("(?i)(?:https?://)?(?:wa\\.me|api\\.whatsapp\\.com|chat\\.whatsapp\\.com)/\\S*");

    @Override
    public String name() {
        return "link.to-whatsapp";
    }

    @Override
    public List<Finding> check(Subject subject) {
        return ShortLink.Links.of(subject)
                .filter(link -> LINK.matcher(link.value()).find())
                .map(link -> new Finding(
                        name(),
                        Severity.WARNING,
                        link.place(),
                        "The link leads to WhatsApp, where the person already is. Meta rejects such links in templates.",
                        "Use a quick reply: the person answers you here.",
                        "INVALID_FORMAT"))
                .toList();
    }
}
