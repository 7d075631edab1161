package org.chasqui.templates.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.templates.definition.Drafts.json;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.platform.graph.TemplateNodes.TemplateNode;
import org.chasqui.templates.templates.Change.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String BODY = "[{'type':'BODY','text':'Hi'}]";
    private final Template template = new Template(
            new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), node("APPROVED", "UTILITY", null, "GREEN", BODY), NOW);

    @Test
    void changesNothingWhenMetaSaysTheSameAgain() {
        assertThat(template.describe(node("APPROVED", "UTILITY", null, "GREEN", BODY), NOW))
                .isEmpty();
    }

    @Test
    void tellsEachThingThatMetaHasChanged() {
        assertThat(template.describe(node("PAUSED", "MARKETING", null, "RED", "[{'type':'BODY','text':'Ho'}]"), NOW))
                .extracting(Change::kind)
                .containsExactly(Kind.CATEGORY, Kind.QUALITY, Kind.STATUS, Kind.CONTENT);
        assertThat(template.view().isMovedByMeta()).isTrue();
        assertThat(template.view().previousCategory()).isEqualTo("UTILITY");
    }

    @Test
    void doesNotTakeANewAddressOfASampleForAChange() {
        var first =
                "[{'type':'HEADER','format':'IMAGE','example':{'header_handle':['https://a']}},{'type':'BODY','text':'Hi'}]";
        template.describe(node("APPROVED", "UTILITY", null, "GREEN", first), NOW);
        assertThat(template.describe(
                        node("APPROVED", "UTILITY", null, "GREEN", first.replace("https://a", "https://b")), NOW))
                .isEmpty();
        assertThat(template.view().components()).contains("https://b");
    }

    @Test
    void tellsOfAMoveAheadOnce() {
        var ahead = node("APPROVED", "UTILITY", "MARKETING", "GREEN", BODY);
        assertThat(template.describe(ahead, NOW)).extracting(Change::kind).containsExactly(Kind.CATEGORY_NOTICE);
        assertThat(template.describe(ahead, NOW)).isEmpty();
        assertThat(template.moved("MARKETING", "UTILITY", NOW)).isPresent();
        assertThat(template.view().nextCategory()).isNull();
    }

    @Test
    void forgetsAMoveThatMetaDidNotMakeOnItsDay() {
        template.announced("MARKETING", NOW.plus(Duration.ofDays(1)), NOW);
        var same = node("APPROVED", "UTILITY", null, "GREEN", BODY);
        template.describe(same, NOW.plus(Duration.ofHours(20)));
        assertThat(template.view().nextCategory()).isEqualTo("MARKETING");
        template.describe(same, NOW.plus(Duration.ofDays(3)));
        assertThat(template.view().nextCategory()).isNull();
        assertThat(template.view().nextCategoryAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED,SENDS",
        "PENDING,WAITS",
        "PAUSED,WAITS",
        "IN_APPEAL,WAITS",
        "LOCKED,WAITS",
        "SOMETHING_NEW,WAITS",
        "REJECTED,ENDS",
        "DISABLED,ENDS",
        "DELETED,ENDS",
        "PENDING_DELETION,ENDS"
    })
    void knowsWhatEachStatusMeansForMessages(String status, Effect effect) {
        assertThat(Effect.of(status)).isEqualTo(effect);
        template.become(status, null, null, null, NOW);
        var why = Sentences.whyNot(template.view());
        if (effect == Effect.SENDS) {
            assertThat(why).isNull();
        } else {
            assertThat(why).contains("order_ready (en_US)").contains(status);
        }
    }

    private static TemplateNode node(
            String status, String category, @Nullable String next, String quality, String components) {
        return new TemplateNode(
                "1",
                "order_ready",
                "en_US",
                status,
                category,
                "NONE",
                json(components),
                "POSITIONAL",
                null,
                null,
                next,
                json("{'score':'" + quality + "'}"),
                null);
    }
}
