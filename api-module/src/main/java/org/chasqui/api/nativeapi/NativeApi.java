package org.chasqui.api.nativeapi;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.chasqui.analytics.costs.rest.CostsResource;
import org.chasqui.analytics.costs.rest.RateCardsResource;
import org.chasqui.analytics.rollups.rest.AnalyticsResource;
import org.chasqui.campaigns.audiences.rest.AudiencesResource;
import org.chasqui.campaigns.campaigns.rest.CampaignRecipientsResource;
import org.chasqui.campaigns.campaigns.rest.CampaignsResource;
import org.chasqui.messaging.bots.rest.BotDecisionsResource;
import org.chasqui.messaging.bots.rest.BotRulesResource;
import org.chasqui.messaging.bots.rest.BotsResource;
import org.chasqui.messaging.bots.rest.ConversationDecisionsResource;
import org.chasqui.messaging.bots.rest.ConversationDraftResource;
import org.chasqui.messaging.contacts.rest.ContactsResource;
import org.chasqui.messaging.contacts.rest.OptOutWordsResource;
import org.chasqui.messaging.conversations.rest.ConversationsResource;
import org.chasqui.messaging.events.rest.EventsResource;
import org.chasqui.messaging.media.rest.MediaResource;
import org.chasqui.messaging.messages.rest.ConversationMessagesResource;
import org.chasqui.messaging.messages.rest.MessagesResource;
import org.chasqui.messaging.messages.rest.SendingResource;
import org.chasqui.messaging.webhooks.rest.DeliveriesResource;
import org.chasqui.messaging.webhooks.rest.WebhooksResource;
import org.chasqui.platform.accounts.rest.AccountsResource;
import org.chasqui.platform.accounts.rest.BlockListResource;
import org.chasqui.platform.accounts.rest.ChatHelpsResource;
import org.chasqui.platform.accounts.rest.MessageLinksResource;
import org.chasqui.platform.accounts.rest.NumberAutoreplyResource;
import org.chasqui.platform.accounts.rest.NumberBotResource;
import org.chasqui.platform.accounts.rest.NumberHealthResource;
import org.chasqui.platform.accounts.rest.NumberHistoryResource;
import org.chasqui.platform.accounts.rest.OnboardingLinksResource;
import org.chasqui.platform.accounts.rest.OnboardingResource;
import org.chasqui.platform.accounts.rest.PhoneNumbersResource;
import org.chasqui.platform.keys.rest.KeysResource;
import org.chasqui.platform.rest.RestConventions;
import org.chasqui.templates.drafts.rest.DraftsResource;
import org.chasqui.templates.templates.rest.TemplatesResource;

/** The native API. Every resource is named here: nothing appears because a scanner found it. */
@ApplicationPath("/api/v1")
public class NativeApi extends Application {
    private static final Set<Class<?>> RESOURCES = Set.of(
            OnboardingResource.class,
            OnboardingLinksResource.class,
            AccountsResource.class,
            PhoneNumbersResource.class,
            NumberHealthResource.class,
            NumberHistoryResource.class,
            MessageLinksResource.class,
            BlockListResource.class,
            ChatHelpsResource.class,
            KeysResource.class,
            ContactsResource.class,
            ConversationsResource.class,
            OptOutWordsResource.class,
            ConversationMessagesResource.class,
            MessagesResource.class,
            SendingResource.class,
            MediaResource.class,
            BotsResource.class,
            BotRulesResource.class,
            BotDecisionsResource.class,
            ConversationDecisionsResource.class,
            ConversationDraftResource.class,
            NumberBotResource.class,
            NumberAutoreplyResource.class,
            EventsResource.class,
            WebhooksResource.class,
            DeliveriesResource.class,
            DraftsResource.class,
            TemplatesResource.class,
            AnalyticsResource.class,
            CostsResource.class,
            RateCardsResource.class,
            CampaignsResource.class,
            CampaignRecipientsResource.class,
            AudiencesResource.class);

    /** The resources of the API, which are also what its description tells of. */
    public static Set<Class<?>> resources() {
        return RESOURCES;
    }

    @Override
    public Set<Class<?>> getClasses() {
        var classes = new HashSet<Class<?>>(RESOURCES);
        classes.addAll(RestConventions.providers());
        return classes;
    }

    @Override
    public Map<String, Object> getProperties() {
        return RestConventions.properties();
    }
}
