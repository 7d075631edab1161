package org.chasqui.campaigns.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.campaigns.recipients.NewRecipient;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.testing.CampaignDatabase;
import org.chasqui.messaging.contacts.ContactBook;
import org.chasqui.messaging.contacts.Identity;
import org.chasqui.messaging.contacts.Person;
import org.chasqui.platform.testing.Beans;
import org.junit.jupiter.api.Test;

class PlansTest {
    private static final CampaignDatabase DATABASE = new CampaignDatabase();

    private final World world = new World(DATABASE);
    private final Plans plans = new Plans();
    private Readiness readiness = Given.ready();

    PlansTest() {
        plans.recipients = world.reader;
        plans.reasons = world.reasons;
        plans.clock = world.clock;
        plans.limit = world.expansion.limit;
        plans.cards = Beans.of();
        plans.lookout = new Lookout() {
            @Override
            Readiness look(Campaign campaign) {
                return readiness;
            }
        };
        plans.contacts = new ContactBook() {
            @Override
            public Map<Identity, Person> known(Collection<Identity> keys) {
                var known = new HashMap<Identity, Person>();
                for (var key : keys) {
                    if (world.optedOut.contains(key.value())) {
                        known.put(key, new Person(UUID.randomUUID(), key.value(), null, Set.of(), Set.of("marketing")));
                    }
                }
                return known;
            }
        };
    }

    private Plan plan() {
        return plans.of(world.campaign());
    }

    @Test
    void tellsWhoWouldBeWrittenToAndWhoNotAndWhy() {
        world.optedOut.add("14155550001");
        world.invite(List.of(
                World.person(0),
                World.person(1),
                World.person(2),
                World.person(0),
                NewRecipient.of("nobody", null, Map.of(), null),
                NewRecipient.of("+14155550009", null, Map.of("1", "Ana"), null)));
        var plan = plan();

        assertThat(plan.total()).isEqualTo(6);
        assertThat(plan.reach()).isEqualTo(2);
        assertThat(plan.skipped())
                .containsOnly(
                        Map.entry("opted_out", 1L),
                        Map.entry("duplicate", 1L),
                        Map.entry("no_identity", 1L),
                        Map.entry("missing_variable", 1L));
        assertThat(plan.samples())
                .first()
                .isEqualTo(new Plan.Sample("+14155550000", null, "Hi Ana, it is Friday today."));
        assertThat(plan.obstacles()).isEmpty();
    }

    @Test
    void comesTrueWhenItIsLaunched() {
        world.optedOut.add("14155550003");
        world.invite(30);
        var plan = plan();
        world.launch();
        world.step();

        var tally = world.campaign().tally();
        assertThat(tally.of(RecipientState.QUEUED)).isEqualTo(plan.reach());
        assertThat(DATABASE.run(() -> world.reasons.of(world.id, RecipientState.SKIPPED)))
                .isEqualTo(plan.skipped());
    }

    @Test
    void writesNothing() {
        world.invite(3);
        plan();

        assertThat(world.campaign().tally().of(RecipientState.WAITING)).isEqualTo(3);
        assertThat(world.campaign().status()).isEqualTo(CampaignStatus.DRAFT);
    }

    @Test
    void saysHowLongItTakesAndHowManyPeopleAreLeft() {
        world.peopleLeft = 40L;
        world.invite(161);
        var plan = plan();

        assertThat(plan.rate()).isEqualTo(80);
        assertThat(plan.duration()).isEqualTo(Duration.ofSeconds(3));
        assertThat(plan.peopleLimit()).isEqualTo(250);
        assertThat(plan.peopleLeft()).isEqualTo(40);
    }

    @Test
    void pricesByMarketWithTheDateOfTheCard() {
        plans.cards = Beans.of(new CostCard() {
            @Override
            public String market(String peer, Instant at) {
                return peer.startsWith("1") ? "North America" : "Rest";
            }

            @Override
            public Optional<Price> price(UUID workspaceId, UUID accountId, String market, String category, Instant at) {
                return market.equals("Rest")
                        ? Optional.empty()
                        : Optional.of(new Price(new BigDecimal("0.025"), "USD", LocalDate.parse("2026-10-01")));
            }
        });
        world.invite(4);
        world.invite(List.of(NewRecipient.of("+573001234567", null, Map.of("1", "a", "2", "b"), null)));

        assertThat(plan().costs())
                .containsExactly(
                        new Plan.Cost(
                                "North America",
                                "marketing",
                                4,
                                new BigDecimal("0.100"),
                                "USD",
                                LocalDate.parse("2026-10-01")),
                        new Plan.Cost("Rest", "marketing", 1, null, null, null));
    }

    @Test
    void saysWhatIsInTheWay() {
        readiness = new Readiness(Given.template("PAUSED", "MARKETING", "RED", Given.BODY), Given.number(), null);

        assertThat(plan().obstacles()).anyMatch(one -> one.contains("PAUSED")).anyMatch(one -> one.contains("Nobody"));
    }
}
