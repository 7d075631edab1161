package org.chasqui.api.dialects;

import java.util.Arrays;
import java.util.List;
import org.chasqui.platform.keys.KeyKind;

/** How messages are sent through each dialect: where the key travels, and the dialect whose way it is. */
enum Way {
    GRAPH("graph", "GraphDialect", KeyKind.CHASQUI, "Authorization", "Bearer "),
    DIALOG360("dialog360", "Dialog360Dialect", KeyKind.DIALOG360, "D360-API-KEY", ""),
    ON_PREMISE("dialog360 on-premise", "Dialog360Dialect", KeyKind.CBOT, "D360-API-KEY", ""),
    BOTMAKER("botmaker", "BotmakerDialect", KeyKind.BOTMAKER, "access-token", ""),
    WAABOT("waabot", "WaabotDialect", KeyKind.WAABOT, "Authorization", "Bearer ");

    /** Dialects that no message is sent through. */
    static final List<String> SILENT = List.of("HubDialect");

    private final String wireName;
    private final String dialect;
    private final KeyKind kind;
    private final String header;
    private final String scheme;

    Way(String wireName, String dialect, KeyKind kind, String header, String scheme) {
        this.wireName = wireName;
        this.dialect = dialect;
        this.kind = kind;
        this.header = header;
        this.scheme = scheme;
    }

    static Way of(String name) {
        return Arrays.stream(values())
                .filter(way -> way.wireName.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** As tables have it. */
    String wireName() {
        return wireName;
    }

    /** The simple name of its class. */
    String dialect() {
        return dialect;
    }

    /** A request with its key. */
    Exchange exchange() {
        return new Exchange().with(header, scheme + Cast.key(kind));
    }
}
