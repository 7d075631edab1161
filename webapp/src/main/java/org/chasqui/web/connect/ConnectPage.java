package org.chasqui.web.connect;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chasqui.platform.accounts.onboarding.OnboardingLinks;
import org.chasqui.platform.accounts.onboarding.OnboardingView;
import org.chasqui.platform.accounts.onboarding.Onboardings;
import org.chasqui.platform.ids.Ids;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Connecting a number: the ways, the run that is looked at, the others, and the links. */
@Named
@RequestScoped
public class ConnectPage {
    private static final int RUNS = 12;
    private static final String PIN = "org.chasqui.web.connect.pin";
    private static final String NEW_LINK = "org.chasqui.web.connect.link.new";

    @Inject
    CurrentUser me;

    @Inject
    ConnectAddress address;

    @Inject
    Onboardings onboardings;

    @Inject
    OnboardingLinks links;

    @Inject
    Shell shell;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    private @Nullable List<OnboardingView> runs;
    private @Nullable List<LinkRow> linkRows;
    private @Nullable RunRow run;

    /** Where the page of a run is, for a redirect. */
    static String address(String run) {
        return "/console/connect.xhtml?faces-redirect=true&run=" + run;
    }

    /** A notice on the next page. */
    static void say(FacesMessage.Severity severity, String text) {
        var faces = FacesContext.getCurrentInstance();
        faces.addMessage(null, new FacesMessage(severity, text, null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
    }

    /**
     * Answers 403 to roles that connect nothing, and 404 for a run that is not there. Without a run it leads to the newest:
     * what is pressed must be meant for the run that was looked at, whatever begins meanwhile.
     */
    public void guard() throws IOException {
        var refused = !me.isMayManageAccounts() ? 403 : address.getRun() != null && getRun() == null ? 404 : 0;
        if (refused != 0) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(refused, null);
            faces.responseComplete();
        } else if (address.getRun() == null && getRun() != null) {
            var external = FacesContext.getCurrentInstance().getExternalContext();
            external.getFlash().setKeepMessages(true);
            external.redirect(external.getRequestContextPath() + "/console/connect.xhtml?run=" + getRun().getId());
        }
    }

    private List<OnboardingView> runs() {
        var known = runs;
        if (known == null) {
            known = onboardings.list(me.workspaceId(), RUNS, null);
            runs = known;
        }
        return known;
    }

    /** The run that is looked at: the one of the address, else the newest that a person has started. */
    public @Nullable RunRow getRun() {
        if (run == null) {
            var id = address.id();
            var found = id != null
                    ? onboardings.find(me.workspaceId(), id)
                    : address.getRun() != null
                            ? Optional.<OnboardingView>empty()
                            : runs().stream()
                                    .filter(one -> !Onboardings.SYSTEM.equals(one.startedBy()))
                                    .findFirst();
            run = found.map(RunRow::new).orElse(null);
        }
        return run;
    }

    /** The other runs, the newest first. */
    public List<RunRow> getOthers() {
        var shown = getRun();
        return runs().stream()
                .filter(one -> shown == null || !one.id().toString().equals(shown.getId()))
                .map(RunRow::new)
                .toList();
    }

    public List<LinkRow> getLinks() {
        var known = linkRows;
        if (known == null) {
            var now = clock.instant();
            known = links.list(me.workspaceId()).stream()
                    .limit(RUNS)
                    .map(link -> new LinkRow(link, now))
                    .toList();
            linkRows = known;
        }
        return known;
    }

    /** The link that the request before this one has made; null on every other page. */
    public @Nullable LinkRow getNewLink() {
        var id = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getFlash()
                .get(NEW_LINK);
        return id == null
                ? null
                : getLinks().stream()
                        .filter(link -> link.getId().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    /** The PIN that the request before this one has asked for; null on every other page. */
    public @Nullable String getShownPin() {
        return (String) FacesContext.getCurrentInstance()
                .getExternalContext()
                .getFlash()
                .get(PIN);
    }

    static void showPin(String pin) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().put(PIN, pin);
    }

    static void show(String linkId) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().put(NEW_LINK, linkId);
    }

    /** The id that the next run gets, so that what the window says finds it even before it is there. */
    public String getFreshId() {
        return ids.next().toString();
    }

    /** The call that does the same. */
    public String getCurl() {
        return "curl -X POST \"" + shell.getPublicUrl() + "/api/v1/whatsapp/onboarding/manual\" \\\n"
                + "  -H \"Authorization: Bearer $CHASQUI_KEY\" -H \"Content-Type: application/json\" \\\n"
                + "  -d '{\"waba_id\":\"…\",\"phone_number_id\":\"…\",\"access_token\":\"…\"}'";
    }
}
