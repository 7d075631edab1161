package org.chasqui.platform.migrations;

import jakarta.enterprise.context.ApplicationScoped;

/** The migrations of the platform itself. */
@ApplicationScoped
class PlatformMigrations implements ModuleMigrations {
    @Override
    public String module() {
        return "platform";
    }
}
