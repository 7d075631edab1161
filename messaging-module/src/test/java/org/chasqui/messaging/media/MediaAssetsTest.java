package org.chasqui.messaging.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.accounts.SenderNumber;
import org.junit.jupiter.api.Test;

class MediaAssetsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID ASSET = new UUID(0, 1);
    private static final SenderNumber NUMBER = new SenderNumber(
            new UUID(0, 2),
            new UUID(0, 3),
            new UUID(0, 4),
            "1",
            "2",
            "+1",
            null,
            "GREEN",
            null,
            "STANDARD",
            80,
            "CONNECTED");

    private final Remotes rows = new Remotes();
    private final MediaAssets assets = new MediaAssets();
    private int uploads;

    MediaAssetsTest() {
        assets.rows = rows;
        assets.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        assets.media = new Media() {
            @Override
            public InputStream open(MediaView media) {
                return InputStream.nullInputStream();
            }
        };
        assets.meta = new MetaMedia() {
            @Override
            String upload(SenderNumber number, MediaView media, InputStream bytes) {
                uploads++;
                return "meta-" + uploads;
            }
        };
    }

    @Test
    void aFileIsUploadedOnceAndAgainBeforeItsIdEnds() {
        assertThat(assets.metaIdFor(NUMBER, ASSET)).isEqualTo("meta-1");
        assertThat(assets.metaIdFor(NUMBER, ASSET)).isEqualTo("meta-1");

        assets.clock = Clock.fixed(NOW.plus(Duration.ofDays(28)).plusSeconds(1), ZoneOffset.UTC);
        assertThat(assets.metaIdFor(NUMBER, ASSET)).isEqualTo("meta-2");
    }

    @Test
    void whoLookedBeforeAnotherUploadHadEndedUsesThatOne() {
        rows.whenLookedAtFirst =
                () -> rows.saveRemote(ASSET, NUMBER.id(), "of the other", NOW.plus(Duration.ofDays(30)));

        assertThat(assets.metaIdFor(NUMBER, ASSET)).isEqualTo("of the other");
        assertThat(uploads).isZero();
    }

    @Test
    void whatMetaHasForgottenIsUploadedAnew() {
        assets.metaIdFor(NUMBER, ASSET);
        assets.forget(NUMBER, ASSET);

        assertThat(assets.metaIdFor(NUMBER, ASSET)).isEqualTo("meta-2");
    }

    private static final class Remotes extends MediaRows {
        private final List<Remote> remotes = new ArrayList<>();
        private Runnable whenLookedAtFirst = () -> {};

        @Override
        List<Remote> remotes(UUID assetId) {
            var seen = List.copyOf(remotes);
            whenLookedAtFirst.run();
            whenLookedAtFirst = () -> {};
            return seen;
        }

        @Override
        Optional<MediaView> find(UUID workspaceId, UUID id) {
            return Optional.of(new MediaView(
                    id, workspaceId, null, false, MediaState.STORED, "image/jpeg", 3L, "ab", "a.jpg", NOW));
        }

        @Override
        void saveRemote(UUID assetId, UUID numberId, String metaId, Instant expiresAt) {
            remotes.removeIf(remote -> remote.numberId().equals(numberId));
            remotes.add(new Remote(numberId, metaId, expiresAt));
        }

        @Override
        void forgetRemote(UUID assetId, UUID numberId) {
            remotes.removeIf(remote -> remote.numberId().equals(numberId));
        }
    }
}
