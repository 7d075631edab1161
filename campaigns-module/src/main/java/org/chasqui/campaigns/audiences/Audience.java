package org.chasqui.campaigns.audiences;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * People who are meant by what is known about them.
 *
 * @param tags all of these; everybody when there is none
 */
public record Audience(UUID id, UUID workspaceId, String name, List<String> tags, Instant createdAt) {
    public Audience {
        tags = List.copyOf(tags);
    }
}
