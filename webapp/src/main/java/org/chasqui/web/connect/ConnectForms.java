package org.chasqui.web.connect;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.chasqui.platform.accounts.onboarding.ConnectManually;
import org.chasqui.platform.accounts.onboarding.OnboardingLinks;
import org.chasqui.platform.accounts.onboarding.OnboardingRunner;
import org.chasqui.platform.accounts.onboarding.Onboardings;
import org.chasqui.platform.accounts.onboarding.RetryWish;
import org.chasqui.platform.accounts.onboarding.Step;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The forms of the page: a token, a link, and another try. */
@Named
@RequestScoped
public class ConnectForms {
    private static final Texts TEXTS = Texts.of("connect");
    private static final String HERE = "/console/connect.xhtml?faces-redirect=true";
    private static final Set<String> DAYS = Set.of("1", "7", "30");

    @Inject
    CurrentUser me;

    @Inject
    ConnectAddress address;

    @Inject
    Onboardings onboardings;

    @Inject
    OnboardingLinks links;

    @EJB
    OnboardingRunner runner;

    private @Nullable String wabaId;
    private @Nullable String numberId;
    private @Nullable String token;
    private @Nullable String pin;
    private @Nullable String linkName;
    private String days = "7";
    private boolean coexistence;
    private @Nullable String linkId;
    private @Nullable String step;
    private @Nullable String choice;

    /** Begins a run with a token and leads to it; stays, with a notice at the field, when it cannot begin. */
    public @Nullable String connect() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        try {
            var run = onboardings.beginManually(new ConnectManually(
                    me.workspaceId(),
                    me.getEmail(),
                    wabaId == null ? "" : wabaId.strip(),
                    numberId == null ? null : numberId.strip(),
                    token == null ? "" : token,
                    null));
            runner.advance(run);
            return ConnectPage.address(run.toString());
        } catch (RequestFailed refused) {
            var field = refused.fields().isEmpty()
                    ? "waba_id"
                    : refused.fields().get(0).field();
            var place = switch (field) {
                case "phone_number_id" -> "number";
                case "access_token" -> "token";
                default -> "waba";
            };
            return refuse("manual:" + place, refused);
        }
    }

    /** Makes a link; the page that follows shows it with its code. */
    public @Nullable String makeLink() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        try {
            var life = Duration.ofDays(Long.parseLong(days));
            var made =
                    links.create(me.workspaceId(), linkName == null ? "" : linkName, coexistence, life, me.getEmail());
            ConnectPage.show(made.id().toString());
            return here();
        } catch (RequestFailed refused) {
            return refuse("link:name", refused);
        }
    }

    /** Takes a link back. */
    public String revokeLink() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        try {
            links.revoke(me.workspaceId(), UUID.fromString(String.valueOf(linkId)), me.getEmail());
            ConnectPage.say(FacesMessage.SEVERITY_INFO, TEXTS.get("link.revoked"));
        } catch (RequestFailed | IllegalArgumentException refused) {
            ConnectPage.say(FacesMessage.SEVERITY_WARN, String.valueOf(refused.getMessage()));
        }
        return here();
    }

    private String here() {
        var run = address.id();
        return run == null ? HERE : ConnectPage.address(run.toString());
    }

    /** Goes on with the step that failed. */
    public @Nullable String retry() {
        return retry(new RetryWish(null, null, null));
    }

    /** Goes on with a PIN. */
    public @Nullable String retryWithPin() {
        return retry(new RetryWish(null, pin == null ? "" : pin.strip(), null));
    }

    /** Goes on with the number that was chosen. */
    public @Nullable String retryWithNumber() {
        return retry(new RetryWish(null, null, choice));
    }

    /** Shows the PIN of the run's number on the next page, and on no other. */
    public String showPin() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        var run = address.id();
        if (run != null) {
            onboardings.find(me.workspaceId(), run).stream()
                    .flatMap(found -> found.facts().numbers().stream())
                    .findFirst()
                    .flatMap(number -> onboardings.showPin(me.workspaceId(), number.id(), me.getEmail()))
                    .ifPresent(ConnectPage::showPin);
        }
        return here();
    }

    /** Does a step again, and what follows it. */
    public @Nullable String repeat() {
        var from = Arrays.stream(Step.values())
                .filter(one -> one.name().equals(step))
                .findFirst()
                .orElse(null);
        return retry(new RetryWish(from, null, null));
    }

    private @Nullable String retry(RetryWish wish) {
        me.demand(Permission.MANAGE_ACCOUNTS);
        var run = address.id();
        if (run == null) {
            return HERE;
        }
        try {
            onboardings.prepareRetry(me.workspaceId(), run, wish, me.getEmail());
            runner.advance(run);
        } catch (RequestFailed refused) {
            if (!refused.fields().isEmpty() && refused.fields().get(0).field().equals("pin")) {
                return refuse("pin:pin", refused);
            }
            ConnectPage.say(FacesMessage.SEVERITY_WARN, String.valueOf(refused.getMessage()));
        }
        return ConnectPage.address(run.toString());
    }

    private static @Nullable String refuse(String place, RequestFailed refused) {
        var faces = FacesContext.getCurrentInstance();
        var words = refused.fields().isEmpty()
                ? String.valueOf(refused.getMessage())
                : refused.fields().get(0).message();
        var sentence = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        faces.addMessage(place, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
        faces.validationFailed();
        return null;
    }

    public @Nullable String getWabaId() {
        return wabaId;
    }

    public void setWabaId(@Nullable String wabaId) {
        this.wabaId = wabaId;
    }

    public @Nullable String getNumberId() {
        return numberId;
    }

    public void setNumberId(@Nullable String numberId) {
        this.numberId = numberId;
    }

    public @Nullable String getToken() {
        return null;
    }

    public void setToken(@Nullable String token) {
        this.token = token;
    }

    public @Nullable String getPin() {
        return null;
    }

    public void setPin(@Nullable String pin) {
        this.pin = pin;
    }

    public @Nullable String getLinkName() {
        return linkName;
    }

    public void setLinkName(@Nullable String linkName) {
        this.linkName = linkName;
    }

    public String getDays() {
        return days;
    }

    /** How many days the link is good: 1, 7 or 30. */
    public void setDays(@Nullable String days) {
        this.days = days != null && DAYS.contains(days) ? days : "7";
    }

    public boolean isCoexistence() {
        return coexistence;
    }

    public void setCoexistence(boolean coexistence) {
        this.coexistence = coexistence;
    }

    public @Nullable String getLinkId() {
        return linkId;
    }

    public void setLinkId(@Nullable String linkId) {
        this.linkId = linkId;
    }

    public @Nullable String getStep() {
        return step;
    }

    public void setStep(@Nullable String step) {
        this.step = step;
    }

    public @Nullable String getChoice() {
        return choice;
    }

    public void setChoice(@Nullable String choice) {
        this.choice = choice;
    }
}
