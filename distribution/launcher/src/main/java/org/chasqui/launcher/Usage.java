package org.chasqui.launcher;

/** What {@code --help} prints. */
final class Usage {

    static final String TEXT = """
            Chasqui, a self-hosted WhatsApp gateway.

              java -jar chasqui.jar            start; Ctrl-C or SIGTERM stops in order
              java -jar chasqui.jar --version
              java -jar chasqui.jar --help

            Settings are environment variables; the most used ones:
              CHASQUI_HTTP_PORT        port, default 8080
              CHASQUI_HTTP_HOST        address to listen on, default 127.0.0.1 in the sandbox, else 0.0.0.0
              CHASQUI_PUBLIC_URL       how others reach it, default http://localhost:<port>
              CHASQUI_DATA_DIR         where everything is kept, default ./data
              CHASQUI_DATABASE_URL     an own PostgreSQL (jdbc:postgresql://...), default: inside
              CHASQUI_BROKER_URL       an own Artemis (tcp://host:61616), default: inside
              CHASQUI_META_APP_ID      connects to Meta; without it everything runs against the built-in sandbox
            All of them are in docs/configuration.md.""";

    private Usage() {}
}
