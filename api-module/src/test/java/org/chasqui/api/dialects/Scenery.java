package org.chasqui.api.dialects;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chasqui.api.botmaker.KeyPreferences;
import org.chasqui.api.botmaker.chats.Acquaintance;
import org.chasqui.api.botmaker.chats.People;
import org.chasqui.api.botmaker.chats.Variables;
import org.chasqui.api.botmaker.intents.Intents;
import org.chasqui.api.botmaker.messages.Origins;
import org.chasqui.api.botmaker.notes.ForgetfulNotes;
import org.chasqui.api.botmaker.notifications.NotificationStore;
import org.chasqui.api.botmaker.subscriptions.Kind;
import org.chasqui.api.botmaker.subscriptions.Subscription;
import org.chasqui.api.botmaker.subscriptions.SubscriptionStore;
import org.chasqui.api.botmaker.subscriptions.Switches;
import org.chasqui.api.callbacks.CallbackData;
import org.chasqui.api.dialog360.Told;
import org.chasqui.api.dialog360.hub.NotelessHub;
import org.chasqui.api.dialog360.webhooks.AccountCallbacks;
import org.chasqui.api.waabot.instances.InstanceDocuments;
import org.chasqui.api.waabot.instances.InstanceStatus;
import org.chasqui.api.waabot.instances.Instances;
import org.chasqui.api.waabot.instances.WaabotInstance;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.conversations.ConversationFilter;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.messaging.media.Media;
import org.chasqui.messaging.media.MediaState;
import org.chasqui.messaging.media.MediaView;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.KeyKind;
import org.chasqui.platform.rest.RateLimit;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** What lies below the dialects and has no say in a test: a workspace with one number, its person, its keys. */
final class Scenery {
    static final String NUMBER = "106540352242922";
    static final String CHANNEL = "chasqui-whatsapp-15550783881";
    static final String PERSON = "14155550100";

    static final UUID CONVERSATION_ID = new UUID(0, 3);
    static final UUID CONTACT_ID = new UUID(0, 7);

    private static final UUID WORKSPACE = new UUID(0, 1);
    private static final Instant NOW = Told.AT;
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final SenderNumber SENDER = new SenderNumber(
            new UUID(0, 2),
            WORKSPACE,
            new UUID(3, 3),
            "102290129340398",
            NUMBER,
            "+1 555-078-3881",
            "Clay & Co.",
            "GREEN",
            null,
            "STANDARD",
            80,
            "CONNECTED");
    private static final AccountView ACCOUNT = new AccountView(
            SENDER.accountId(),
            SENDER.wabaId(),
            "Clay & Co.",
            "PEN",
            null,
            "ACTIVE",
            null,
            "7c9a_1",
            null,
            "APPROVED",
            null,
            null,
            NOW);
    private static final WaabotInstance INSTANCE = new WaabotInstance(
            new UUID(4, 4),
            "61a7bd6ea34282366c025764",
            WORKSPACE,
            SENDER.id(),
            null,
            null,
            List.of("onMessage", "onAnyMessage", "onAck", "onStateChange"),
            "11aa-22bb-33cc-44dd-55ee",
            "66ff-77aa-88bb-99cc-00dd",
            false,
            true,
            NOW,
            NOW);

    private static final MediaView FILE = new MediaView(
            Told.ID,
            WORKSPACE,
            SENDER.id(),
            true,
            MediaState.STORED,
            "image/jpeg",
            1_234L,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            null,
            NOW);
    private static final ConversationView CONVERSATION = new ConversationView(
            CONVERSATION_ID, WORKSPACE, SENDER.id(), PERSON, CONTACT_ID, "Ana Quispe", null, NOW, NOW);

    private Scenery() {}

    /** All of it. */
    static List<Object> all() {
        return List.of(
                CLOCK,
                new Ids(CLOCK),
                keys(),
                numbers(),
                instances(),
                contacts(),
                new ForgetfulNotes(),
                subscriptions(),
                conversations(),
                origins(),
                new NotificationStore() {
                    @Override
                    public List<Payload> payloads(UUID workspaceId, String peer) {
                        return List.of();
                    }
                },
                new Media() {
                    @Override
                    public Optional<MediaView> find(UUID workspaceId, String id) {
                        return Optional.of(FILE)
                                .filter(file -> file.id().toString().equals(id));
                    }
                },
                new InstanceDocuments() {
                    @Override
                    public InstanceStatus status(WaabotInstance instance) {
                        return InstanceStatus.CONNECTED;
                    }
                },
                new Templates() {
                    @Override
                    public Optional<TemplateView> get(UUID workspaceId, String id) {
                        return Optional.empty();
                    }
                },
                new NotelessHub(),
                new Accounts() {
                    @Override
                    public List<AccountView> list(UUID workspaceId) {
                        return List.of(ACCOUNT);
                    }
                },
                new AccountCallbacks() {
                    @Override
                    public boolean hears(UUID webhookId, SenderNumber number) {
                        return true;
                    }
                },
                new CallbackData() {
                    @Override
                    public Optional<String> find(UUID messageId) {
                        return Optional.empty();
                    }
                },
                new People() {
                    @Override
                    public Acquaintance learn(UUID workspaceId, String peer, Variables said) {
                        return new Acquaintance(said, Optional::empty);
                    }
                },
                new KeyPreferences() {
                    @Override
                    public int acceptedStatus(UUID keyId) {
                        return 200;
                    }
                },
                intents(),
                new RateLimit() {
                    @Override
                    public Allowance take(UUID bucket) {
                        return new Allowance(true, 600, 599, Duration.ZERO);
                    }
                },
                new Settings((Config) null) {
                    @Override
                    public String publicUrl() {
                        return "https://wa.example.com";
                    }
                });
    }

    private static ApiKeys keys() {
        return new ApiKeys() {
            @Override
            public Optional<ApiKeyView> authenticate(String secret) {
                return KeyKind.fromWireName(secret.replaceFirst("^cm_", ""))
                        .map(kind -> new ApiKeyView(
                                new UUID(5, kind.ordinal()),
                                WORKSPACE,
                                "Shop",
                                kind,
                                "cm_",
                                Set.of("*"),
                                null,
                                NOW,
                                null,
                                null,
                                null,
                                "ana@example.com"));
            }
        };
    }

    private static PhoneNumbers numbers() {
        return new PhoneNumbers() {
            @Override
            public Optional<SenderNumber> find(UUID workspaceId, String id) {
                return Optional.of(SENDER)
                        .filter(one -> one.phoneNumberId().equals(id)
                                || one.id().toString().equals(id));
            }

            @Override
            public Optional<SenderNumber> byId(UUID id) {
                return Optional.of(SENDER).filter(one -> one.id().equals(id));
            }

            @Override
            public Optional<SenderNumber> byPhoneNumberId(String phoneNumberId) {
                return Optional.of(SENDER).filter(one -> one.phoneNumberId().equals(phoneNumberId));
            }

            @Override
            public List<SenderNumber> list(UUID workspaceId) {
                return List.of(SENDER);
            }

            @Override
            public Optional<NumberView> details(UUID workspaceId, String id) {
                return find(workspaceId, id)
                        .flatMap(number -> listDetails(workspaceId).stream().findFirst());
            }

            @Override
            public List<NumberView> listDetails(UUID workspaceId) {
                return List.of(new NumberView(SENDER, null, null, null, false, null, null, false, NOW, NOW));
            }
        };
    }

    private static Instances instances() {
        return new Instances() {
            @Override
            public List<WaabotInstance> list(UUID workspaceId) {
                return List.of(INSTANCE);
            }

            @Override
            public Optional<WaabotInstance> ofWebhook(UUID webhookId) {
                return Optional.of(INSTANCE);
            }
        };
    }

    private static Contacts contacts() {
        return new Contacts() {
            @Override
            public Optional<ContactView> find(UUID workspaceId, String idOrKey) {
                return Optional.empty();
            }
        };
    }

    /** The endpoint with the number n is of the n-th kind, and wants everything. */
    private static SubscriptionStore subscriptions() {
        return new SubscriptionStore() {
            @Override
            public boolean wantsResults(UUID workspaceId) {
                return false;
            }

            @Override
            public Optional<Subscription> find(UUID webhookId) {
                var kind = Kind.values()[(int) webhookId.getLeastSignificantBits()];
                var everything = new Switches(true, true, true, true, false, true, true);
                return Optional.of(
                        new Subscription(webhookId, WORKSPACE, kind, List.of(SENDER.id()), null, everything, NOW));
            }
        };
    }

    private static Conversations conversations() {
        return new Conversations() {
            @Override
            public Optional<ConversationView> find(UUID workspaceId, UUID id) {
                return Optional.of(CONVERSATION);
            }

            @Override
            public List<ConversationView> list(
                    UUID workspaceId, ConversationFilter filter, int limit, @Nullable Cursor after) {
                return List.of(CONVERSATION);
            }
        };
    }

    private static Origins origins() {
        return new Origins() {
            @Override
            public Map<UUID, From> of(UUID workspaceId, Collection<MessageView> messages) {
                return messages.stream()
                        .collect(Collectors.toMap(
                                MessageView::id, one -> one.direction() == Direction.INBOUND ? From.USER : From.BOT));
            }
        };
    }

    private static Intents intents() {
        return new Intents() {
            @Override
            public Optional<Intent> find(SenderNumber sender, String name, Supplier<@Nullable String> language) {
                return Optional.of(new Intent.Template(template(name)));
            }
        };
    }

    private static TemplateView template(String name) {
        return new TemplateView(
                new UUID(6, 6),
                WORKSPACE,
                SENDER.accountId(),
                "77001",
                name,
                "en_US",
                "POSITIONAL",
                "APPROVED",
                NOW,
                null,
                "UTILITY",
                null,
                null,
                null,
                null,
                "UNKNOWN",
                null,
                null,
                "[{\"type\":\"BODY\",\"text\":\"Hello {{1}}.\"}]",
                null,
                NOW,
                NOW,
                null);
    }
}
