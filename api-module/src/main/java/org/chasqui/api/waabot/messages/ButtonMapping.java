package org.chasqui.api.waabot.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.waabot.parts.MessagePart;
import org.chasqui.api.waabot.parts.Parts;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.platform.failure.RequestFailed;

/**
 * {@code btndata} as the official API can send it. Outside of templates that has buttons to reply with, or one button with an
 * address, never both, and none to call with: what has no button of its own becomes a line of the text, in which WhatsApp
 * makes addresses and numbers tappable.
 */
public final class ButtonMapping {
    static final int TITLE = 20;
    static final int ID = 256;
    static final int REPLIES = 3;
    static final int ROWS = 10;
    static final int BODY = 1_024;
    static final int TEXT = 4_096;
    static final int LINE = 60;

    private final Arguments given;
    private final Optional<Attachment> attachment;
    private final Shortening shortening = new Shortening();
    private final List<Button> replies = new ArrayList<>();
    private final List<Button> links = new ArrayList<>();
    private final List<Button> calls = new ArrayList<>();

    /** A picture, a film or a document above the text, which Meta fetches from its address. */
    private record Attachment(String type, String link) {}

    private record Button(String field, String title, String payload) {
        String line() {
            return title + ": " + payload;
        }
    }

    private ButtonMapping(Arguments given) {
        this.given = given;
        this.attachment = given.text("image")
                .or(() -> given.text("url"))
                .map(link -> new Attachment(attachmentType(given), link.strip()));
    }

    /**
     * Maps buttons, with or without a file above them.
     *
     * @throws RequestFailed VALIDATION_FAILED when there is no text or no button, or a button leads nowhere
     */
    public static Mapped of(Arguments btndata) {
        return new ButtonMapping(btndata).map();
    }

    private Mapped map() {
        given.objects("buttons").forEach(this::sort);
        if (replies.isEmpty() && links.isEmpty() && calls.isEmpty()) {
            throw RequestFailed.invalid(given.path("buttons"), "needs a button at least.");
        }
        if (replies.size() > ROWS) {
            throw RequestFailed.invalid(
                    given.path("buttons"),
                    "has " + replies.size() + " reply buttons; WhatsApp takes at most " + ROWS + ".");
        }
        var text = given.demand("text");
        var part = replies.isEmpty() ? withoutReplies(text) : withReplies(text);
        MessageContent.check(part.type(), part.content());
        return new Mapped(part, shortening.warnings());
    }

    private void sort(Arguments button) {
        var type = button.text("type").orElse("replyButton").strip().toLowerCase(Locale.ROOT);
        var title = button.demand("title").strip();
        switch (type) {
            case "replybutton" ->
                replies.add(new Button(
                        button.path("title"), title, button.text("id").orElse(title)));
            case "urlbutton" -> links.add(new Button(button.path("title"), title, link(button)));
            case "callbutton" -> calls.add(new Button(button.path("title"), title, number(button)));
            default ->
                throw RequestFailed.invalid(button.path("type"), "must be replyButton, urlButton or callButton.");
        }
    }

    private MessagePart withoutReplies(String text) {
        if (links.size() == 1 && calls.isEmpty()) {
            return addressButton(text, links.get(0));
        }
        shortening.warn("WhatsApp has no such buttons outside of templates: they were sent as lines of the text.");
        var lines = lines();
        given.text("footerText").ifPresent(footer -> lines.append("\n\n").append(footer.strip()));
        if (attachment.isPresent()) {
            var file = attachment.get();
            var content = JsonNodeFactory.instance.objectNode().put("link", file.link());
            return new MessagePart(file.type(), content.put("caption", body(text, lines, BODY)));
        }
        return Parts.text(body(text, lines, TEXT));
    }

    private MessagePart addressButton(String text, Button link) {
        var message = interactive("cta_url", body(text, new StringBuilder(), BODY), true);
        message.putObject("action")
                .put("name", "cta_url")
                .putObject("parameters")
                .put("display_text", shortening.cut(link.field(), link.title(), TITLE))
                .put("url", link.payload());
        return new MessagePart("interactive", message);
    }

    private MessagePart withReplies(String text) {
        if (!links.isEmpty() || !calls.isEmpty()) {
            shortening.warn("WhatsApp does not mix buttons outside of templates: those to open an address or to call"
                    + " were sent as lines of the text.");
        }
        return replies.size() <= REPLIES ? replyButtons(text) : replyList(text);
    }

    private MessagePart replyButtons(String text) {
        var message = interactive("button", body(text, lines(), BODY), true);
        var buttons = message.putObject("action").putArray("buttons");
        var titles = new Shortening.Distinct(TITLE);
        var ids = new Shortening.Distinct(ID);
        for (var reply : replies) {
            // The id comes back when the button is pressed: the whole title is in it.
            buttons.addObject()
                    .put("type", "reply")
                    .putObject("reply")
                    .put("id", ids.next(reply.payload()))
                    .put("title", titles.next(shortening.cut(reply.field(), reply.title(), TITLE)));
        }
        return new MessagePart("interactive", message);
    }

    private MessagePart replyList(String text) {
        shortening.warn(
                "WhatsApp takes " + REPLIES + " reply buttons: the " + replies.size() + " were sent as a list.");
        var lines = lines();
        attachment.ifPresent(file -> {
            shortening.warn("A list has no " + file.type() + " above it: its address was sent as a line of the text.");
            lines.append('\n').append(file.link());
        });
        var message = interactive("list", body(text, lines, ListMapping.BODY), false);
        var action = message.putObject("action").put("button", ListMapping.DEFAULT_BUTTON);
        var rows = action.putArray("sections").addObject().putArray("rows");
        var titles = new Shortening.Distinct(ListMapping.ROW_TITLE);
        var ids = new Shortening.Distinct(ListMapping.ROW_ID);
        for (var reply : replies) {
            rows.addObject()
                    .put("id", ids.next(reply.payload()))
                    .put("title", titles.next(shortening.cut(reply.field(), reply.title(), ListMapping.ROW_TITLE)));
        }
        return new MessagePart("interactive", message);
    }

    private ObjectNode interactive(String type, String body, boolean takesFile) {
        var message = JsonNodeFactory.instance.objectNode().put("type", type);
        if (takesFile) {
            attachment.ifPresent(file -> message.putObject("header")
                    .put("type", file.type())
                    .putObject(file.type())
                    .put("link", file.link()));
        }
        message.putObject("body").put("text", body);
        given.text("footerText")
                .ifPresent(footer -> message.putObject("footer")
                        .put("text", shortening.cut(given.path("footerText"), footer, LINE)));
        return message;
    }

    /** What has no button: one line each. */
    private StringBuilder lines() {
        var lines = new StringBuilder();
        links.forEach(link -> lines.append('\n').append(link.line()));
        calls.forEach(call -> lines.append('\n').append(call.line()));
        return lines;
    }

    /** The text with its lines; when both are too long, the text is cut and not what can be tapped. */
    private String body(String text, StringBuilder lines, int most) {
        var behind = lines.isEmpty() ? "" : "\n" + lines;
        int left = most - behind.codePointCount(0, behind.length());
        if (left < 1) {
            throw RequestFailed.invalid(
                    given.path("buttons"),
                    "make a text of more than " + most + " characters, the most that WhatsApp takes.");
        }
        return shortening.cut(given.path("text"), text, left) + behind;
    }

    private static String link(Arguments button) {
        var link = button.demand("payload").strip();
        var lower = link.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("https://") && !lower.startsWith("http://")) {
            throw RequestFailed.invalid(button.path("payload"), "must be an http or https address.");
        }
        return link;
    }

    private static String number(Arguments button) {
        var digits = button.demand("payload").replaceAll("\\D", "");
        if (digits.isEmpty()) {
            throw RequestFailed.invalid(button.path("payload"), "must be a phone number with its country code.");
        }
        return "+" + digits;
    }

    private static String attachmentType(Arguments given) {
        var type = given.text("mediaType")
                .or(() -> given.text("mimeType").map(mime -> mime.replaceFirst("/.*", "")))
                .orElse("image")
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (type) {
            case "image", "video", "document" -> type;
            case "doc", "file", "application", "text" -> "document";
            default -> throw RequestFailed.invalid(given.path("mediaType"), "must be image, video or document.");
        };
    }
}
