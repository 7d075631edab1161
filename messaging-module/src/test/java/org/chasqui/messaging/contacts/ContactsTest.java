package org.chasqui.messaging.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;

class ContactsTest {
    private final People people = new People();

    private ContactData data(String phone, String name) {
        return new ContactData(phone, null, null, name, "es", Map.of("city", "Lima"), List.of("vip"));
    }

    private ContactView create(String phone, String name) {
        return people.contacts.create(people.workspace, data(phone, name));
    }

    @Test
    void keepsWhatItIsToldAndChangesOnlyThat() {
        var made = create("5491123456789", "Ana");
        var attributes = new HashMap<String, Object>();
        attributes.put("city", null);
        attributes.put("age", 33);

        var changed = people.contacts.change(
                people.workspace,
                made.id(),
                new ContactData(null, "AR.77", null, null, null, attributes, List.of("new")));

        assertThat(changed.name()).isEqualTo("Ana");
        assertThat(changed.userId()).isEqualTo("AR.77");
        assertThat(changed.attributes().toString()).isEqualTo("{\"age\":33}");
        assertThat(changed.tags()).containsExactly("new");
        assertThat(people.contacts.find(people.workspace, "AR.77")).contains(changed);
    }

    @Test
    void somebodyWithOnlyAUserNameCanBeKeptFoundAndChanged() {
        var made = people.contacts.create(
                people.workspace, new ContactData(null, null, "ana.lima", null, null, null, null));

        people.contacts.change(
                people.workspace, made.id(), new ContactData("14155550123", null, null, "Ana", null, null, null));

        assertThat(people.contacts
                        .find(people.workspace, "14155550123")
                        .orElseThrow()
                        .username())
                .isEqualTo("ana.lima");
    }

    @Test
    void theSameLineTwiceIsAConflict() {
        create("5491123456789", "Ana");

        assertThatThrownBy(() -> create("541123456789", "Ana again"))
                .isInstanceOfSatisfying(
                        RequestFailed.class, failed -> assertThat(failed.code()).isEqualTo(FailureCode.CONFLICT));
        var other = create("14155550123", "Bea");
        assertThatThrownBy(() -> people.contacts.change(people.workspace, other.id(), data("5491123456789", "Bea")))
                .isInstanceOfSatisfying(
                        RequestFailed.class, failed -> assertThat(failed.code()).isEqualTo(FailureCode.CONFLICT));
    }

    @Test
    void findsByPartOfNameOrNumberByTagAndByWish() {
        var ana = create("14155550123", "Ana 100% Lima");
        var bea = create("14155550124", "Bea");
        people.contacts.optOut(people.workspace, bea.id(), Consent.MARKETING, "api", null);

        assertThat(list(new ContactFilter("lim", null, null))).containsExactly(ana.id());
        assertThat(list(new ContactFilter("0%", null, null))).containsExactly(ana.id());
        assertThat(list(new ContactFilter("+1415555012", null, null))).containsExactly(bea.id(), ana.id());
        assertThat(list(new ContactFilter(null, "vip", null))).hasSize(2);
        assertThat(list(new ContactFilter(null, null, "marketing"))).containsExactly(bea.id());
    }

    private List<java.util.UUID> list(ContactFilter filter) {
        return people.contacts.list(people.workspace, filter, 10, null).stream()
                .map(ContactView::id)
                .toList();
    }

    @Test
    void theLatestWordCountsWheneverItComesAndOnlyNewsAreTold() {
        var ana = create("14155550123", "Ana").id();
        people.consents.record(List.of(said(ana, true, 10)));
        people.consents.record(List.of(said(ana, false, 30)));
        people.consents.record(List.of(said(ana, true, 20)));
        people.consents.record(List.of(said(ana, false, 40)));

        var consents = people.contacts
                .find(people.workspace, ana.toString())
                .orElseThrow()
                .consents();
        assertThat(consents)
                .singleElement()
                .satisfies(consent -> assertThat(consent.optedOut()).isFalse());
        assertThat(people.fired.events)
                .extracting(event -> event.changes().get(0).consent().optedOut())
                .containsExactly(true, false);
    }

    @Test
    void whoHasOptedOutOfAllHasOptedOutOfMarketing() {
        var ana = create("14155550123", "Ana").id();
        var bia = create("14155550124", "Bia").id();
        create("14155550125", "Caio");
        people.consents.record(
                List.of(new Consent(ana, "all", true, "keyword", null, People.NOW), said(bia, true, 10)));

        assertThat(people.contacts.list(people.workspace, new ContactFilter(null, null, Consent.MARKETING), 10, null))
                .extracting(ContactView::id)
                .containsExactlyInAnyOrder(ana, bia);
        assertThat(people.contacts.list(people.workspace, new ContactFilter(null, null, "all"), 10, null))
                .extracting(ContactView::id)
                .containsExactly(ana);
    }

    @Test
    void withinASecondTheWordCountsThatCameLast() {
        var ana = create("14155550123", "Ana").id();
        var bea = create("14155550124", "Bea").id();
        var stop = new Consent(ana, Consent.MARKETING, true, "keyword", "Stop", People.NOW.plusMillis(860));
        var start = new Consent(ana, Consent.MARKETING, false, "keyword", "start", People.NOW);
        people.consents.record(List.of(stop));
        people.consents.record(List.of(start));
        people.consents.record(List.of(said(bea, true, 1), said(bea, false, 1)));

        assertThat(list(new ContactFilter(null, null, Consent.MARKETING))).isEmpty();
    }

    private static Consent said(java.util.UUID id, boolean out, int second) {
        return new Consent(id, Consent.MARKETING, out, "keyword", null, People.NOW.plusSeconds(second));
    }

    @Test
    void whoOptedOutAndIsDeletedIsStillNotWrittenToAfterTheNextImport() {
        var ana = create("14155550123", "Ana");
        people.contacts.optOut(people.workspace, ana.id(), Consent.MARKETING, "api", null);
        people.contacts.delete(people.workspace, ana.id());
        assertThat(people.contacts.find(people.workspace, "14155550123")).isEmpty();
        assertThat(people.database.text("select name from msg_contact")).isNull();

        people.contacts.keep(people.workspace, List.of(data("14155550123", "Ana")));

        var key = new Identity(people.workspace, "14155550123");
        assertThat(people.book.known(List.of(key)).get(key).hasOptedOutOf("marketing"))
                .isTrue();
        assertThat(people.contacts.find(people.workspace, "14155550123")).isPresent();
    }

    @Test
    void whoNeverSaidAnythingIsForgottenWhole() {
        var ana = create("14155550123", "Ana");
        people.contacts.delete(people.workspace, ana.id());

        assertThat(people.count()).isEqualTo("0");
        assertThat(people.database.text("select count(*) from msg_contact_identity"))
                .isEqualTo("0");
    }

    @Test
    void marketingIsOneThingAndEverythingIsAnother() {
        var ana = create("14155550123", "Ana").id();
        var key = new Identity(people.workspace, "14155550123");
        people.contacts.optOut(people.workspace, ana, Consent.MARKETING, "api", null);
        var person = people.book.known(List.of(key)).get(key);
        assertThat(person.hasOptedOutOf("marketing")).isTrue();
        assertThat(person.hasOptedOutOf("authentication")).isFalse();
        assertThat(person.hasOptedOutOf("service")).isFalse();

        people.contacts.optOut(people.workspace, ana, Consent.ALL, "api", null);
        assertThat(people.book.known(List.of(key)).get(key).hasOptedOutOf("authentication"))
                .isTrue();

        people.contacts.optIn(people.workspace, ana, null, "api", null);
        assertThat(people.book.known(List.of(key)).get(key).optedOut()).isEmpty();
    }
}
