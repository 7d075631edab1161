package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FairShareTest {
    @Test
    void theNodeThatCameFirstGivesUpHalf() {
        assertThat(new FairShare(6, 2).surplusOf(6)).isEqualTo(3);
    }

    @Test
    void aNodeAloneKeepsAll() {
        assertThat(new FairShare(6, 1).surplusOf(6)).isZero();
    }

    @Test
    void anOddNumberStaysWhereItIs() {
        assertThat(new FairShare(3, 2).surplusOf(2)).isZero();
    }

    @Test
    void countsThatDoNotFitTogetherDoNoHarm() {
        assertThat(new FairShare(0, 0).surplusOf(2)).isEqualTo(2);
        assertThat(new FairShare(0, 0).surplusOf(0)).isZero();
    }

    /** Or a number would wander from node to node without end. */
    @Property
    void whatOneNodeGivesUpMakesNoSurplusElsewhere(
            @ForAll @IntRange(max = 40) int held, @ForAll @IntRange(max = 40) int heldByOther) {
        var share = new FairShare(held + heldByOther, 2);

        int moved = share.surplusOf(held);

        assertThat(share.surplusOf(heldByOther + moved) == 0 || moved == 0).isTrue();
        assertThat(share.surplusOf(held - moved)).isZero();
    }
}
