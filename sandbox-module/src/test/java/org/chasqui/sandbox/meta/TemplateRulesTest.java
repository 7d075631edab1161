package org.chasqui.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BODY = "[{\"type\":\"BODY\",\"text\":\"Hi {{1}}, order {{2}}.\"}]";

    @ParameterizedTest
    @CsvSource({"APPROVED,0", "PAUSED,132015", "DISABLED,132016", "PENDING,132001", "REJECTED,132001"})
    void onlyApprovedTemplatesGo(String status, int code) throws JsonProcessingException {
        assertThat(code(template("UTILITY", status, BODY), body("Ana", "17"))).isEqualTo(code);
    }

    @Test
    void unknownTemplateIs132001With404() {
        GraphFailure failure = TemplateRules.check(null, JSON.createObjectNode().put("name", "x"));

        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo(132001);
        assertThat(failure.http()).isEqualTo(404);
    }

    @Test
    void wrongNumberOfParametersIsSaidAsMetaSaysIt() throws JsonProcessingException {
        GraphFailure failure = TemplateRules.check(template("UTILITY", "APPROVED", BODY), body("Ana"));

        assertThat(failure).isNotNull();
        assertThat(failure.details())
                .isEqualTo("body: number of localizable_params (1) does not match the expected number of params (2)");
    }

    @Test
    void namedParametersNeedTheNamesOfTheTemplate() throws JsonProcessingException {
        MessageTemplate named =
                template("UTILITY", "APPROVED", "[{\"type\":\"BODY\",\"text\":\"Hi {{first_name}}.\"}]");
        String parameter =
                "{\"components\":[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",%s\"text\":\"Ana\"}]}]}";

        assertThat(code(named, JSON.readTree(String.format(parameter, "\"parameter_name\":\"first_name\","))))
                .isZero();
        assertThat(code(named, JSON.readTree(String.format(parameter, "\"parameter_name\":\"last_name\","))))
                .isEqualTo(132000);
        assertThat(code(named, JSON.readTree(String.format(parameter, "")))).isEqualTo(132012);
    }

    @Test
    void mediaHeaderWantsItsMedia() throws JsonProcessingException {
        MessageTemplate image = template(
                "MARKETING",
                "APPROVED",
                "[{\"type\":\"HEADER\",\"format\":\"IMAGE\"},{\"type\":\"BODY\",\"text\":\"x\"}]");

        assertThat(code(image, JSON.createObjectNode())).isEqualTo(132012);
        assertThat(
                        code(
                                image,
                                JSON.readTree(
                                        "{\"components\":[{\"type\":\"header\",\"parameters\":[{\"type\":\"image\",\"image\":{\"id\":\"1\"}}]}]}")))
                .isZero();
    }

    @Test
    void oneTimeCodeWantsTheCodeOnItsButtonToo() throws JsonProcessingException {
        MessageTemplate code = template(
                "AUTHENTICATION",
                "APPROVED",
                "[{\"type\":\"BODY\",\"add_security_recommendation\":true},{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"OTP\",\"otp_type\":\"COPY_CODE\"}]}]");
        String body = "{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"123456\"}]}";
        String button =
                "{\"type\":\"button\",\"sub_type\":\"url\",\"index\":\"0\",\"parameters\":[{\"type\":\"text\",\"text\":\"123456\"}]}";

        assertThat(code(code, JSON.readTree("{\"components\":[" + body + "]}"))).isEqualTo(131008);
        assertThat(code(code, JSON.readTree("{\"components\":[" + body + "," + button + "]}")))
                .isZero();
    }

    @Test
    void tooLongBodyAfterFillingIs132005() throws JsonProcessingException {
        assertThat(code(template("UTILITY", "APPROVED", BODY), body("x".repeat(1100), "17")))
                .isEqualTo(132005);
    }

    @Test
    void rendersTheTextThatThePhoneShows() throws JsonProcessingException {
        JsonNode request = JSON.readTree("{\"type\":\"template\",\"template\":" + body("Ana $1", "17") + "}");

        assertThat(MessagePreview.of(request, template("UTILITY", "APPROVED", BODY))
                        .path("text")
                        .asText())
                .isEqualTo("Hi Ana $1, order 17.");
    }

    private static int code(MessageTemplate template, JsonNode request) {
        GraphFailure failure = TemplateRules.check(template, request);
        return failure == null ? 0 : failure.code();
    }

    private static MessageTemplate template(String category, String status, String components)
            throws JsonProcessingException {
        return new MessageTemplate("1", "t", "en", category, status, JSON.readTree(components));
    }

    private static JsonNode body(String... values) throws JsonProcessingException {
        var parameters = JSON.createArrayNode();
        for (String value : values) {
            parameters.addObject().put("type", "text").put("text", value);
        }
        var request = JSON.createObjectNode();
        request.putArray("components").addObject().put("type", "body").set("parameters", parameters);
        return request;
    }
}
