package org.chasqui.web.templates;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.chasqui.analytics.rollups.Totals;
import org.chasqui.templates.templates.Sentences;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A template in the list. */
public final class TemplateRow implements TemplateLine {
    private static final Texts TEXTS = Texts.of("templates");

    private final TemplateView template;
    private final Supplier<Totals> totals;
    private final @Nullable String account;

    TemplateRow(TemplateView template, Supplier<Totals> totals, @Nullable String account) {
        this.template = template;
        this.totals = totals;
        this.account = account;
    }

    @Override
    public String getId() {
        return template.id().toString();
    }

    @Override
    public String getAddress() {
        return "/console/template.xhtml?id=" + template.id();
    }

    @Override
    public String getName() {
        return template.name();
    }

    /** Whose it is, where there are several accounts; otherwise null. */
    @Override
    public @Nullable String getAccount() {
        return account;
    }

    @Override
    public String getBody() {
        return template.shape().body().replaceAll("\\s+", " ");
    }

    @Override
    public String getLanguage() {
        return template.language();
    }

    @Override
    public String getCategory() {
        return TemplateLook.category(template.category());
    }

    /** marketing, utility or authentication. */
    @Override
    public String getCategoryKey() {
        return template.category().toLowerCase(Locale.ROOT);
    }

    /** What Meta did or will do about the category; null for nothing. */
    @Override
    public @Nullable String getMoved() {
        if (template.nextCategory() != null) {
            return TEXTS.get("moves", TemplateLook.category(template.nextCategory()));
        }
        return template.isMovedByMeta() ? TEXTS.get("moved") : null;
    }

    @Override
    public boolean isMoving() {
        return template.nextCategory() != null;
    }

    @Override
    public String getStatus() {
        return TemplateLook.status(template.status());
    }

    @Override
    public String getStatusKey() {
        return template.status();
    }

    @Override
    public String getQualityKey() {
        return template.quality();
    }

    @Override
    public boolean isGone() {
        return template.deletedAt() != null;
    }

    @Override
    public String getColour() {
        return TemplateLook.statusColour(template.status());
    }

    /** The line below the status: quality while it can be sent, otherwise why it cannot. */
    @Override
    public String getNote() {
        var reason = Sentences.reason(template.rejectedReason());
        return switch (template.status()) {
            case "APPROVED" -> TemplateLook.quality(template.quality());
            case "REJECTED" -> reason == null ? "" : reason;
            default -> template.note() == null ? "" : template.note();
        };
    }

    /** Colour of the dot before the note; empty for none. */
    @Override
    public String getDot() {
        return template.status().equals("APPROVED") ? TemplateLook.qualityColour(template.quality()) : "";
    }

    @Override
    public String getSent() {
        return Formats.count(totals.get().accepted());
    }

    @Override
    public String getRead() {
        var all = totals.get();
        return all.accepted() == 0 ? "–" : Formats.percent(all.read(), all.accepted());
    }

    @Override
    public Instant getCheckedAt() {
        return template.checkedAt();
    }
}
