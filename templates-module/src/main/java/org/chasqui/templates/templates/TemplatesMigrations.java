package org.chasqui.templates.templates;

import jakarta.enterprise.context.ApplicationScoped;
import org.chasqui.platform.migrations.ModuleMigrations;

/** The tables of templates. */
@ApplicationScoped
class TemplatesMigrations implements ModuleMigrations {
    @Override
    public String module() {
        return "templates";
    }
}
