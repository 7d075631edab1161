package org.chasqui.messaging.bots.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Caller;
import org.jspecify.annotations.Nullable;

/** The bots that the calling key may look at and change. */
@RequestScoped
class OwnBots {
    @Inject
    Bots bots;

    @Inject
    Caller caller;

    /**
     * A bot of the workspace.
     *
     * @throws RequestFailed NOT_FOUND
     */
    BotView demand(String id) {
        var uuid = uuid(id);
        if (uuid == null) {
            throw RequestFailed.notFound("bot", id);
        }
        return bots.find(caller.workspaceId(), uuid).orElseThrow(() -> RequestFailed.notFound("bot", id));
    }

    /**
     * Bots answer on any number, so a key for one number may neither change them nor see what they did on others.
     *
     * @throws RequestFailed PERMISSION_DENIED
     */
    void demandWorkspaceKey() {
        if (caller.onlyNumber().isPresent()) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "This API key is bound to one number; bots belong to the whole workspace.");
        }
    }

    /** The id that a text is; null when it is none. */
    static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }

    /**
     * The cursor of a page.
     *
     * @throws RequestFailed VALIDATION_FAILED of the field {@code after}
     */
    static @Nullable UUID before(@Nullable String after) {
        var before = after == null ? null : uuid(after);
        if (after != null && before == null) {
            throw RequestFailed.invalid("after", "must be the cursor of a Link header.");
        }
        return before;
    }
}
