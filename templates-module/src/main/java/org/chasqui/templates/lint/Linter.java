package org.chasqui.templates.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.templates.definition.DraftRules;
import org.chasqui.templates.definition.TemplateDraft;

/** Runs all rules over a draft. */
public final class Linter {
    /** The name under which Meta's limits are reported; they are many, and each says its place. */
    static final String LIMITS = "limits";

    private static final List<Rule> RULES = List.of(
            new PromotionInUtility(),
            new CodeOutsideAuthentication(),
            new ShortLink(),
            new WhatsAppLink(),
            new AddressInText(),
            new SensitiveData(),
            new ForbiddenGoods(),
            new Threat(),
            new WrongLanguage(),
            new NearDuplicate(),
            new VagueWording(),
            new PlaceholderSample(),
            new OddBrackets(),
            new Shouting(),
            new TooManyEmoji(),
            new BlankLines(),
            new OpenFormatting(),
            new HeaderDecoration(),
            new NoWayOut(),
            new HiddenButtons(),
            new TestName());

    private Linter() {}

    /**
     * Another template of the account.
     *
     * @param body its text
     * @param footer its text; empty without one
     */
    public record Other(String name, String language, String body, String footer) {}

    /** Names of all rules. */
    public static List<String> rules() {
        return Stream.concat(Stream.of(LIMITS), RULES.stream().map(Rule::name)).toList();
    }

    /**
     * What is to be said about a draft.
     *
     * @param others the account's templates, without the draft's own name and language
     */
    public static LintReport check(TemplateDraft draft, List<Other> others) {
        var findings = new ArrayList<Finding>();
        var passed = new ArrayList<String>();
        var limits = limits(draft);
        (limits.isEmpty() ? passed : new ArrayList<String>()).add(LIMITS);
        findings.addAll(limits);
        if (draft.components().isArray()) {
            var subject = Subject.of(draft, others);
            for (var rule : RULES) {
                var found = rule.check(subject);
                findings.addAll(found);
                if (found.isEmpty()) {
                    passed.add(rule.name());
                }
            }
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return new LintReport(findings, passed, CategoryGuess.of(draft));
    }

    private static List<Finding> limits(TemplateDraft draft) {
        return DraftRules.check(draft).stream()
                .map(fault -> new Finding(
                        LIMITS,
                        Severity.ERROR,
                        fault.field(),
                        fault.field() + " " + fault.message(),
                        "Change it before you hand it in: Meta refuses it at once.",
                        "INVALID_FORMAT"))
                .toList();
    }
}
