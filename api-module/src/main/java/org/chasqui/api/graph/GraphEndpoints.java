package org.chasqui.api.graph;

import org.chasqui.api.dialects.Routes;

/** A part of the dialect: a bean that adds its addresses, written without {@code /graph} and version. */
public interface GraphEndpoints {
    /** Adds the addresses; called once. */
    void addTo(Routes<GraphHandler> routes);
}
