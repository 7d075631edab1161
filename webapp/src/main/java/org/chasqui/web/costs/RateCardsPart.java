package org.chasqui.web.costs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.analytics.costs.RateCardView;
import org.chasqui.analytics.costs.RateCards;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The rate cards on the page Costs: Meta's, and an operator's own, which can be imported and removed. */
@Named
@RequestScoped
public class RateCardsPart {
    private static final Texts TEXTS = Texts.of("costs");
    private static final String HERE = "/console/costs.xhtml?faces-redirect=true&includeViewParams=true";
    /** More wrong lines than this nobody reads; the next attempt names the rest. */
    private static final int MOST_COMPLAINTS = 5;

    @Inject
    CurrentUser me;

    @Inject
    RateCards cards;

    @Inject
    Formats formats;

    private @Nullable Part file;
    private @Nullable String name;
    private @Nullable String chosen;
    private @Nullable List<RateCardRow> rows;

    /** All of them, the newest first. */
    public List<RateCardRow> getRows() {
        var known = rows;
        if (known == null) {
            known = rows(cards.list(me.workspaceId()));
            rows = known;
        }
        return known;
    }

    private List<RateCardRow> rows(List<RateCardView> newestFirst) {
        var today = LocalDate.ofInstant(formats.now(), ZoneOffset.UTC);
        Set<String> found = new HashSet<>();
        return newestFirst.stream()
                .map(card ->
                        new RateCardRow(card, today, !card.effectiveOn().isAfter(today) && found.add(card.currency())))
                .toList();
    }

    /** Reads a file of prices. */
    public String read() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        var given = file;
        if (given == null || given.getSize() == 0) {
            Notices.failed(TEXTS.get("import.none"));
            return HERE;
        }
        try (var bytes = given.getInputStream()) {
            var called = name == null || name.isBlank() ? TEXTS.get("import.own") : name;
            var imported = cards.importCsv(me.workspaceId(), called, bytes);
            Notices.done(TEXTS.get("import.done", imported.size()));
        } catch (RequestFailed refused) {
            complain(refused);
        } catch (IOException broken) {
            Notices.failed(TEXTS.get("import.broken"));
        }
        return HERE;
    }

    private static void complain(RequestFailed refused) {
        Notices.failed(TEXTS.get("import.refused"));
        if (refused.fields().isEmpty()) {
            Notices.failed(String.valueOf(refused.getMessage()));
        }
        refused.fields().stream()
                .limit(MOST_COMPLAINTS)
                .forEach(field -> Notices.failed(field.field() + ": " + field.message()));
    }

    /** Removes one of one's own. */
    public String remove() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        try {
            cards.remove(me.workspaceId(), UUID.fromString(String.valueOf(chosen)));
            Notices.done(TEXTS.get("remove.done"));
        } catch (RequestFailed | IllegalArgumentException gone) {
            Notices.warn(TEXTS.get("remove.gone"));
        }
        return HERE;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable String chosen) {
        this.chosen = chosen;
    }
}
