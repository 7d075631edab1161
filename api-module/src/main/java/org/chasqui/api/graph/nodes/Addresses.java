package org.chasqui.api.graph.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of further pages in an answer of Graph. Meta writes its own host into them, and at times the access token: they
 * are led to us, and carry none.
 */
final class Addresses {
    private static final Pattern BEHIND_HOST = Pattern.compile("/v\\d{1,3}\\.\\d{1,2}/.*");
    private static final List<String> PAGES = List.of("next", "previous");
    private static final Set<String> SECRETS = Set.of("access_token", "appsecret_proof");

    private Addresses() {}

    /**
     * Leads them to us.
     *
     * @param publicUrl ours, without a slash at the end
     */
    static void lead(JsonNode answer, String publicUrl) {
        if (answer.path("paging") instanceof ObjectNode paging) {
            for (var page : PAGES) {
                var address = paging.path(page).asText();
                if (!address.isEmpty()) {
                    put(paging, page, address, publicUrl);
                }
            }
        }
        answer.forEach(child -> lead(child, publicUrl));
    }

    private static void put(ObjectNode paging, String page, String address, String publicUrl) {
        try {
            var uri = new URI(address);
            var path = BEHIND_HOST.matcher(uri.getRawPath() == null ? "" : uri.getRawPath());
            if (path.find()) {
                paging.put(page, publicUrl + "/graph" + path.group() + query(uri.getRawQuery()));
                return;
            }
        } catch (URISyntaxException odd) {
            // The cursors beside it lead on as well.
        }
        paging.remove(page);
    }

    private static String query(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        var kept = Arrays.stream(raw.split("&"))
                .filter(pair -> !SECRETS.contains(pair.replaceFirst("=.*", "")))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }
}
