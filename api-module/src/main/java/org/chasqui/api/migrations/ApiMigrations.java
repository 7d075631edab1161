package org.chasqui.api.migrations;

import jakarta.enterprise.context.ApplicationScoped;
import org.chasqui.platform.migrations.ModuleMigrations;

/** The migrations of the edge. */
@ApplicationScoped
class ApiMigrations implements ModuleMigrations {
    @Override
    public String module() {
        return "api";
    }
}
