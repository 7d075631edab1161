package org.chasqui.templates.lint;

import java.util.List;

/** Goods that Meta's commerce policy keeps out of WhatsApp. */
final class ForbiddenGoods implements Rule {
    private static final Words GOODS = new Words(List.of(
            "casinos?",
            "betting",
            "sports bets?",
            "gambling",
            "lottery",
            "jackpot",
            "cigarettes?",
            "vapes?",
            "cannabis",
            "cbd oil",
            "firearms?",
            "ammunition",
            "viagra",
            "payday loans?",
            "escort",
            "crypto ?currenc(?:y|ies)",
            "apuestas?",
            "cigarrillos?",
            "armas",
            "apostas?",
            "cigarros?",
            "loteria",
            "lotería"));

    @Override
    public String name() {
        return "policy.goods";
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.texts().stream()
                .flatMap(text -> GOODS.firstIn(text.value()).stream()
                        .map(word -> new Finding(
                                name(),
                                Severity.WARNING,
                                text.place(),
                                "\u201c" + word + "\u201d: Meta's commerce policy keeps such goods out of WhatsApp.",
                                "Read WhatsApp's commerce policy first; the account itself is at risk.",
                                "ABUSIVE_CONTENT")))
                .limit(1)
                .toList();
    }
}
