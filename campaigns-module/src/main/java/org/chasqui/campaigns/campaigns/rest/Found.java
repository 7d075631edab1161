package org.chasqui.campaigns.campaigns.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.chasqui.campaigns.audiences.Audience;
import org.chasqui.campaigns.audiences.Audiences;
import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.campaigns.campaigns.Campaigns;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Caller;
import org.jspecify.annotations.Nullable;

/** The campaign that a request is about, and who asks. */
@RequestScoped
class Found {
    @Inject
    Campaigns campaigns;

    @Inject
    Audiences audiences;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Caller caller;

    /** A campaign of the caller's workspace, and of his number when his key is bound to one. */
    Campaign campaign(String id) {
        return campaigns
                .find(caller.workspaceId(), uuid(id))
                .filter(one -> caller.mayUse(one.numberId()))
                .orElseThrow(() -> RequestFailed.notFound("campaign", id));
    }

    /** A saved audience of the caller's workspace. */
    Audience audience(UUID id) {
        if (caller.onlyNumber().isPresent()) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "Contacts belong to the whole workspace; this API key is bound to one number.");
        }
        return audiences
                .find(caller.workspaceId(), id)
                .orElseThrow(() -> RequestFailed.notFound("audience", id.toString()));
    }

    /** Refuses another number than the one that the caller's key is bound to. */
    void demandNumber(@Nullable String phoneNumberId) {
        if (phoneNumberId != null
                && numbers.find(caller.workspaceId(), phoneNumberId)
                        .filter(number -> !caller.mayUse(number.id()))
                        .isPresent()) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED, "This API key is bound to one number, and this is another.");
        }
    }

    String actor() {
        return "key " + caller.keyName();
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noUuid) {
            throw RequestFailed.notFound("campaign", id);
        }
    }

    static <T> T present(@Nullable T body) {
        if (body == null) {
            throw new RequestFailed(FailureCode.MALFORMED_BODY, "The body is missing: a JSON object is expected.");
        }
        return body;
    }
}
