package org.chasqui.templates.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.templates.definition.Drafts.json;

import java.time.Instant;
import org.chasqui.templates.definition.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleParametersTest {
    private static final Instant END = Instant.parse("2026-11-23T00:00:00Z");
    private static final String CARD = "{'components':[{'type':'HEADER','format':'IMAGE'},"
            + "{'type':'BODY','text':'Shawl {{1}} in red.','example':{'body_text':[['Ema']]}},"
            + "{'type':'BUTTONS','buttons':[{'type':'URL','text':'See','url':'https://example.com/{{1}}',"
            + "'example':['https://example.com/7']},{'type':'QUICK_REPLY','text':'More'}]}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'type':'BODY','text':'Hi there.'}]",
                "[{'type':'HEADER','format':'TEXT','text':'Order {{1}}','example':{'header_text':['17']}},"
                        + "{'type':'BODY','text':'Hi {{1}}, it is {{2}}.','example':{'body_text':[['Ana','ready']]}}]",
                "[{'type':'HEADER','format':'GIF'},{'type':'BODY','text':'Hi {{name}}.'}]",
                "[{'type':'HEADER','format':'LOCATION'},{'type':'BODY','text':'Here.'}]",
                "[{'type':'BODY'},{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}]",
                "[{'type':'HEADER','format':'IMAGE'},{'type':'LIMITED_TIME_OFFER','limited_time_offer':"
                        + "{'text':'Now','has_expiration':true}},{'type':'BODY','text':'Hi.'},{'type':'BUTTONS','buttons':["
                        + "{'type':'COPY_CODE','example':'A1'},{'type':'URL','text':'Shop','url':'https://example.com'}]}]",
                "[{'type':'BODY','text':'Hi.'},{'type':'CAROUSEL','cards':[" + CARD + "," + CARD + "]}]"
            })
    void fitTheirTemplate(String template) {
        var tree = json(template);
        assertThat(ParameterCheck.check(Shape.of(tree), SampleParameters.of(tree, "https://example.com/a.jpg", END)))
                .isEmpty();
    }

    @Test
    void putOneCodeIntoBodyAndButton() {
        var code = SampleParameters.of(
                json("[{'type':'BODY','add_security_recommendation':true},"
                        + "{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}]"),
                null,
                END);
        assertThat(code.at("/0/parameters/0/text").asText()).isEqualTo("123456");
        assertThat(code.at("/1/parameters/0/text").asText()).isEqualTo("123456");
    }

    @Test
    void takeTheSamplesOfCardsOffersAndAddresses() {
        var carousel = SampleParameters.of(
                json("[{'type':'BODY','text':'Hi.'},{'type':'CAROUSEL','cards':[" + CARD + "," + CARD + "]}]"),
                "7f0c",
                END);
        assertThat(carousel.at("/0/cards/1/components/0/parameters/0/image/id").asText())
                .isEqualTo("7f0c");
        assertThat(carousel.at("/0/cards/1/components/1/parameters/0/text").asText())
                .isEqualTo("Ema");
        assertThat(carousel.at("/0/cards/1/components/2/parameters/0/text").asText())
                .isEqualTo("7");
        var offer = SampleParameters.of(
                json("[{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Now','has_expiration':true}},"
                        + "{'type':'BODY','text':'Hi.'},"
                        + "{'type':'BUTTONS','buttons':[{'type':'COPY_CODE','example':['A1']}]}]"),
                null,
                END);
        assertThat(offer.at("/0/parameters/0/limited_time_offer/expiration_time_ms")
                        .asLong())
                .isEqualTo(END.toEpochMilli());
        assertThat(offer.at("/1/parameters/0/coupon_code").asText()).isEqualTo("A1");
    }
}
