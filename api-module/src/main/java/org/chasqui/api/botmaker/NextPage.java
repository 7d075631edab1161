package org.chasqui.api.botmaker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * Lists in pages: {@code {nextPage, items}}, where {@code nextPage} is an address to be called as it is, and null behind the
 * last page.
 */
public final class NextPage {
    /** The name that Botmaker's own description has. */
    private static final String TOKEN = "next-page-token";

    private final String address;
    private final Arguments query;

    NextPage(String address, Arguments query) {
        this.address = address;
        this.query = query;
    }

    /** Where the page begins that is asked for; empty for the first one. */
    public Optional<String> token() {
        return query.text(TOKEN).map(String::strip);
    }

    /**
     * The same as an id of ours.
     *
     * @throws RequestFailed VALIDATION_FAILED when nobody gave it
     */
    public Optional<UUID> after() {
        return token().map(token -> BotmakerId.parse(token).orElseThrow(NextPage::foreign));
    }

    /**
     * The same as a place in a list, from 1; 0 for the first page.
     *
     * @throws RequestFailed VALIDATION_FAILED when nobody gave it
     */
    public long place() {
        return token().map(NextPage::place).orElse(0L);
    }

    private static long place(String token) {
        try {
            return Long.parseUnsignedLong(token);
        } catch (NumberFormatException noPlace) {
            throw foreign();
        }
    }

    private static RequestFailed foreign() {
        return RequestFailed.invalid(TOKEN, "must be taken from a nextPage.");
    }

    /**
     * A page.
     *
     * @param found up to one more than fit
     * @param most how many fit
     * @param item null to leave one out
     * @param token what tells the next page where to begin, by the last item of this one
     */
    public <T> Answer page(List<T> found, int most, Function<T, @Nullable ObjectNode> item, Function<T, String> token) {
        return page(JsonNodeFactory.instance.objectNode(), found, most, item, token);
    }

    /**
     * A page of what belongs to something that is told above it.
     *
     * @param whole what is told above; page and items are put below
     */
    public <T> Answer page(
            ObjectNode whole,
            List<T> found,
            int most,
            Function<T, @Nullable ObjectNode> item,
            Function<T, String> token) {
        var shown = found.size() > most ? found.subList(0, most) : found;
        whole.put("nextPage", found.size() > most ? next(token.apply(shown.get(most - 1))) : null);
        var items = whole.putArray("items");
        for (var one : shown) {
            var tree = item.apply(one);
            if (tree != null) {
                items.add(tree);
            }
        }
        return Answer.json(200, whole);
    }

    /** A list that is whole. */
    public static <T> Answer whole(List<T> all, Function<T, ObjectNode> item) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putNull("nextPage");
        var items = body.putArray("items");
        all.forEach(one -> items.add(item.apply(one)));
        return Answer.json(200, body);
    }

    private String next(String token) {
        var parts = new ArrayList<String>();
        for (var name : query.names()) {
            if (!name.equals(TOKEN)) {
                query.text(name).ifPresent(value -> parts.add(name + "=" + encoded(value)));
            }
        }
        parts.add(TOKEN + "=" + encoded(token));
        return address + "?" + String.join("&", parts);
    }

    /** A decoded path as an address has it: the name of a notification may have spaces. */
    static String escaped(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(NextPage::encoded)
                .map(part -> part.replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
