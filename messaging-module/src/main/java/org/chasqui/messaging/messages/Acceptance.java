package org.chasqui.messaging.messages;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.messaging.content.TemplateContent;
import org.chasqui.messaging.conversations.ConversationStore;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** Turns the wish to send into a draft, or says what is wrong with it before Meta is bothered. */
@ApplicationScoped
class Acceptance {
    private static final Duration SHORTEST_TTL = Duration.ofSeconds(30);
    private static final Duration LONGEST_TTL = Duration.ofDays(30);
    private static final String SERVICE = "service";

    @Inject
    PhoneNumbers numbers;

    @Inject
    TemplateCatalog templates;

    @Inject
    References references;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** The sender number of a command. */
    SenderNumber sender(SendMessage command) {
        return numbers.find(command.workspaceId(), command.phoneNumberId())
                .orElseThrow(() -> RequestFailed.invalid(
                        "phone_number_id",
                        "no number of this workspace has this id. GET /api/v1/whatsapp/phone_numbers lists them."));
    }

    Draft draft(SendMessage command, SenderNumber sender) {
        var peer = Recipient.parse(command.to());
        MessageContent.check(command.type(), command.content());
        var template = command.type().equals("template") ? approved(sender, command.content()) : null;
        if (template != null) {
            checkCategory(template, command.content(), peer);
        }
        var category = template == null ? SERVICE : template.category().toLowerCase(Locale.ROOT);
        var lane = lane(command, template == null ? null : category);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var ttl = ttl(command.ttl(), lane);
        return new Draft(
                command.reservedId() == null ? ids.next() : command.reservedId(),
                new ConversationStore.Key(command.workspaceId(), sender.id(), peer),
                sender.phoneNumberId(),
                command.type(),
                references.resolve(sender, command.type(), command.content()),
                replyTo(command, sender),
                template == null ? null : template.name(),
                category,
                lane,
                template == null,
                now,
                now.plus(ttl),
                command.campaignId());
    }

    private @Nullable String replyTo(SendMessage command, SenderNumber sender) {
        if (command.replyTo() == null) {
            return null;
        }
        if (command.type().equals("reaction")) {
            throw RequestFailed.invalid("context", "has no place in a reaction, which names its message itself.");
        }
        return references.wamid(sender, command.replyTo(), "context.message_id");
    }

    /** A campaign waits behind everything that somebody waits for, whatever its category. */
    private static Lane lane(SendMessage command, @Nullable String category) {
        var lane = Lane.ofCategory(category);
        return command.campaignId() != null && lane == Lane.UTILITY ? Lane.MARKETING : lane;
    }

    /** Rules that Meta has for one-time codes only. */
    private static void checkCategory(TemplateCatalog.CatalogTemplate template, JsonNode content, String peer) {
        if (Lane.ofCategory(template.category()) == Lane.AUTHENTICATION) {
            TemplateContent.checkAuthentication(content);
            if (Recipient.isUserId(peer)) {
                throw RequestFailed.invalid(
                        "to", "WhatsApp sends one-time codes to phone numbers only, not to business-scoped user ids.");
            }
        }
    }

    /** How long a message is worth sending: a one-time code is useless after minutes. */
    static Duration ttl(@Nullable Duration wanted, Lane lane) {
        if (wanted == null) {
            return lane == Lane.AUTHENTICATION ? Duration.ofMinutes(10) : Duration.ofHours(24);
        }
        if (wanted.compareTo(SHORTEST_TTL) < 0 || wanted.compareTo(LONGEST_TTL) > 0) {
            throw RequestFailed.invalid("ttl", "must be from 30 seconds to 30 days (2592000 seconds).");
        }
        return wanted;
    }

    private TemplateCatalog.CatalogTemplate approved(SenderNumber sender, JsonNode content) {
        var name = content.path("name").asText();
        var language = content.path("language").path("code").asText();
        var template = templates
                .find(sender, name, language)
                .orElseThrow(() -> new RequestFailed(
                        FailureCode.TEMPLATE_NOT_FOUND,
                        "The WABA of this number has no template " + name + " in the language " + language
                                + ". Check the name and the language code."));
        var reason = template.reason();
        if (reason != null) {
            throw new RequestFailed(FailureCode.TEMPLATE_NOT_APPROVED, reason);
        }
        var faults = template.parameters().check(content.path("components"));
        if (!faults.isEmpty()) {
            throw RequestFailed.invalid(faults);
        }
        return template;
    }
}
