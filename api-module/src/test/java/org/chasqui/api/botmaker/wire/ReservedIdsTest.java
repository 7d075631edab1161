package org.chasqui.api.botmaker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReservedIdsTest {
    private static final UUID RESERVED = UUID.fromString("0193d000-0000-7000-9abc-def012345678");

    @Test
    void messagesOfACallRiseWithTheirPlace() {
        assertThat(ReservedIds.ofMessage(RESERVED, 0)).hasToString("0193d000-0000-7000-9abc-def012345000");
        assertThat(ReservedIds.ofMessage(RESERVED, 1)).hasToString("0193d000-0000-7000-9abc-def012345001");
    }

    @Test
    void noTwoMessagesOfManyThingsAreTheSameAndAllRise() {
        var ids = new ArrayList<UUID>();
        for (int item = 0; item < 500; item++) {
            for (int message = 0; message < 50; message++) {
                ids.add(ReservedIds.ofMessage(ReservedIds.ofItem(RESERVED, item), message));
            }
        }

        assertThat(ids).doesNotHaveDuplicates().isSorted();
        assertThat(ids).allSatisfy(id -> assertThat(id.toString()).startsWith("0193d000-0000-7000-9abc-def01"));
    }

    @Test
    void aCallHasTheSameIdEachTimeAndEachThingItWantsItsOwn() {
        var first = BotmakerId.ofCall(ReservedIds.ofItem(RESERVED, 0));

        assertThat(first).hasSize(20).matches("[0-9A-Z]+");
        assertThat(BotmakerId.ofCall(ReservedIds.ofItem(RESERVED, 0))).isEqualTo(first);
        assertThat(BotmakerId.ofCall(ReservedIds.ofItem(RESERVED, 1))).isNotEqualTo(first);
    }
}
