package org.chasqui.web.templates;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chasqui.analytics.rollups.Totals;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.templates.definition.Languages;
import org.chasqui.templates.drafts.Drafts;
import org.chasqui.templates.templates.Effect;
import org.chasqui.templates.templates.Sentences;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** One template: its story, what became of its messages, and how it looks. */
@Named
@RequestScoped
public class TemplatePage {
    private static final Texts TEXTS = Texts.of("templates");

    @Inject
    CurrentUser me;

    @Inject
    Templates templates;

    @Inject
    Drafts drafts;

    @Inject
    TemplateAddress address;

    @Inject
    LastWeek lastWeek;

    private @Nullable TemplateView template;
    private @Nullable Totals totals;

    /** Answers 404 for a template that is not there. */
    public void open() throws IOException {
        if (found().isEmpty()) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
            faces.responseComplete();
        } else {
            templates.look(me.workspaceId());
        }
    }

    private Optional<TemplateView> found() {
        var id = address.getId();
        if (template == null && id != null) {
            template = templates.get(me.workspaceId(), id).orElse(null);
        }
        return Optional.ofNullable(template);
    }

    TemplateView view() {
        return found().orElseThrow(() -> RequestFailed.notFound("template", String.valueOf(address.getId())));
    }

    private Totals totals() {
        var known = totals;
        if (known == null) {
            known = lastWeek.of(view());
            totals = known;
        }
        return known;
    }

    public TemplateRow getRow() {
        return new TemplateRow(view(), this::totals, null);
    }

    public String getQuality() {
        return TemplateLook.quality(view().quality());
    }

    public String getQualityColour() {
        return TemplateLook.qualityColour(view().quality());
    }

    public String getLanguageName() {
        return Languages.name(view().language());
    }

    /** The same name in its languages. */
    public List<TemplateRow> getLanguages() {
        return templates.list(me.workspaceId()).stream()
                .filter(other -> other.name().equals(view().name())
                        && other.accountId().equals(view().accountId())
                        && (other.deletedAt() == null || other.id().equals(view().id())))
                .map(other -> new TemplateRow(other, () -> Totals.NONE, null))
                .toList();
    }

    /** The id of the draft of a change of it, the one saved last; null without one. */
    public @Nullable String getDraftId() {
        return drafts.list(me.workspaceId()).stream()
                .filter(saved -> view().id().equals(saved.templateId()))
                .map(saved -> saved.id().toString())
                .findFirst()
                .orElse(null);
    }

    public List<LifeStep> getStory() {
        return templates.history(view()).stream().map(LifeStep::new).toList();
    }

    public String getEditsText() {
        return view().status().equals("APPROVED") ? TEXTS.get("edits", templates.editsLeft(view())) : "";
    }

    public Instant getCheckedAt() {
        return view().checkedAt();
    }

    public boolean isSendable() {
        return view().effect() == Effect.SENDS;
    }

    public boolean isEditable() {
        return List.of("APPROVED", "REJECTED", "PAUSED").contains(view().status());
    }

    public boolean isDeletable() {
        return view().deletedAt() == null && !view().status().equals("DISABLED");
    }

    /** Whether something has to be said about why it cannot be sent. */
    public boolean isStopped() {
        return !isSendable();
    }

    public String getStopTitle() {
        return TEXTS.getOr("stop." + view().status(), TEXTS.get("stop.other"));
    }

    /** What it means and what to do. */
    public String getAdvice() {
        var reason = Sentences.reason(view().rejectedReason());
        return TEXTS.getOr("advice." + view().status(), TEXTS.get("advice.other"))
                + (reason == null ? "" : " " + reason);
    }

    public @Nullable String getNote() {
        return view().note();
    }

    public @Nullable String getReason() {
        return view().rejectedReason();
    }

    public Instant getStatusAt() {
        return view().statusAt();
    }

    public @Nullable Instant getStatusUntil() {
        return view().statusUntil();
    }

    /** What Meta will do about the category; null for nothing. */
    public @Nullable String getMove() {
        var next = view().nextCategory();
        return next == null
                ? null
                : TEXTS.get("move", TemplateLook.category(view().category()), TemplateLook.category(next));
    }

    public @Nullable Instant getMoveAt() {
        return view().nextCategoryAt();
    }

    public List<FunnelBar> getFunnel() {
        var all = totals();
        return List.of(
                new FunnelBar(TEXTS.get("funnel.queued"), all.queued(), all.queued()),
                new FunnelBar(TEXTS.get("funnel.accepted"), all.accepted(), all.queued()),
                new FunnelBar(TEXTS.get("funnel.delivered"), all.delivered(), all.queued()),
                new FunnelBar(TEXTS.get("funnel.read"), all.read(), all.queued()),
                new FunnelBar(TEXTS.get("funnel.failed"), all.failed(), all.queued()));
    }

    public boolean isUsed() {
        return totals().queued() > 0;
    }

    public TemplateBubble getBubble() {
        return TemplateBubble.sample(view().tree());
    }

    public boolean isRightToLeft() {
        return Languages.isRightToLeft(view().language());
    }

    public String getMetaId() {
        return view().metaId();
    }

    public String getFormat() {
        return view().parameterFormat();
    }

    public @Nullable Long getTtl() {
        return view().ttlSeconds();
    }

    /** Deletes it at Meta. */
    public @Nullable String delete() {
        me.demand(Permission.MANAGE_TEMPLATES);
        try {
            var name = view().name();
            templates.delete(view(), me.getName());
            TemplatesPage.say(FacesMessage.SEVERITY_INFO, TEXTS.get("deleted", name));
            return "/console/templates.xhtml?faces-redirect=true";
        } catch (RequestFailed refused) {
            TemplatesPage.say(FacesMessage.SEVERITY_ERROR, String.valueOf(refused.getMessage()));
            return "/console/template.xhtml?faces-redirect=true&id=" + view().id();
        }
    }

    /** A bar of what became of messages. */
    public static final class FunnelBar {
        private final String title;
        private final long count;
        private final long of;

        FunnelBar(String title, long count, long of) {
            this.title = title;
            this.count = count;
            this.of = of;
        }

        public String getTitle() {
            return title;
        }

        public String getCount() {
            return Formats.count(count);
        }

        public String getShare() {
            return Formats.percent(count, of);
        }

        /** Width of the bar, 0 to 100. */
        public long getWidth() {
            return of == 0 ? 0 : Math.round(100.0 * count / of);
        }
    }
}
