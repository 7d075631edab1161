package org.chasqui.messaging.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContactBookTest {
    private final People people = new People();

    @Test
    void whoComesAgainIsTheSamePersonAndNothingIsWritten() {
        var first = people.meet(people.met("14155550123", "US.1"));
        people.database.execute("update msg_contact set updated_at = '2020-01-01'");

        var again = people.meet(people.met("14155550123", "US.1"));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(people.database.text("select count(*) from msg_contact where updated_at = '2020-01-01'"))
                .as("left alone")
                .isEqualTo("1");
    }

    @Test
    void whoHidesHisNumberIsAPersonAndKeepsHisPlaceWhenHeShowsIt() {
        var hidden = people.meet(people.met(null, "US.1"));
        assertThat(hidden.peer()).isEqualTo("US.1");

        var shown = people.meet(people.met("14155550123", "US.1"));

        assertThat(shown.id()).isEqualTo(hidden.id());
        assertThat(shown.peer()).isEqualTo("14155550123");
        assertThat(shown.keys()).contains("US.1", "14155550123");
    }

    @Test
    void twoWhoTurnOutToBeOneAreOneAndWhatBothSaidCounts() {
        var byNumber = people.meet(people.met("14155550123", null));
        var byUserId = people.meet(people.met(null, "US.1"));
        people.contacts.optOut(people.workspace, byUserId.id(), Consent.MARKETING, "api", null);

        var both = people.meet(people.met("14155550123", "US.1"));

        assertThat(both.id()).isEqualTo(byNumber.id());
        assertThat(people.count()).isEqualTo("1");
        var view = people.contacts.find(people.workspace, "US.1").orElseThrow();
        assertThat(view.id()).isEqualTo(byNumber.id());
        assertThat(view.consents()).extracting(Consent::category).containsExactly("marketing");
    }

    @Test
    void oneBatchMayShowTheSamePersonInThreeWays() {
        var seen = people.book.meet(
                List.of(people.met("14155550123", null), people.met(null, "US.1"), people.met("14155550123", "US.1")));

        assertThat(seen.values())
                .extracting(Person::id)
                .containsOnly(seen.values().iterator().next().id());
        assertThat(people.count()).isEqualTo("1");
    }

    @Test
    void bothWaysToWriteALineAreOnePersonUnderMetasWord() {
        people.contacts.create(people.workspace, new ContactData("5547991234567", null, null, "Ana", null, null, null));

        var person = people.meet(people.met("554791234567", null));

        assertThat(person.phone()).isEqualTo("554791234567");
        assertThat(people.count()).isEqualTo("1");
        for (var key : List.of("5547991234567", "554791234567")) {
            assertThat(people.contacts.find(people.workspace, key)).as(key).isPresent();
            assertThat(people.book.known(List.of(new Identity(people.workspace, key))))
                    .as(key)
                    .hasSize(1);
        }
    }

    @Test
    void aNewNumberTakesThePersonAlongAndFreesTheOldOne() {
        var before = people.meet(people.met("14155550123", "US.1"));
        people.meet(people.met("14155550199", null));

        people.book.change(List.of(new ContactBook.Change(people.workspace, "14155550123", "14155550199", "US.2")));

        var after = people.contacts.find(people.workspace, "14155550199").orElseThrow();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.userId()).isEqualTo("US.2");
        assertThat(people.count()).isEqualTo("1");
        assertThat(people.contacts.find(people.workspace, "14155550123"))
                .as("the number may become another's")
                .isEmpty();
    }

    @Test
    void aWorkspaceKnowsNobodyOfAnother() {
        people.meet(people.met("14155550123", null));
        var elsewhere = people.ids.next();

        assertThat(people.contacts.find(elsewhere, "14155550123")).isEmpty();
        assertThat(people.contacts.list(elsewhere, ContactFilter.none(), 10, null))
                .isEmpty();
        assertThat(people.book.known(List.of(new Identity(elsewhere, "14155550123"))))
                .isEmpty();
    }
}
