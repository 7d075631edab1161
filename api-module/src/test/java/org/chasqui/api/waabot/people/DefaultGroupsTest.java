package org.chasqui.api.waabot.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.junit.jupiter.api.Test;

class DefaultGroupsTest {
    private static final UUID WORKSPACE = new UUID(1, 1);
    private static final UUID ONE = new UUID(2, 1);
    private static final UUID OTHER = new UUID(2, 2);

    @Test
    void aWorkspaceHasOneDefaultGroupOrNone() {
        var groups = new DefaultGroups();
        groups.jdbc = new ApiDatabase().sql();
        assertThat(groups.of(WORKSPACE)).isEmpty();

        groups.put(WORKSPACE, ONE);
        groups.put(WORKSPACE, OTHER);
        assertThat(groups.of(WORKSPACE)).contains(OTHER);

        groups.remove(WORKSPACE, ONE);
        assertThat(groups.of(WORKSPACE))
                .as("another group than the default was removed")
                .contains(OTHER);
        groups.remove(WORKSPACE, OTHER);
        assertThat(groups.of(WORKSPACE)).isEmpty();
    }
}
