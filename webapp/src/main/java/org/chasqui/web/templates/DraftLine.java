package org.chasqui.web.templates;

import java.time.Instant;
import java.util.Locale;
import org.chasqui.templates.drafts.SavedDraft;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A draft in the list. */
public final class DraftLine implements TemplateLine {
    private static final Texts TEXTS = Texts.of("templates");

    private final SavedDraft saved;
    private final @Nullable String account;

    DraftLine(SavedDraft saved, @Nullable String account) {
        this.saved = saved;
        this.account = account;
    }

    @Override
    public String getId() {
        return saved.id().toString();
    }

    @Override
    public String getAddress() {
        return "/console/templateEditor.xhtml?draft=" + saved.id();
    }

    @Override
    public String getName() {
        return saved.draft().name().isBlank()
                ? TEXTS.get("draft.untitled")
                : saved.draft().name();
    }

    @Override
    public @Nullable String getAccount() {
        return account;
    }

    @Override
    public String getBody() {
        return saved.draft().shape().body().replaceAll("\\s+", " ");
    }

    @Override
    public String getLanguage() {
        return saved.draft().language();
    }

    @Override
    public String getCategory() {
        return TemplateLook.category(saved.draft().category().toUpperCase(Locale.ROOT));
    }

    @Override
    public String getCategoryKey() {
        return saved.draft().category().toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable String getMoved() {
        return null;
    }

    @Override
    public boolean isMoving() {
        return false;
    }

    @Override
    public String getStatus() {
        return TemplateLook.status(StatusTab.DRAFTED);
    }

    @Override
    public String getStatusKey() {
        return StatusTab.DRAFTED;
    }

    @Override
    public String getQualityKey() {
        return "";
    }

    @Override
    public String getColour() {
        return TemplateLook.statusColour(StatusTab.DRAFTED);
    }

    @Override
    public String getNote() {
        return saved.templateId() == null ? TEXTS.get("draft.by", saved.savedBy()) : TEXTS.get("draft.change");
    }

    @Override
    public String getDot() {
        return "";
    }

    @Override
    public String getSent() {
        return "–";
    }

    @Override
    public String getRead() {
        return "–";
    }

    @Override
    public @Nullable Instant getCheckedAt() {
        return null;
    }

    @Override
    public boolean isGone() {
        return false;
    }
}
