package org.chasqui.api.botmaker.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.testing.ApiDatabase;
import org.chasqui.messaging.webhooks.NewSecret;
import org.chasqui.messaging.webhooks.WebhookRemoved;
import org.chasqui.messaging.webhooks.WebhookStatus;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.WebhookWish;
import org.chasqui.messaging.webhooks.Webhooks;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.testing.Fired;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final List<UUID> CHANNELS = List.of(new UUID(3, 1));
    private static ApiDatabase database;
    private static long made;

    private final UUID workspace = new UUID(1, ++made);
    private final Subscriptions subscriptions = new Subscriptions();
    private final Map<UUID, WebhookView> known = new HashMap<>();
    private final List<WebhookWish> wishes = new ArrayList<>();
    private final List<String> deeds = new ArrayList<>();
    private final Fired<SubscriptionsChanged> changed = new Fired<>();

    @BeforeAll
    static void openADatabase() {
        database = new ApiDatabase();
    }

    @BeforeEach
    void standInForTheWebhooks() {
        subscriptions.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        subscriptions.store = new SubscriptionStore(database.sql(), new TokenVault() {
            @Override
            String seal(UUID webhookId, String token) {
                return token;
            }

            @Override
            String open(UUID webhookId, String sealed) {
                return sealed;
            }
        });
        subscriptions.changed = changed;
        subscriptions.webhooks = new Webhooks() {
            @Override
            public NewSecret create(UUID workspaceId, WebhookWish wish) {
                return new NewSecret(keep(new UUID(2, ++made), wish), "whsec_x");
            }

            @Override
            public WebhookView update(UUID workspaceId, UUID id, WebhookWish wish) {
                return keep(id, wish);
            }

            @Override
            public Optional<WebhookView> find(UUID workspaceId, UUID id) {
                return Optional.ofNullable(known.get(id))
                        .filter(one -> one.workspaceId().equals(workspaceId));
            }

            @Override
            public void delete(UUID workspaceId, UUID id, String actor) {
                known.remove(id);
                subscriptions.removed(new WebhookRemoved(workspaceId, id));
            }

            @Override
            public WebhookView resume(UUID workspaceId, UUID id, String actor) {
                deeds.add("resumed");
                return find(workspaceId, id).orElseThrow();
            }

            @Override
            public WebhookView pause(UUID workspaceId, UUID id, String actor) {
                deeds.add("paused");
                return find(workspaceId, id).orElseThrow();
            }
        };
    }

    private WebhookView keep(UUID id, WebhookWish wish) {
        wishes.add(wish);
        var old = known.get(id);
        var description = wish.description() == null && old != null ? old.description() : wish.description();
        known.put(id, view(id, description));
        return known.get(id);
    }

    private WebhookView view(UUID id, @Nullable String description) {
        return new WebhookView(
                id,
                workspace,
                "https://example.com",
                List.of("*"),
                null,
                Set.of(),
                false,
                description,
                "botmaker",
                WebhookStatus.ACTIVE,
                null,
                null,
                null,
                null,
                null,
                NOW,
                NOW);
    }

    private static Subscriptions.Wanted wanted(Kind kind, @Nullable String token, @Nullable Boolean isActive) {
        return new Subscriptions.Wanted(
                "https://example.com", kind, CHANNELS, token, Switches.USUAL, isActive, "ana@example.com");
    }

    @Test
    @Covers("S2-20")
    void aTokenIsSentInItsHeaderAndStaysUntilItIsChanged() {
        var one = subscriptions.create(workspace, wanted(Kind.MESSAGES, "mine", null));
        var still = subscriptions.change(one, wanted(Kind.MESSAGES, null, null));
        var none = subscriptions.change(still, wanted(Kind.MESSAGES, "", null));

        assertThat(wishes)
                .extracting(WebhookWish::headers)
                .containsExactly(Map.of("auth-bm-token", "mine"), null, Map.of());
        assertThat(still.subscription().token()).isEqualTo("mine");
        assertThat(none.subscription().token()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"with a space", "línea", "line\nbreak"})
    void whatNoHeaderCanCarryIsNoToken(String token) {
        assertThatThrownBy(() -> subscriptions.create(workspace, wanted(Kind.MESSAGES, token, null)))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refused -> assertThat(refused.fields().get(0).field()).isEqualTo("token"));
    }

    @Test
    @Covers("S2-20")
    void aSuggestedTokenIsGoodAndNeverTheSame() {
        var suggested = subscriptions.suggestedToken();

        assertThat(suggested).hasSize(32).isNotEqualTo(subscriptions.suggestedToken());
        assertThat(subscriptions
                        .create(workspace, wanted(Kind.MESSAGES, suggested, null))
                        .subscription()
                        .token())
                .isEqualTo(suggested);
    }

    @Test
    void onlyAChangeOfWhetherItIsActiveEndsARest() {
        var one = subscriptions.create(workspace, wanted(Kind.MESSAGES, null, true));
        assertThat(deeds).isEmpty();

        subscriptions.change(one, wanted(Kind.MESSAGES, null, false));
        assertThat(deeds).containsExactly("paused");
    }

    @Test
    void itsNameFollowsItsKindUnlessSomebodyHasGivenItOne() {
        var one = subscriptions.create(workspace, wanted(Kind.MESSAGES, null, null));
        var renamed = subscriptions.change(one, wanted(Kind.RESULTS, null, null));
        assertThat(renamed.webhook().description()).isEqualTo("Botmaker: async-results");

        known.put(one.webhook().id(), view(one.webhook().id(), "CRM"));
        var own = subscriptions.find(workspace, one.webhook().id()).orElseThrow();
        assertThat(subscriptions
                        .change(own, wanted(Kind.MESSAGES, null, null))
                        .webhook()
                        .description())
                .isEqualTo("CRM");
    }

    @Test
    void whatWasRemovedElsewhereIsNoneAnyMore() {
        var one = subscriptions.create(workspace, wanted(Kind.MESSAGES, null, null));
        assertThat(subscriptions.list(workspace)).hasSize(1);
        assertThat(subscriptions.find(new UUID(1, 0), one.webhook().id())).isEmpty();

        known.clear();

        assertThat(subscriptions.list(workspace)).isEmpty();
        assertThat(subscriptions.find(workspace, one.webhook().id())).isEmpty();
    }

    @Test
    void whoIsRemovedAnywhereIsNotTalkedToAnyMore() {
        var one = subscriptions.create(workspace, wanted(Kind.RESULTS, null, null));
        assertThat(subscriptions.store.wantsResults(workspace)).isTrue();

        subscriptions.webhooks.delete(workspace, one.webhook().id(), "ana@example.com");

        assertThat(subscriptions.store.find(one.webhook().id())).isEmpty();
        assertThat(subscriptions.store.wantsResults(workspace)).isFalse();
        assertThat(changed.events)
                .as("when it was made, and when it was removed")
                .containsExactly(new SubscriptionsChanged(workspace), new SubscriptionsChanged(workspace));
    }
}
