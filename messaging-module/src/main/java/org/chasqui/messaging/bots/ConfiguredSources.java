package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.chasqui.platform.accounts.AiProviders;

/** Tells numbers whether the bots that answer on them have somebody to ask. */
@ApplicationScoped
public class ConfiguredSources implements AiProviders {
    @Inject
    BotStore store;

    @Inject
    AnswerSources sources;

    /** For the container. */
    public ConfiguredSources() {}

    @Override
    @Transactional
    public boolean isConfigured(UUID botId) {
        return store.byId(botId)
                .map(BotRow::view)
                .filter(bot -> bot.kind() != BotKind.RULES && sources.missing(bot) == null)
                .isPresent();
    }
}
