package org.chasqui.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerUrlTest {

    @Test
    void oneBrokerWithoutPortHasArtemisPort() {
        var url = BrokerUrl.parse("tcp://mq.example.org");
        assertThat(url.connectionParameters()).isEqualTo("host=mq.example.org;port=61616");
        assertThat(url.isCluster()).isFalse();
    }

    @Test
    void severalBrokersAreAClusterWithOneConnectorEach() {
        var url = BrokerUrl.parse("(tcp://mq1:61616, tcp://mq2:61617)");
        assertThat(url.connectionParameters()).isEqualTo("host=mq1;port=61616,host=mq2;port=61617");
        assertThat(url.connectorClassNames("C")).isEqualTo("C,C");
        assertThat(url.isCluster()).isTrue();
    }

    @Test
    void sslAndOptionsReachTheConnector() {
        assertThat(BrokerUrl.parse("ssl://mq:61617?trustStorePath=/etc/trust.p12&verifyHost=true")
                        .connectionParameters())
                .isEqualTo("host=mq;port=61617;sslEnabled=true;trustStorePath=/etc/trust.p12;verifyHost=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "mq:61616", "http://mq:61616", "tcp://", "tcp://a b"})
    void anythingElseIsRefusedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerUrl.parse(text))
                .withMessageContaining("CHASQUI_BROKER_URL")
                .withMessageContaining("tcp://host:61616");
    }
}
