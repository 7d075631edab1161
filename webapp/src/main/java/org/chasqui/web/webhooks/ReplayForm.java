package org.chasqui.web.webhooks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.webhooks.ReplayWish;
import org.chasqui.messaging.webhooks.Replays;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Asks for deliveries again: of a time range, all or some of them. */
@Named
@RequestScoped
public class ReplayForm {
    private static final Texts TEXTS = Texts.of("webhooks");

    @Inject
    CurrentUser me;

    @Inject
    Replays replays;

    @Inject
    WebhookAddress address;

    @Inject
    Formats formats;

    private String which = "dead";
    private @Nullable String from;
    private @Nullable String to;
    private String type = "";

    /** Posts again what the form says, and says how many. */
    public @Nullable String replay() {
        me.demand(Permission.MANAGE_WEBHOOKS);
        try {
            var since = moment(from);
            var until = moment(to);
            var again = replays.begin(
                    me.workspaceId(),
                    UUID.fromString(String.valueOf(address.getId())),
                    new ReplayWish(
                            null,
                            which.equals("all") ? null : which,
                            type.isEmpty() ? List.of() : List.of(type),
                            since,
                            until));
            Notices.done(TEXTS.get("replay.done", again, Formats.count(again)));
            return WebhookPage.address(String.valueOf(address.getId()));
        } catch (RequestFailed refused) {
            Notices.refuse("replay", List.of("from"), refused);
            return null;
        }
    }

    private @Nullable Instant moment(@Nullable String local) {
        try {
            return local == null || local.isBlank()
                    ? null
                    : LocalDateTime.parse(local).atZone(formats.zone()).toInstant();
        } catch (DateTimeException nonsense) {
            throw RequestFailed.invalid("time", TEXTS.get("replay.badTime"));
        }
    }

    public String getWhich() {
        return which;
    }

    /** {@code dead}, {@code delivered} or {@code all}. */
    public void setWhich(@Nullable String which) {
        this.which = which == null ? "dead" : which;
    }

    /** As the field of the browser writes a local time. */
    public String getFrom() {
        return from != null ? from : local(formats.now().minus(Duration.ofHours(24)));
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public String getTo() {
        return to != null ? to : local(formats.now().plus(Duration.ofMinutes(1)));
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    private String local(Instant at) {
        return at.atZone(formats.zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    public String getType() {
        return type;
    }

    public void setType(@Nullable String type) {
        this.type = type == null ? "" : type;
    }

    public List<String> getTypes() {
        return EventChoices.SEARCHED;
    }
}
