package org.chasqui.templates.templates;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Has the templates read from Meta every ten minutes, because a webhook may have been missed. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class TemplateTimer {
    @Inject
    Templates templates;

    @Schedule(hour = "*", minute = "*/10", second = "50", persistent = false, info = "templates from Graph")
    void sync() {
        templates.syncAll();
    }
}
