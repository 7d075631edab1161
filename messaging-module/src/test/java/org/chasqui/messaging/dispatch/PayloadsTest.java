package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.ledger.Claim;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.testing.Beans;
import org.junit.jupiter.api.Test;

class PayloadsTest {
    private static final UUID ID = new UUID(1, 2);
    private static final SenderNumber NUMBER =
            new SenderNumber(ID, ID, ID, "1", "2", "+1 555-010-0001", null, "GREEN", null, "STANDARD", 80, "CONNECTED");
    private static final String OURS = "{\"asset\":\"" + ID + "\",\"caption\":\"Hi\"}";

    @Test
    void mediaOfOursBecomeMetas() {
        var payloads = using((number, type, content) -> {
            ObjectNode prepared = content.deepCopy();
            prepared.remove("asset");
            return prepared.put("id", "987");
        });

        assertThat(payloads.of(NUMBER, claim(OURS))).contains("\"image\":{\"caption\":\"Hi\",\"id\":\"987\"}");
    }

    @Test
    void whatNamesNoMediumIsNotAskedFor() {
        var payloads = using((number, type, content) -> {
            throw new AssertionError("asked");
        });

        assertThat(payloads.of(NUMBER, claim("{\"id\":\"1\"}"))).contains("\"image\":{\"id\":\"1\"}");
    }

    @Test
    void aMediumThatIsGoneFailsTheMessage() {
        var payloads = using((number, type, content) -> {
            throw RequestFailed.notFound("medium", ID.toString());
        });

        assertThatThrownBy(() -> payloads.of(NUMBER, claim(OURS))).isInstanceOfSatisfying(GraphFailed.class, failed -> {
            var outcome = OutcomeTable.judge(new CallResult(Instant.EPOCH, 0, 0, null, failed, false));
            assertThat(outcome).isInstanceOf(SendOutcome.Refused.class);
            assertThat(SendPolicy.decide(outcome, Lane.MARKETING, 1)).isInstanceOf(Verdict.Fail.class);
        });
    }

    @Test
    void aMediumThatCannotBeHadNowLetsTheMessageWait() {
        var payloads = using((number, type, content) -> {
            throw new RequestFailed(FailureCode.PROVIDER_ERROR, "Meta is away");
        });

        assertThatThrownBy(() -> payloads.of(NUMBER, claim(OURS)))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        failed -> assertThat(
                                        OutcomeTable.judge(new CallResult(Instant.EPOCH, 0, 0, null, failed, false)))
                                .isInstanceOf(SendOutcome.NotSent.class));
    }

    private static Payloads using(PayloadPreparer preparer) {
        return new Payloads(Beans.of(preparer), Beans.of());
    }

    private static Claim claim(String content) {
        return new Claim(ID, ID, Lane.UTILITY, "5511955501234", "image", content, null, 1, Instant.EPOCH, false, false);
    }
}
