package org.chasqui.api.dialog360;

/** A part of the dialect: a bean that adds its addresses. */
public interface Dialog360Endpoints {
    /** Adds the addresses; called once. */
    void addTo(Dialog360Routes routes);
}
