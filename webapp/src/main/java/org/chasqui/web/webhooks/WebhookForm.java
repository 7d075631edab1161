package org.chasqui.web.webhooks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.webhooks.Formats;
import org.chasqui.messaging.webhooks.Handshake;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.WebhookWish;
import org.chasqui.messaging.webhooks.Webhooks;
import org.chasqui.messaging.webhooks.Wording;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The form for an endpoint: a new one on the list, the one of the address on its page. */
@Named
@RequestScoped
public class WebhookForm {
    private static final Texts TEXTS = Texts.of("webhooks");
    private static final String OWN = Wording.OWN.format();
    private static final List<String> FIELDS = List.of("url", "description", "events", "headers");

    @Inject
    CurrentUser me;

    @Inject
    Webhooks webhooks;

    @Inject
    Formats formats;

    @Inject
    Handshake handshake;

    @Inject
    WebhookAddress address;

    private @Nullable WebhookView old;
    private @Nullable String url;
    private @Nullable String description;
    private String @Nullable [] kinds;
    private @Nullable String more;
    private String @Nullable [] numbers;
    private @Nullable String headers;
    private @Nullable Boolean ordered;
    private @Nullable String format;
    private @Nullable String verifyToken;

    private @Nullable WebhookView old() {
        var id = WebhookAddress.uuid(address.getId());
        if (old == null && id != null) {
            old = webhooks.find(me.workspaceId(), id).orElse(null);
        }
        return old;
    }

    /** Makes or changes the endpoint and leads to it; stays, with a notice at the field, when it is refused. */
    public @Nullable String save() {
        me.demand(Permission.MANAGE_WEBHOOKS);
        try {
            var before = old();
            var wish = wish();
            if (!getVerifyToken().isBlank()) {
                handshake.demand(getUrl().strip(), getVerifyToken().strip());
            }
            if (before == null) {
                var made = webhooks.create(me.workspaceId(), wish);
                var id = made.webhook().id().toString();
                ShownSecret.keep(new ShownSecret(id, made.secret(), false));
                return WebhookPage.address(id);
            }
            webhooks.update(me.workspaceId(), before.id(), wish);
            Notices.done(TEXTS.get("saved"));
            return WebhookPage.address(before.id().toString());
        } catch (RequestFailed refused) {
            Notices.refuse("hook", FIELDS, refused);
            return null;
        }
    }

    private WebhookWish wish() {
        var before = old();
        var address = url == null ? "" : url.strip();
        var events = new LinkedHashSet<>(Arrays.asList(getKinds()));
        Arrays.stream(getMore().split("[\\s,;]+"))
                .filter(pattern -> !pattern.isEmpty())
                .forEach(events::add);
        return new WebhookWish(
                address.isEmpty() ? null : address,
                List.copyOf(events),
                Arrays.stream(getNumbers()).map(UUID::fromString).toList(),
                headers(),
                isOrdered(),
                getDescription().strip(),
                formats.choose(format, before == null ? null : before.format()),
                me.getEmail());
    }

    /** One header in a line. Nothing leaves what is set; a dash takes it away. */
    private @Nullable Map<String, String> headers() {
        var text = getHeaders().strip();
        if (text.isEmpty()) {
            return null;
        }
        var set = new LinkedHashMap<String, String>();
        if (!text.equals("-")) {
            text.lines().filter(line -> !line.isBlank()).forEach(line -> {
                int colon = line.indexOf(':');
                if (colon < 1) {
                    throw RequestFailed.invalid("headers", TEXTS.get("form.headers.bad"));
                }
                set.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            });
        }
        return set;
    }

    public boolean isNew() {
        return old() == null;
    }

    public List<String> getOffered() {
        return EventChoices.OFFERED;
    }

    public String getUrl() {
        var before = old();
        return url != null ? url : before == null ? "" : before.url();
    }

    public void setUrl(@Nullable String url) {
        this.url = url;
    }

    public String getDescription() {
        var before = old();
        var known = description != null ? description : before == null ? null : before.description();
        return known == null ? "" : known;
    }

    public void setDescription(@Nullable String description) {
        this.description = description == null ? "" : description;
    }

    private List<String> patterns() {
        var before = old();
        return before == null ? List.of(EventChoices.RECEIVED, EventChoices.FAILED) : before.events();
    }

    /** The offered events that are chosen. */
    public String[] getKinds() {
        return kinds != null
                ? kinds.clone()
                : patterns().stream().filter(EventChoices.OFFERED::contains).toArray(String[]::new);
    }

    public void setKinds(String @Nullable [] kinds) {
        this.kinds = kinds == null ? new String[0] : kinds.clone();
    }

    /** Other patterns, with commas between them. */
    public String getMore() {
        return more != null
                ? more
                : String.join(
                        ", ",
                        patterns().stream()
                                .filter(pattern -> !EventChoices.OFFERED.contains(pattern))
                                .toList());
    }

    public void setMore(@Nullable String more) {
        this.more = more == null ? "" : more;
    }

    /** Our ids of the only numbers; empty for all. */
    public String[] getNumbers() {
        if (numbers != null) {
            return numbers.clone();
        }
        var before = old();
        var only = before == null ? null : before.numberIds();
        return only == null ? new String[0] : only.stream().map(UUID::toString).toArray(String[]::new);
    }

    public void setNumbers(String @Nullable [] numbers) {
        this.numbers = numbers == null ? new String[0] : numbers.clone();
    }

    public String getHeaders() {
        return headers == null ? "" : headers;
    }

    public void setHeaders(@Nullable String headers) {
        this.headers = headers;
    }

    public boolean isOrdered() {
        var before = old();
        return ordered != null ? ordered : before != null && before.ordered();
    }

    public void setOrdered(boolean ordered) {
        this.ordered = ordered;
    }

    /** The words that the endpoint is told in. */
    public String getFormat() {
        var before = old();
        return format != null ? format : before == null ? OWN : before.format();
    }

    public void setFormat(@Nullable String format) {
        this.format = format == null || format.isEmpty() ? null : format;
    }

    /** The words that may be chosen. */
    public List<String> getFormats() {
        return formats.offered();
    }

    /** How words are called. */
    public String formatText(String name) {
        return WebhookRow.formatText(name);
    }

    /** Whether its words may be changed: those of an endpoint that a client of a dialect has made may not. */
    public boolean isFormatOpen() {
        return formats.isChangeable(getFormat());
    }

    public String getVerifyToken() {
        return verifyToken == null ? "" : verifyToken;
    }

    public void setVerifyToken(@Nullable String verifyToken) {
        this.verifyToken = verifyToken;
    }
}
