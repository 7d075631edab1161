package org.chasqui.api.botmaker;

/** Some addresses of the dialect. Each is a bean. */
public interface BotmakerEndpoints {
    /** Adds them. */
    void addTo(BotmakerRoutes routes);
}
