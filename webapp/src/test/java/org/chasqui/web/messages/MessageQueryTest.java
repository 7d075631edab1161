package org.chasqui.web.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chasqui.messaging.messages.MessageStatus;
import org.junit.jupiter.api.Test;

class MessageQueryTest {
    @Test
    void statusesAreReadFromTheAddressAndNonsenseIsLeftOut() {
        assertThat(AskedMessages.statuses("read, played,nonsense"))
                .containsExactly(MessageStatus.READ, MessageStatus.PLAYED);
        assertThat(AskedMessages.statuses(null)).isEmpty();
    }

    @Test
    void anotherPageKeepsTheFilter() {
        var query = new MessageQuery();
        query.setStatus("read,played");
        query.setTo("+55 11");

        assertThat(query.with(Map.of("page", "2"))).isEqualTo("?status=read,played&to=%2B55+11&page=2");
        assertThat(query.isFiltered()).isTrue();
    }

    @Test
    void aCursorAloneIsNoFilter() {
        var query = new MessageQuery();
        query.setBefore("01a20106-0277-7571-9241-e1f068f548df");
        query.setPage("3");

        assertThat(query.isFiltered()).isFalse();
        assertThat(query.isPaged()).isTrue();
        assertThat(query.page()).isEqualTo(3);
    }

    @Test
    void aBrokenCursorIsTheFirstPage() {
        var query = new MessageQuery();
        query.setBefore("<script>");
        query.setPage("-1");

        assertThat(query.before()).isNull();
        assertThat(query.page()).isEqualTo(1);
    }

    @Test
    void aTabKeepsNumberAndTimeAndTakesTheRest() {
        var query = new MessageQuery();
        query.setNumber("858159253031897");
        query.setSince("today");
        query.setStatus("failed");

        assertThat(new Tab(Tab.Kind.FAILED, query).isCurrent()).isTrue();
        assertThat(new Tab(Tab.Kind.ALL, query).isCurrent()).isFalse();
        assertThat(new Tab(Tab.Kind.INBOUND, query).getQuery())
                .isEqualTo("?number=858159253031897&since=today&direction=inbound");
    }
}
