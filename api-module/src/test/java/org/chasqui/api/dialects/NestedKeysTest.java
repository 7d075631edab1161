package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestedKeysTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a=1&b=two%20words+here                   | {"a":"1","b":"two words here"}
            msgdata[title]=T&msgdata[text]=X         | {"msgdata":{"title":"T","text":"X"}}
            events[]=onMessage&events[]=onAck        | {"events":["onMessage","onAck"]}
            events=onMessage&events=onAck            | {"events":["onMessage","onAck"]}
            session_id=s&session_id=s                | {"session_id":"s"}
            s[0][rows][0][title]=A&s[0][rows][1][title]=B | {"s":[{"rows":[{"title":"A"},{"title":"B"}]}]}
            s%5B0%5D%5Btitle%5D=A                    | {"s":[{"title":"A"}]}
            a=&b&=c                                  | {"a":"","b":""}
            odd[name=1                               | {"odd[name":"1"}
            a[]=1&a[word]=2                          | {"a":["1","2"]}
            """)
    void readsWhatCommonClientsWrite(String query, String tree) {
        assertThat(NestedKeys.read(query)).hasToString(tree);
    }

    @Test
    void hasNothingWhereNothingIs() {
        assertThat(NestedKeys.read(null)).isEmpty();
        assertThat(NestedKeys.read("")).isEmpty();
    }

    @Test
    void refusesWhatIsBrokenOrEndless() {
        assertThatThrownBy(() -> NestedKeys.read("a=%zz")).isInstanceOf(RequestFailed.class);
        assertThatThrownBy(() -> NestedKeys.read("a=1&".repeat(1_001))).isInstanceOf(RequestFailed.class);
        assertThatThrownBy(() -> NestedKeys.read("a" + "[b]".repeat(20) + "=1")).isInstanceOf(RequestFailed.class);
    }

    @Property
    void takesAnyOrderOfBracketsWithoutFalling(
            @ForAll @CharRange(from = '[', to = ']') @StringLength(max = 8) String name, @ForAll int index) {
        var tree = NestedKeys.read("a" + name + "=1&a[" + index + "]=2&a=3&a[x][y]=4&a[][z]=5");

        assertThat(tree.has("a") || !tree.isEmpty()).isTrue();
    }
}
