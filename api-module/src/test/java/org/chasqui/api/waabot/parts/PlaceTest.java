package org.chasqui.api.waabot.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.messaging.content.MessageContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {
    @Test
    void textsBecomeNumbersAsInTheSeed() {
        var part =
                read(place("6.556452", "3.2774487").put("name", "locationName")).part();

        assertThat(part.type()).isEqualTo("location");
        assertThat(part.content().path("latitude").isNumber()).isTrue();
        assertThat(part.content())
                .hasToString("{\"latitude\":6.556452,\"longitude\":3.2774487,\"name\":\"locationName\"}");
        MessageContent.check(part.type(), part.content());
    }

    @Test
    void numbersStayNumbersAndTheLongNamesAreTakenToo() {
        var tree = JsonNodeFactory.instance.objectNode().put("latitude", -12.05).put("longitude", -77.04);

        assertThat(read(tree).part().content()).hasToString("{\"latitude\":-12.05,\"longitude\":-77.04}");
    }

    @ParameterizedTest
    @CsvSource({
        "90.1, 3, location.lat",
        "-91, 3, location.lat",
        "6, 180.5, location.lng",
        "north, 3, location.lat",
        "'', 3, location.lat",
        "6, '6,5', location.lng",
        "1e999999999, 3, location.lat"
    })
    void whatIsNoPlaceIsRefusedWithItsField(String lat, String lng, String field) {
        assertThatThrownBy(() -> read(place(lat, lng))).hasMessageStartingWith(field + ":");
    }

    @Test
    void aNumberThatIsSmallBeyondReasonCostsNothing() {
        assertThat(read(place("1e-2000000000", "0.1234567894")).part().content())
                .hasToString("{\"latitude\":0,\"longitude\":0.123456789}");
    }

    private static ObjectNode place(String lat, String lng) {
        return JsonNodeFactory.instance.objectNode().put("lat", lat).put("lng", lng);
    }

    private static Place read(ObjectNode tree) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().set("location", tree);
        return Place.read(Arguments.of(body).object("location"));
    }
}
