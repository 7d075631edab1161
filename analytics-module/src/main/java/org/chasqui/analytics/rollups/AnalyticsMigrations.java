package org.chasqui.analytics.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import org.chasqui.platform.migrations.ModuleMigrations;

/** The tables of analytics. */
@ApplicationScoped
class AnalyticsMigrations implements ModuleMigrations {
    @Override
    public String module() {
        return "analytics";
    }
}
