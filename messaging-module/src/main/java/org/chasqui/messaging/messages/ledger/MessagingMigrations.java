package org.chasqui.messaging.messages.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import org.chasqui.platform.migrations.ModuleMigrations;

/** The tables of messaging. */
@ApplicationScoped
class MessagingMigrations implements ModuleMigrations {
    @Override
    public String module() {
        return "messaging";
    }
}
