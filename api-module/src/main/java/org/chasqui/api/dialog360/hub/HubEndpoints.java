package org.chasqui.api.dialog360.hub;

/** A part of the hub: a bean that adds its addresses. */
interface HubEndpoints {
    /** Adds the addresses; called once. */
    void addTo(HubRoutes routes);
}
