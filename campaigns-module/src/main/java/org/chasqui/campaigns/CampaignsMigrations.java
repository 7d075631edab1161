package org.chasqui.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import org.chasqui.platform.migrations.ModuleMigrations;

/** The tables of campaigns. */
@ApplicationScoped
class CampaignsMigrations implements ModuleMigrations {
    @Override
    public String module() {
        return "campaigns";
    }
}
