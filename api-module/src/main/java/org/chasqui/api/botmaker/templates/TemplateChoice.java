package org.chasqui.api.botmaker.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;
import org.jspecify.annotations.Nullable;

/**
 * Finds the template that a name means. Botmaker's names stand for one language each, Meta's for all of them: {@code
 * name:language} says which; else it is the person's, and else the one that was approved first.
 */
@ApplicationScoped
public class TemplateChoice {
    private static final String APPROVED = "APPROVED";

    @Inject
    Templates templates;

    /**
     * The template of a number's account.
     *
     * @param named its name, with or without a language behind a colon, or Meta's id of it
     * @param language that of the person; null when unknown
     */
    public Optional<TemplateView> find(SenderNumber sender, String named, @Nullable String language) {
        var all = templates.list(sender.workspaceId()).stream()
                .filter(one -> one.accountId().equals(sender.accountId()) && one.deletedAt() == null)
                .toList();
        return choose(all, named.strip(), language);
    }

    static Optional<TemplateView> choose(List<TemplateView> all, String named, @Nullable String language) {
        int colon = named.lastIndexOf(':');
        var name = colon < 0 ? named : named.substring(0, colon);
        var wanted = colon < 0 ? language : named.substring(colon + 1);
        var fitting = all.stream()
                .filter(one -> one.name().equalsIgnoreCase(name) || one.metaId().equals(named))
                .filter(one -> colon < 0 || one.language().equalsIgnoreCase(wanted))
                .toList();
        Comparator<TemplateView> best =
                Comparator.comparing((TemplateView one) -> !one.status().equals(APPROVED));
        return fitting.stream()
                .min(best.thenComparing(one -> distance(one.language(), wanted))
                        .thenComparing(TemplateView::createdAt));
    }

    /** 0 for the same language, 1 for another kind of it, 2 for another one. */
    private static int distance(String language, @Nullable String wanted) {
        if (wanted == null) {
            return 0;
        }
        if (language.equalsIgnoreCase(wanted.replace('-', '_'))) {
            return 0;
        }
        return base(language).equalsIgnoreCase(base(wanted)) ? 1 : 2;
    }

    private static String base(String language) {
        return language.replaceFirst("[-_].*", "");
    }
}
