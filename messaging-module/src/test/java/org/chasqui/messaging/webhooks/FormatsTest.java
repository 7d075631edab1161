package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chasqui.messaging.events.EventView;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    private final Formats formats = new Formats() {
        @Override
        Stream<WebhookFormat> all() {
            return Stream.of(new Format("waabot", false), new Format("meta", true));
        }
    };

    private record Format(String name, boolean isOffered) implements WebhookFormat {
        @Override
        public Optional<byte[]> body(UUID webhookId, EventView event) {
            return Optional.empty();
        }
    }

    @Test
    void whatIsOfferedIsOursAndWhatAnybodyMayChoose() {
        assertThat(formats.offered()).containsExactly("chasqui", "meta");
        assertThat(formats.choose("meta", null)).isEqualTo(new Wording("meta", null));
        assertThat(formats.choose("chasqui", "meta")).isEqualTo(Wording.OWN);
    }

    @Test
    void whoSaysNothingOrTheSameChangesNothing() {
        assertThat(formats.choose(null, null)).isNull();
        assertThat(formats.choose(null, "meta")).isNull();
        assertThat(formats.choose("waabot", "waabot")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"waabot", "Meta", "xml", ""})
    void nobodyGetsWhatIsNotOffered(String name) {
        assertThatThrownBy(() -> formats.choose(name, null))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("chasqui or meta");
    }

    @Test
    void whatAClientOfAnotherApiHasMadeStaysInItsWords() {
        assertThatThrownBy(() -> formats.choose("meta", "waabot"))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("waabot");
        assertThat(formats.isChangeable("waabot")).isFalse();
        assertThat(formats.isChangeable("chasqui")).isTrue();
    }
}
