package org.chasqui.api.waabot.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DayOfWeek;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.waabot.instances.InstanceBots.Behaviour;
import org.chasqui.messaging.bots.BotMessages;
import org.chasqui.messaging.bots.BotSettings;
import org.chasqui.platform.rest.Json;
import org.junit.jupiter.api.Test;

class SettingsChangeTest {
    private static final Behaviour OLD = new Behaviour(
            "Old", BotSettings.DEFAULT.withMessages(new BotMessages("Welcome", "Old text", true, "Away")));

    @Test
    void whatIsNotNamedStays() throws IOException {
        var nothing = given("{}");

        assertThat(SettingsChange.general(OLD, nothing)).isEqualTo(OLD);
        assertThat(SettingsChange.actions(OLD, nothing)).isEqualTo(OLD);
        assertThat(SettingsChange.days(OLD, nothing)).isEqualTo(OLD);
        assertThat(SettingsChange.hours(OLD, nothing)).isEqualTo(OLD);
    }

    @Test
    @Covers({"S1-8", "S1-16"})
    void aSwitchLeavesTheTextAndATextTheSwitch() throws IOException {
        var off = SettingsChange.general(OLD, given("{\"default_msg\":false}"))
                .settings()
                .messages();
        var other = SettingsChange.general(OLD, given("{\"default_msg\":\"{Hi|Hello} [name]\"}"))
                .settings()
                .messages();

        assertThat(off).isEqualTo(new BotMessages("Welcome", "Old text", false, "Away"));
        assertThat(other).isEqualTo(new BotMessages("Welcome", "{Hi|Hello} [name]", true, "Away"));
    }

    @Test
    @Covers("S1-9")
    void theSeedsSwitchesAreTheBots() throws IOException {
        var settings = SettingsChange.actions(
                        OLD,
                        given(
                                "{\"send_default_msg\":false,\"reply_group_msgs\":true,\"reply_unread_msgs\":\"true\",\"reply_msgs\":0}"))
                .settings();

        assertThat(settings.messages().fallbackOn()).isFalse();
        assertThat(settings.switches().replyToGroups()).isTrue();
        assertThat(settings.switches().replyToUnread()).isTrue();
        assertThat(settings.switches().reply()).isFalse();
        assertThat(settings.switches().yieldToPeople())
                .isEqualTo(OLD.settings().switches().yieldToPeople());
    }

    @Test
    @Covers({"S1-10", "S1-11"})
    void daysAndHoursAreThoseThatWereWritten() throws IOException {
        var days = SettingsChange.days(OLD, given("{\"sunday\":false,\"monday\":true}"))
                .settings()
                .schedule();
        var hours = SettingsChange.hours(OLD, given("{\"from\":\"00:00\",\"to\":\"5:00\"}"))
                .settings()
                .schedule();

        assertThat(days.days()).hasSize(6).doesNotContain(DayOfWeek.SUNDAY);
        assertThat(hours.hours().to()).isEqualTo("5:00");
        assertThatThrownBy(() -> SettingsChange.hours(OLD, given("{\"to\":\"noon\"}")))
                .hasMessageStartingWith("to:");
        assertThatThrownBy(() -> SettingsChange.general(OLD, given("{\"bot_timezone\":\"Mars\"}")))
                .hasMessageStartingWith("bot_timezone:");
    }

    private static Arguments given(String json) throws IOException {
        return Arguments.of((ObjectNode) Json.mapper().readTree(json));
    }
}
