package org.chasqui.web.templates;

import java.time.Instant;
import java.util.Locale;
import org.chasqui.analytics.rollups.Totals;
import org.chasqui.templates.templates.Sentences;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A template in the list. */
public final class TemplateRow {
    private static final Texts TEXTS = Texts.of("templates");

    private final TemplateView template;
    private final Totals totals;
    private final @Nullable String account;

    TemplateRow(TemplateView template, Totals totals, @Nullable String account) {
        this.template = template;
        this.totals = totals;
        this.account = account;
    }

    public String getId() {
        return template.id().toString();
    }

    public String getName() {
        return template.name();
    }

    /** Whose it is, where there are several accounts; otherwise null. */
    public @Nullable String getAccount() {
        return account;
    }

    public String getBody() {
        return template.shape().body().replaceAll("\\s+", " ");
    }

    public String getLanguage() {
        return template.language();
    }

    public String getCategory() {
        return TemplateLook.category(template.category());
    }

    /** marketing, utility or authentication. */
    public String getCategoryKey() {
        return template.category().toLowerCase(Locale.ROOT);
    }

    /** What Meta did or will do about the category; null for nothing. */
    public @Nullable String getMoved() {
        if (template.nextCategory() != null) {
            return TEXTS.get("moves", TemplateLook.category(template.nextCategory()));
        }
        return template.isMovedByMeta() ? TEXTS.get("moved") : null;
    }

    public String getStatus() {
        return TemplateLook.status(template.status());
    }

    public String getColour() {
        return TemplateLook.statusColour(template.status());
    }

    /** The line below the status: quality while it can be sent, otherwise why it cannot. */
    public String getNote() {
        var reason = Sentences.reason(template.rejectedReason());
        return switch (template.status()) {
            case "APPROVED" -> TemplateLook.quality(template.quality());
            case "REJECTED" -> reason == null ? "" : reason;
            default -> template.note() == null ? "" : template.note();
        };
    }

    /** Colour of the dot before the note; empty for none. */
    public String getDot() {
        return template.status().equals("APPROVED") ? TemplateLook.qualityColour(template.quality()) : "";
    }

    public String getSent() {
        return Formats.count(totals.accepted());
    }

    public String getRead() {
        return totals.accepted() == 0 ? "–" : Formats.percent(totals.read(), totals.accepted());
    }

    public Instant getCheckedAt() {
        return template.checkedAt();
    }
}
