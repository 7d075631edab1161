package org.chasqui.messaging.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a workspace.
 *
 * @param id our id
 * @param phone digits, as Meta resolves the number; null when unknown
 * @param userId business-scoped user id; null when unknown
 * @param username name taken at WhatsApp; null when unknown
 * @param name name that the workspace gave; null when none
 * @param profileName name that the person calls himself; null when unknown
 * @param language as the workspace wrote it, for example pt_BR; null when unknown
 * @param attributes whatever the workspace keeps, a flat JSON object
 * @param tags words that the workspace gave
 * @param consents what the person said about being written to
 */
public record ContactView(
        UUID id,
        UUID workspaceId,
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String username,
        @Nullable String name,
        @Nullable String profileName,
        @Nullable String language,
        JsonNode attributes,
        List<String> tags,
        List<Consent> consents,
        Instant createdAt,
        Instant updatedAt) {

    /** The name to show: the workspace's, else the person's own; null when nobody has said one. */
    public @Nullable String displayName() {
        return name == null ? profileName : name;
    }
}
