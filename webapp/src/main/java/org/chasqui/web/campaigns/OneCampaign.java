package org.chasqui.web.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.campaigns.campaigns.Campaigns;
import org.chasqui.campaigns.campaigns.Reports;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.web.shell.CurrentUser;
import org.jspecify.annotations.Nullable;

/** The campaign that a page is about, looked up once in a request. */
@RequestScoped
class OneCampaign {
    @Inject
    CurrentUser me;

    @Inject
    Campaigns campaigns;

    @Inject
    Reports reports;

    @Inject
    PhoneNumbers numbers;

    private @Nullable Campaign found;
    private @Nullable CampaignRow row;

    /** The campaign with this id; answers 404 when the workspace has no such. */
    Optional<Campaign> load(@Nullable UUID id) throws IOException {
        if (id != null) {
            found = campaigns.find(me.workspaceId(), id).orElse(null);
        }
        if (found == null) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(404, null);
            faces.responseComplete();
        }
        return Optional.ofNullable(found);
    }

    /** The campaign with this id, which the page was loaded with. */
    Campaign get(@Nullable UUID id) {
        var known = found;
        if (known == null && id != null) {
            known = campaigns.find(me.workspaceId(), id).orElse(null);
            found = known;
        }
        if (known == null) {
            throw RequestFailed.notFound("campaign", String.valueOf(id));
        }
        return known;
    }

    /** The same as a row. */
    CampaignRow row(@Nullable UUID id) {
        var known = row;
        if (known == null) {
            var campaign = get(id);
            known = new CampaignRow(
                    campaign,
                    numbers.byId(campaign.numberId()).orElse(null),
                    reports.rates(List.of(campaign)).getOrDefault(campaign.id(), 0L));
            row = known;
        }
        return known;
    }

    /** Why something was refused, with the field that is to blame. */
    static String why(RequestFailed refused) {
        var fields = refused.fields();
        return fields.isEmpty()
                ? String.valueOf(refused.getMessage())
                : fields.get(0).field() + " " + fields.get(0).message();
    }

    /** A notice on the next page. */
    static void say(FacesMessage.Severity severity, String text) {
        var faces = FacesContext.getCurrentInstance();
        faces.addMessage(null, new FacesMessage(severity, text, null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
    }
}
