package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chasqui.platform.config.StartRefused;
import org.chasqui.platform.ids.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeIdentityTest {
    private final List<NodeIdentity> running = new ArrayList<>();

    @TempDir
    Path data;

    @AfterEach
    void stop() {
        running.forEach(NodeIdentity::leave);
    }

    @Test
    void aNamedNodeFindsItsOwnFilesWhicheverStartsFirst() {
        var first = start("a").folder();
        var second = start("b").folder();
        assertThat(first).isNotEqualTo(second);
        stop();

        assertThat(start("b").folder()).isEqualTo(second);
        assertThat(start("a").folder()).isEqualTo(first);
    }

    @Test
    void aNameMayHoldAnythingAndLeadsNowhereElse() {
        assertThat(start("../../etc").folder()).hasParent(data);
    }

    @Test
    void aSecondNodeOfTheSameNameIsRefused() {
        start("a");

        assertThatThrownBy(() -> start("a")).isInstanceOf(StartRefused.class).hasMessageContaining("\"a\"");
    }

    @Test
    void nodesWithoutANameGetOneThatTheyKeep() {
        var first = start(null);
        var second = start(null);
        assertThat(first.name()).isNotEqualTo(second.name());
        stop();

        assertThat(start(null).name()).isEqualTo(first.name());
    }

    private NodeIdentity start(String name) {
        var node = new NodeIdentity();
        node.dataDir = data.toString();
        node.configuredName = Optional.ofNullable(name);
        node.ids = new Ids(Clock.systemUTC());
        running.add(node);
        node.settle();
        return node;
    }
}
