package org.chasqui.web.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.chasqui.messaging.bots.BotAction;
import org.chasqui.messaging.bots.Spintax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecipeTest {
    @ParameterizedTest
    @EnumSource
    void whatANewBotBeginsWithCanBeSaid(Recipe recipe) {
        var wish = recipe.wish("Reception", ZoneId.of("Africa/Lagos"), "ana@example.com");
        var messages = Objects.requireNonNull(wish.settings()).messages();
        var said = recipe.rules().stream()
                .flatMap(rule -> Objects.requireNonNull(rule.actions()).stream())
                .filter(BotAction.Say.class::isInstance)
                .map(action -> ((BotAction.Say) action).text());

        assertThat(recipe.getTitle()).isNotBlank();
        assertThat(recipe.getText()).isNotBlank();
        assertThat(Stream.concat(Stream.of(messages.welcome(), messages.fallback(), messages.away()), said)
                        .filter(Objects::nonNull))
                .allSatisfy(text -> Spintax.check("text", text, 4_096))
                // Not of everybody is the name known.
                .allSatisfy(text -> assertThat(Spintax.render(text, Map.of("name", ""), new Random(7)))
                        .doesNotContainPattern("[,;] ?[,.!?]|  "));
        assertThat(recipe.rules())
                .allSatisfy(rule -> assertThat(rule.keywords()).isNotEmpty());
    }
}
