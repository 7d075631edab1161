package org.chasqui.messaging.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** Whatever a client puts anywhere: it is taken, or refused with a place in the client's own body; nothing else happens. */
class AnyContentTest {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "123456789012345678901234567890",
            "''",
            "' '",
            "'x'",
            "'\\u0000'",
            "'NaN'",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "{'':null}",
            "{'type':'text'}",
            "{'id':'1','link':'x'}",
            "[1,'a',{}]");

    private record Place(JsonNode parent, String name) {}

    @Property(tries = 3_000)
    void isTakenOrRefusedWithItsPlace(
            @ForAll("samples") String sample, @ForAll int at, @ForAll("values") String value) {
        var content = Samples.of(sample);
        var places = new ArrayList<Place>();
        collect(content, places);
        replace(places.get(Math.floorMod(at, places.size())), Samples.json(value));
        var type = Samples.typeOf(sample);
        try {
            MessageContent.check(type, content);
        } catch (RequestFailed refused) {
            assertThat(refused.code()).isEqualTo(FailureCode.VALIDATION_FAILED);
            assertThat(refused.fields()).hasSize(1);
            assertThat(refused.fields().get(0).field()).startsWith(type);
            assertThat(refused.fields().get(0).message()).endsWith(".").doesNotContain("Exception");
        }
    }

    @Property
    void checkingChangesNothing(@ForAll("samples") String sample) {
        var content = Samples.of(sample);
        MessageContent.check(Samples.typeOf(sample), content);
        assertThat(content).isEqualTo(Samples.of(sample));
    }

    @Provide
    Arbitrary<String> samples() {
        return Arbitraries.of(Samples.all().keySet());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(VALUES);
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> {
                places.add(new Place(node, name));
                collect(node.get(name), places);
            });
        } else {
            for (int i = 0; i < node.size(); i++) {
                places.add(new Place(node, Integer.toString(i)));
                collect(node.get(i), places);
            }
        }
    }

    private static void replace(Place place, JsonNode value) {
        if (place.parent instanceof ObjectNode object) {
            object.set(place.name, value);
        } else {
            ((ArrayNode) place.parent).set(Integer.parseInt(place.name), value);
        }
    }
}
