package org.chasqui.api.waabot;

/** A part of the dialect: a bean that adds its addresses. */
public interface WaabotEndpoints {
    /** Adds the addresses; called once. */
    void addTo(WaabotRoutes routes);
}
