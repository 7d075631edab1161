package org.chasqui.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.chasqui.platform.secrets.SecretBox.Place;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private static final UUID ROW = new UUID(1, 1);
    private static final Place HERE = new Place("plt_account", "access_token", ROW);
    private final SecretBox box = new SecretBox(List.of(key(1)));

    @Test
    void opensWhatItSealed() {
        assertThat(box.open(box.seal("EAAG…", HERE), HERE)).isEqualTo("EAAG…");
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(box.seal("s", HERE)).isNotEqualTo(box.seal("s", HERE));
    }

    @Test
    void doesNotOpenACiphertextThatWasCopiedElsewhere() {
        var sealed = box.seal("s", HERE);

        for (var elsewhere : List.of(
                new Place("plt_account", "access_token", new UUID(1, 2)),
                new Place("plt_account", "other_token", ROW),
                new Place("other", "access_token", ROW))) {
            assertThatThrownBy(() -> box.open(sealed, elsewhere)).isInstanceOf(SecretUnreadable.class);
        }
    }

    @Test
    void noticesAChangedByte() {
        var bytes = Base64.getDecoder().decode(box.seal("s", HERE));
        bytes[bytes.length - 1] ^= 1;
        var changed = Base64.getEncoder().encodeToString(bytes);

        assertThatThrownBy(() -> box.open(changed, HERE)).isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void opensWithThePreviousKeyAndAsksForANewSeal() {
        var old = box.seal("s", HERE);
        var rotated = new SecretBox(List.of(key(2), key(1)));

        assertThat(rotated.open(old, HERE)).isEqualTo("s");
        assertThat(rotated.isOutdated(old)).isTrue();
        assertThat(rotated.isOutdated(rotated.seal("s", HERE))).isFalse();
        assertThatThrownBy(() -> box.open(rotated.seal("s", HERE), HERE)).isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void agreesWithAnotherNodeThatHoldsTheSameKey() {
        var other = new SecretBox(List.of(key(1)));

        assertThat(other.open(box.seal("s", HERE), HERE)).isEqualTo("s");
        assertThat(other.isOutdated(box.seal("s", HERE))).isFalse();
    }

    @Test
    void saysWhatToDoWithoutTellingTheSecret() {
        var sealed = box.seal("very secret", HERE);
        var other = new SecretBox(List.of(key(3)));

        assertThatThrownBy(() -> other.open(sealed, HERE))
                .hasMessageContaining("chasqui.encryption-key")
                .hasMessageContaining("plt_account")
                .hasMessageNotContaining("very secret");
    }

    @Test
    void knowsWhatItHasSignedAlsoWithThePreviousKeyAndForOnePurposeOnly() {
        var data = new byte[] {1, 2, 3};
        var signature = Arrays.copyOf(box.sign("links", data), 16);
        var rotated = new SecretBox(List.of(key(2), key(1)));

        assertThat(rotated.isSigned("links", data, signature)).isTrue();
        assertThat(rotated.isSigned("other", data, signature)).isFalse();
        assertThat(rotated.isSigned("links", new byte[] {1, 2, 4}, signature)).isFalse();
        assertThat(new SecretBox(List.of(key(3))).isSigned("links", data, signature))
                .isFalse();
        assertThat(box.isSigned("links", data, Arrays.copyOf(signature, 15))).isFalse();
        assertThat(box.isSigned("links", data, new byte[0])).isFalse();
    }

    private static byte[] key(int seed) {
        var key = new byte[SecretBox.KEY_BYTES];
        Arrays.fill(key, (byte) seed);
        return key;
    }
}
