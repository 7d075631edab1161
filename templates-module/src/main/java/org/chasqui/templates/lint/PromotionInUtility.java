package org.chasqui.templates.lint;

import java.util.List;
import org.chasqui.templates.definition.Category;

/** Words of advertising in a template that is handed in as UTILITY: Meta approves it as MARKETING, at its price. */
final class PromotionInUtility implements Rule {
    @Override
    public String name() {
        return "category.promotion-in-utility";
    }

    @Override
    public List<Finding> check(Subject subject) {
        if (!subject.is(Category.UTILITY)) {
            return List.of();
        }
        if (subject.shape().hasOffer() || !subject.shape().cards().isEmpty()) {
            return List.of(finding("components", "An offer or a carousel reads as advertising."));
        }
        for (var text : subject.texts()) {
            var word = CategoryGuess.PROMOTION.firstIn(text.value());
            if (word.isPresent()) {
                return List.of(finding(text.place(), "\u201c" + word.get() + "\u201d reads as advertising."));
            }
        }
        return List.of();
    }

    private Finding finding(String place, String why) {
        return new Finding(
                name(),
                Severity.WARNING,
                place,
                why + " Meta would approve the template as MARKETING, at the price of marketing.",
                "Hand it in as MARKETING, or leave only what the person has asked for.",
                "INCORRECT_CATEGORY");
    }
}
