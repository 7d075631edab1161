package org.chasqui.web.bots;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The bots of the workspace with what they do. */
@Named
@RequestScoped
public class BotsPage {
    private static final Texts TEXTS = Texts.of("bots");

    @Inject
    CurrentUser me;

    @Inject
    Bots bots;

    @Inject
    BotCards cards;

    private @Nullable List<BotCard> rows;

    public List<BotCard> getRows() {
        var known = rows;
        if (known == null) {
            known = bots.list(me.workspaceId()).stream().map(cards::card).toList();
            rows = known;
        }
        return known;
    }

    /** How many there are, and how many of them answer. */
    public String getSummary() {
        var answering = getRows().stream()
                .filter(row -> row.bot().isAnswering() && !row.getNumbers().isEmpty())
                .count();
        return getRows().isEmpty()
                ? TEXTS.get("sub")
                : TEXTS.get("count", getRows().size(), answering);
    }
}
