package org.chasqui.messaging.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What calls say of people, many of them in one transaction. */
class RemarksTest {
    private static final String ANA = "14155550123";
    private static final String BEA = "14155550124";

    private final People people = new People();

    private Remark says(String peer, Map<String, @Nullable Object> attributes) {
        return new Remark(people.workspace, peer, attributes, List.of(), List.of());
    }

    private ContactView note(Remark remark) {
        return people.contacts.noteAll(List.of(remark)).get(0);
    }

    private ContactView kept(String peer) {
        return people.contacts.find(people.workspace, peer).orElseThrow();
    }

    @Test
    void whoIsNotKnownIsMadeWithWhatIsSaidOfHim() {
        var made = people.contacts.noteAll(List.of(says(ANA, Map.of("1", "Ana")), says("US.77", Map.of("1", "Bea"))));

        assertThat(made).containsExactly(kept(ANA), kept("US.77"));
        assertThat(made.get(0).phone()).isEqualTo(ANA);
        assertThat(made.get(0).attributes().toString()).isEqualTo("{\"1\":\"Ana\"}");
        assertThat(made.get(1).userId()).isEqualTo("US.77");
        assertThat(made.get(1).phone()).isNull();
    }

    @Test
    void whatWasSaidEarlierStaysUnlessItIsSaidAnewOrTakenAway() {
        note(says(ANA, Map.of("name", "Ana", "size", "42", "city", "Lima")));

        note(says(ANA, Map.of("size", "43")));
        var now = note(says(ANA, Collections.singletonMap("city", null)));

        assertThat(now).isEqualTo(kept(ANA));
        assertThat(now.attributes().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("name", "size");
        assertThat(now.attributes().path("size").asText()).isEqualTo("43");
    }

    @Test
    void tagsComeAndGo() {
        note(new Remark(people.workspace, ANA, Map.of(), List.of("vip", "new"), List.of()));
        var now =
                note(new Remark(people.workspace, ANA, Map.of(), List.of("paid", "vip"), List.of("new", "unheard of")));

        assertThat(now.tags()).containsExactly("vip", "paid");
        assertThat(kept(ANA).tags()).containsExactly("vip", "paid");
    }

    @Test
    void theSamePersonTwiceInABatchIsOneAndTheLastWordCounts() {
        var both = people.contacts.noteAll(
                List.of(says("5491123456789", Map.of("a", "1", "b", "1")), says("541123456789", Map.of("b", "2"))));

        assertThat(people.count()).isEqualTo("1");
        assertThat(both.get(0).id()).isEqualTo(both.get(1).id());
        assertThat(kept("541123456789").attributes().toString()).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void theSameNumberInTwoWorkspacesIsTwoPeople() {
        var elsewhere = new Remark(new UUID(7, 7), ANA, Map.of("1", "Bea"), List.of(), List.of());
        var made = people.contacts.noteAll(List.of(says(ANA, Map.of("1", "Ana")), elsewhere));

        assertThat(made.get(0).id()).isNotEqualTo(made.get(1).id());
        assertThat(kept(ANA).attributes().path("1").asText()).isEqualTo("Ana");
    }

    @Test
    void whatIsKnownAlreadyIsNotWrittenAgain() {
        note(says(ANA, Map.of("1", "Ana")));
        people.database.execute("update msg_contact set updated_at = '2020-01-01'");

        var again = note(says(ANA, Map.of("1", "Ana")));

        assertThat(again.attributes().path("1").asText()).isEqualTo("Ana");
        assertThat(people.database.text("select count(*) from msg_contact where updated_at = '2020-01-01'"))
                .isEqualTo("1");
    }

    @Test
    void whoWasForgottenIsKnownAgainAndHasStillOptedOut() {
        var ana = note(says(ANA, Map.of("1", "Ana")));
        people.contacts.optOut(people.workspace, ana.id(), Consent.MARKETING, "api", null);
        people.contacts.delete(people.workspace, ana.id());

        var again = note(says(ANA, Map.of("2", "Lima")));

        assertThat(again.id()).isEqualTo(ana.id());
        assertThat(again.attributes().toString()).isEqualTo("{\"2\":\"Lima\"}");
        assertThat(again.consents()).extracting(Consent::category).containsExactly("marketing");
    }

    @Test
    void whoComesUnderAnOlderUserIdKeepsHisOwn() {
        people.meet(people.met(ANA, "US.1"));
        people.meet(people.met(ANA, "US.2"));

        note(says("US.1", Map.of("1", "Ana")));

        assertThat(kept(ANA).userId()).isEqualTo("US.2");
        assertThat(kept(ANA).attributes().path("1").asText()).isEqualTo("Ana");
        assertThat(people.count()).isEqualTo("1");
    }

    @Test
    void othersAreLeftAlone() {
        people.contacts.create(
                people.workspace,
                new ContactData(BEA, null, null, "Bea", "es", Map.of("city", "Lima"), List.of("vip")));
        note(says(ANA, Map.of("1", "Ana")));
        note(says(BEA, Map.of("1", "Bea")));

        var bea = kept(BEA);
        assertThat(bea.name()).isEqualTo("Bea");
        assertThat(bea.language()).isEqualTo("es");
        assertThat(bea.tags()).containsExactly("vip");
        assertThat(bea.attributes().path("city").asText()).isEqualTo("Lima");
    }
}
