package org.chasqui.api.dialog360.hub;

import java.util.Map;
import java.util.UUID;

/** A hub whose partners have noted nothing, for tests that have no database. */
public final class NotelessHub extends HubStore {
    @Override
    Map<UUID, ClientNotes> clients(UUID workspaceId) {
        return Map.of();
    }
}
