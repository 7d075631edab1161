package org.chasqui.platform.accounts.profile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * Message links, which Meta keeps (2,000 for a number). The QR code of one is its link, so we draw it ourselves and need
 * no picture of Meta.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/business-management-api/qr-codes">QR codes</a>
 */
@ApplicationScoped
public class MessageLinks {
    private static final int LONGEST = 140;

    /** Meta gives no more at once. */
    private static final int PAGE = 25;

    /** Enough for the 2,000 that a number can have. */
    private static final int MOST_PAGES = 80;

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{6,32}");

    @Inject
    NumberCalls calls;

    /** All links of a number, in Meta's order. */
    public List<MessageLink> of(SenderNumber number) {
        var links = new ArrayList<MessageLink>();
        String after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var cursor = after;
            var answer =
                    calls.ask(number, (graph, bearer) -> graph.links(bearer, number.phoneNumberId(), PAGE, cursor));
            answer.path("data").forEach(link -> links.add(read(link)));
            after = Cursors.next(answer);
            if (after == null) {
                break;
            }
        }
        return links;
    }

    /**
     * Makes a link, or gives one that there is another text.
     *
     * @param code of the link to change; null for a new one
     * @throws RequestFailed VALIDATION_FAILED when the text is empty or longer than 140 characters
     */
    public MessageLink put(SenderNumber number, @Nullable String code, String text) {
        var body = body(code, text);
        return read(calls.ask(number, (graph, bearer) -> graph.putLink(bearer, number.phoneNumberId(), body)));
    }

    static Map<String, Object> body(@Nullable String code, String text) {
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > LONGEST) {
            throw RequestFailed.invalid("text", "must have 1 to 140 characters.");
        }
        var body = new LinkedHashMap<String, Object>();
        if (code != null) {
            body.put("code", checked(code));
        }
        body.put("prefilled_message", text);
        return body;
    }

    /** Removes a link: whoever opens it afterwards is told that it is not valid. */
    public void delete(SenderNumber number, String code) {
        var checked = checked(code);
        calls.ask(number, (graph, bearer) -> graph.deleteLink(bearer, number.phoneNumberId(), checked));
    }

    private static String checked(String code) {
        if (!CODE.matcher(code).matches()) {
            throw RequestFailed.notFound("message link", code);
        }
        return code;
    }

    private static MessageLink read(JsonNode json) {
        var code = json.path("code").asText();
        return new MessageLink(
                code,
                json.path("prefilled_message").asText(),
                json.path("deep_link_url").asText("https://wa.me/message/" + code));
    }
}
