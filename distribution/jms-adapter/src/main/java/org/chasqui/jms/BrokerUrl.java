package org.chasqui.jms;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the broker is: {@code tcp://host:61616}, or several of them separated by commas, each with Artemis' own options
 * as a query ({@code tcp://host:61617?sslEnabled=true}).
 *
 * @param nodes one entry per broker, in the order in which they are tried; never empty
 */
record BrokerUrl(List<Map<String, String>> nodes) {

    private static final int DEFAULT_PORT = 61616;

    static BrokerUrl parse(String text) {
        var nodes = new ArrayList<Map<String, String>>();
        for (String part : text.replace("(", "").replace(")", "").split(",")) {
            if (!part.isBlank()) {
                nodes.add(node(part.strip()));
            }
        }
        if (nodes.isEmpty()) {
            throw refused(text);
        }
        return new BrokerUrl(List.copyOf(nodes));
    }

    private static Map<String, String> node(String part) {
        URI uri;
        try {
            uri = URI.create(part);
        } catch (IllegalArgumentException e) {
            throw refused(part);
        }
        boolean tls = "ssl".equals(uri.getScheme());
        if (uri.getHost() == null || !(tls || "tcp".equals(uri.getScheme()))) {
            throw refused(part);
        }
        var node = new LinkedHashMap<String, String>();
        node.put("host", uri.getHost());
        node.put("port", Integer.toString(uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort()));
        if (tls) {
            node.put("sslEnabled", "true");
        }
        if (uri.getQuery() != null) {
            for (String option : uri.getQuery().split("[&;]")) {
                int equals = option.indexOf('=');
                if (equals > 0) {
                    node.put(option.substring(0, equals), option.substring(equals + 1));
                }
            }
        }
        return node;
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("CHASQUI_BROKER_URL must look like tcp://host:61616"
                + " (several, separated by commas, for a cluster), but is: " + text);
    }

    /** Several brokers are one that fails over. */
    boolean isCluster() {
        return nodes.size() > 1;
    }

    /** One class name per broker, as Artemis' adapter wants it. */
    String connectorClassNames(String className) {
        return nodes.stream().map(node -> className).collect(Collectors.joining(","));
    }

    /** {@code host=h;port=p,host=h2;port=p2}. */
    String connectionParameters() {
        return nodes.stream()
                .map(node -> node.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(";")))
                .collect(Collectors.joining(","));
    }
}
