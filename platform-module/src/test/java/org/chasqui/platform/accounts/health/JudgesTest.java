package org.chasqui.platform.accounts.health;

import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chasqui.platform.accounts.health.Finding.Verdict;
import org.chasqui.platform.graph.DebuggedToken;
import org.chasqui.platform.graph.SubscribedApps;
import org.chasqui.platform.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectMapper GRAPH = Json.mapper().copy().disable(FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String OURS = "https://wa.example.com/webhooks/meta";

    @ParameterizedTest
    @CsvSource({"0,GOOD", "20,GOOD", "13,WARNING", "1,WARNING"})
    void aTokenIsWarnedOfInItsLastTwoWeeks(int days, Verdict verdict) {
        long end = days == 0 ? 0 : NOW.plusSeconds(days * 86_400L).getEpochSecond();

        assertThat(TokenJudge.token(token("{'is_valid':true,'expires_at':" + end + "}"), NOW)
                        .verdict())
                .isEqualTo(verdict);
        assertThat(TokenJudge.token(token("{'is_valid':true,'data_access_expires_at':" + end + "}"), NOW)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void aTokenThatMetaRefusesIsWrongInMetasWords() {
        var finding = TokenJudge.token(
                token("{'is_valid':false,'error':{'code':190,'message':'Session has expired.'}}"), NOW);

        assertThat(finding.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(finding.text()).isEqualTo("Session has expired.");
        assertThat(finding.advice()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "'whatsapp_business_management','whatsapp_business_messaging',17,GOOD",
        "'whatsapp_business_management','other',17,WRONG",
        "'whatsapp_business_management','whatsapp_business_messaging',18,WRONG",
    })
    void bothPermissionsMustCoverTheAccount(String first, String second, String target, Verdict verdict) {
        var data = token("{'scopes':['" + first + "','" + second + "'],'granular_scopes':[{'scope':'" + first
                + "','target_ids':['" + target + "']}]}");

        assertThat(TokenJudge.permissions(data, "17").verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE,APPROVED,GOOD", "ACTIVE,PENDING,WARNING", "DISABLED,APPROVED,WRONG"})
    void anAccountIsActiveAndApproved(String status, String review, Verdict verdict) {
        var waba = json("{'id':'1','status':'" + status + "','account_review_status':'" + review + "'}");

        assertThat(AccountJudge.account(waba).verdict()).isEqualTo(verdict);
    }

    @Test
    void onlyOurAppsSubscriptionCounts() {
        var apps = read("{'data':[{'whatsapp_business_api_data':{'id':'7'}}]}", SubscribedApps.class);

        assertThat(AccountJudge.subscription(apps, "7").verdict()).isEqualTo(Verdict.GOOD);
        assertThat(AccountJudge.subscription(apps, "8").verdict()).isEqualTo(Verdict.WRONG);
        assertThat(AccountJudge.subscription(apps, null).verdict()).isEqualTo(Verdict.GOOD);
        assertThat(AccountJudge.subscription(new SubscribedApps(List.of()), null)
                        .verdict())
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void theNearestCallbackIsTheOneThatCounts() {
        var app = json("{'webhook_configuration':{'application':'" + OURS + "'}}");
        var number = json(
                "{'webhook_configuration':{'phone_number':'https://old.example/hook','application':'" + OURS + "'}}");

        assertThat(NumberJudge.callback(app, OURS).verdict()).isEqualTo(Verdict.GOOD);
        assertThat(NumberJudge.callback(number, OURS).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(NumberJudge.callback(json("{}"), OURS).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTED,CLOUD_API,GOOD",
        "CONNECTED,NOT_APPLICABLE,WRONG",
        "PENDING,CLOUD_API,WRONG",
        "FLAGGED,CLOUD_API,WARNING",
        "BANNED,CLOUD_API,WRONG",
        "DISCONNECTED,CLOUD_API,WRONG",
    })
    void aNumberIsRegisteredWithTheCloud(String status, String platform, Verdict verdict) {
        var number = json("{'status':'" + status + "','platform_type':'" + platform + "'}");

        assertThat(NumberJudge.registration(number).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"GREEN,GOOD", "YELLOW,WARNING", "RED,WRONG", "UNKNOWN,GOOD"})
    void qualityInMetasColours(String rating, Verdict verdict) {
        assertThat(NumberJudge.quality(json("{'quality_rating':'" + rating + "'}"))
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void metasOwnVerdictComesWithItsReasonAndItsSolution() {
        var finding = NumberJudge.sending(json("""
                {'health_status':{'can_send_message':'BLOCKED','entities':[
                 {'entity_type':'PHONE_NUMBER','id':'1','can_send_message':'AVAILABLE'},
                 {'entity_type':'BUSINESS','id':'2','can_send_message':'BLOCKED',
                  'errors':[{'error_code':141006,'error_description':'No payment','possible_solution':'Add a card.'}]}]}}
                """));

        assertThat(finding.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(finding.text()).contains("BUSINESS BLOCKED").contains("No payment (141006)");
        assertThat(finding.advice()).isEqualTo("Add a card.");
    }

    @Test
    void aNumberThatSendsAndHearsNothingIsWrong() {
        var silence = new Hearing.Silence(NOW.minusSeconds(25 * 60), 12);

        var finding = HearingJudge.hearing(Optional.of(silence), NOW);

        assertThat(finding.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(finding.text()).isEqualTo("12 messages in the last 25 minutes, and not one webhook");
        assertThat(HearingJudge.hearing(Optional.empty(), NOW).verdict()).isEqualTo(Verdict.GOOD);
    }

    private static DebuggedToken.Data token(String text) {
        return read(text, DebuggedToken.Data.class);
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return GRAPH.readValue(text.replace('\'', '"'), type);
        } catch (JsonProcessingException ours) {
            throw new IllegalArgumentException(ours);
        }
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException ours) {
            throw new IllegalArgumentException(ours);
        }
    }
}
