package org.chasqui.api.waabot.instances;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.api.dialects.Client;
import org.chasqui.messaging.bots.AiSettings;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotNumbers;
import org.chasqui.messaging.bots.BotSettings;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.ExternalBotSettings;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InstanceBotsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID WORKSPACE = new UUID(1, 1);
    private static final UUID OWN = new UUID(2, 1);
    private static final UUID OTHER = new UUID(2, 2);

    private final List<NumberView> answeredBy = new ArrayList<>();
    private final WaabotInstance instance = new WaabotInstance(
            new UUID(9, 9),
            "61a7bd6ea34282366c025764",
            WORKSPACE,
            OWN,
            null,
            null,
            List.of(),
            "session",
            "token",
            false,
            false,
            NOW,
            NOW);
    private final InstanceBots bots = new InstanceBots() {
        @Override
        public Optional<BotView> of(WaabotInstance any) {
            return Optional.of(bot());
        }
    };

    InstanceBotsTest() {
        bots.links = new BotNumbers() {
            @Override
            public List<NumberView> of(BotView bot) {
                return answeredBy;
            }
        };
    }

    @Test
    void aBotOfOneNumberIsChangedByWhoMayUseThatNumber() {
        answeredBy.add(number(OWN));

        assertThatCode(() -> bots.demandOwn(instance, client(OWN))).doesNotThrowAnyException();
    }

    @Test
    void aBotOfSeveralNumbersIsChangedByWhoMayUseThemAll() {
        answeredBy.add(number(OWN));
        answeredBy.add(number(OTHER));

        assertThatThrownBy(() -> bots.demandOwn(instance, client(OWN))).isInstanceOf(RequestFailed.class);
        assertThatCode(() -> bots.demandOwn(instance, client(null))).doesNotThrowAnyException();
    }

    private static Client client(@Nullable UUID only) {
        return new Client(WORKSPACE, new UUID(3, 3), "key", Set.of(Scope.ALL), only);
    }

    private static BotView bot() {
        return new BotView(
                new UUID(4, 4),
                WORKSPACE,
                "Ana",
                BotKind.RULES,
                true,
                BotSettings.DEFAULT,
                AiSettings.NONE,
                false,
                ExternalBotSettings.NONE,
                NOW,
                NOW);
    }

    private static NumberView number(UUID id) {
        var sender = new SenderNumber(
                id, WORKSPACE, new UUID(5, 5), "1", "2", "+1", null, "GREEN", null, "STANDARD", 80, "CONNECTED");
        return new NumberView(sender, null, null, null, false, null, bot().id(), false, NOW, NOW);
    }
}
