package org.chasqui.messaging.dispatch.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.chasqui.messaging.dispatch.Dispatcher;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.migrations.Migrations;

/** What a ring does: wake the pump of the number here, or pass the ring on to all nodes. */
@ApplicationScoped
class Rings {
    @Inject
    Dispatcher dispatcher;

    @Inject
    JmsDoorbell doorbell;

    @Inject
    Migrations migrations;

    void heard(Queue.Due due) {
        // Rings may arrive while the migrations still run: the call returns when they are done.
        migrations.await();
        if (!dispatcher.ring(due)) {
            doorbell.ringEverywhere(due);
        }
    }

    void heardEverywhere(Queue.Due due) {
        migrations.await();
        dispatcher.ring(due);
    }
}
