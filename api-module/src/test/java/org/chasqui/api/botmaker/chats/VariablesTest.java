package org.chasqui.api.botmaker.chats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.UUID;
import org.chasqui.api.dialects.Arguments;
import org.junit.jupiter.api.Test;

class VariablesTest {
    private static final UUID WORKSPACE = new UUID(1, 1);

    private static Variables read(String json) throws IOException {
        return Variables.read(Arguments.of((ObjectNode) new ObjectMapper().readTree(json)));
    }

    @Test
    void areTextsAndNullTakesOneAway() throws IOException {
        var said = read("{\"variables\":{\"name\":\"Ana\",\"age\":7,\"old\":null}}");

        assertThat(said.variables())
                .containsEntry("name", "Ana")
                .containsEntry("age", "7")
                .containsEntry("old", null);
        assertThat(said.values()).containsOnlyKeys("name", "age");
        assertThat(said.tree().toString()).isEqualTo("{\"name\":\"Ana\",\"age\":\"7\",\"old\":null}");
    }

    @Test
    void tagsAreSwitches() throws IOException {
        var said = read("{\"tags\":{\"vip\":true,\"new\":false}}");

        assertThat(said.tagsAdded()).containsExactly("vip");
        assertThat(said.tagsRemoved()).containsExactly("new");
        assertThat(read("{\"tags\":[\"vip\"]}").tagsAdded()).containsExactly("vip");
    }

    @Test
    void nothingSaidIsNothingToKeep() throws IOException {
        assertThat(read("{}").isEmpty()).isTrue();
    }

    @Test
    void whatIsTooLongIsNamedAsTheClientWroteIt() throws IOException {
        var said = read("{\"variables\":{\"note\":\"" + "x".repeat(1_001) + "\"}}");

        assertThatThrownBy(() -> said.remark(WORKSPACE, "14155550123")).hasMessageStartingWith("variables.note");
    }

    @Test
    void whatNoDatabaseKeepsIsRefusedBeforeItFailsOthers() throws IOException {
        var said = read("{\"tags\":{\"a\\u0000\":true}}");

        assertThatThrownBy(() -> said.remark(WORKSPACE, "14155550123")).hasMessageStartingWith("tags");
    }
}
