package org.chasqui.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.config.StartRefused;
import org.chasqui.platform.testing.GivenConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionKeysTest {
    private static final SecretBox.Place PLACE = new SecretBox.Place("t", "c", new UUID(0, 0));
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    Path folder;

    @Test
    void areMadeOnceForTheSandboxAndReadByTheOwnerOnly() throws Exception {
        var config = Map.of("chasqui.data-dir", folder.resolve("data").toString());
        var sealed = keyring(config).box().seal("s", PLACE);

        assertThat(keyring(config).box().open(sealed, PLACE)).isEqualTo("s");
        var file = folder.resolve("data/encryption-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void mustBeGivenForARealMetaApp() {
        assertThatThrownBy(() -> keyring(Map.of("chasqui.meta.app-id", "1", "chasqui.data-dir", folder.toString())))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("chasqui.encryption-key is not set")
                .hasMessageContaining("openssl rand -base64 32");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void mustBeGivenForARealMetaAppEvenWhenTheSandboxIsOn() {
        assertThatThrownBy(() -> keyring(Map.of(
                        "chasqui.meta.app-id", "1",
                        "chasqui.sandbox.enabled", "true",
                        "chasqui.data-dir", folder.toString())))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void areRefusedWithoutBeingShownWhenTheyHaveAnotherLength() {
        for (var wrong : new String[] {"c2hvcnQ=", "not base64!"}) {
            assertThatThrownBy(() -> keyring(Map.of("chasqui.encryption-key", wrong)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("32 bytes")
                    .hasMessageNotContaining(wrong);
        }
    }

    @Test
    void changeWithThePreviousKeyAtHand() {
        var old = keyring(Map.of("chasqui.encryption-key", KEY)).box().seal("s", PLACE);
        var changed = keyring(Map.of(
                "chasqui.encryption-key",
                "ICECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "chasqui.encryption-key-previous",
                KEY));

        assertThat(changed.box().open(old, PLACE)).isEqualTo("s");
        assertThat(changed.box().isOutdated(old)).isTrue();
    }

    private static Keyring keyring(Map<String, String> config) {
        return new EncryptionKeys().keyring(new Settings(new GivenConfig(config)));
    }
}
