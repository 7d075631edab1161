package org.chasqui.platform.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrDrawingTest {
    private static final String LINK = "https://wa.example.com/onboard/AZK3x0bxd2a2Lr1Wk0nXgg";

    @Test
    void keepsAQuietZoneOfFourModules() {
        var drawing = QrDrawing.of(LINK);

        for (int along = 0; along < drawing.size(); along++) {
            for (int edge = 0; edge < 4; edge++) {
                assertThat(drawing.isBlack(along, edge)).isFalse();
                assertThat(drawing.isBlack(edge, along)).isFalse();
            }
        }
    }

    @Test
    void hasAFinderInThreeCorners() {
        var drawing = QrDrawing.of(LINK);
        int far = drawing.size() - 5;

        assertThat(finder(drawing, 4, 4)).isTrue();
        assertThat(finder(drawing, far - 6, 4)).isTrue();
        assertThat(finder(drawing, 4, far - 6)).isTrue();
        assertThat(finder(drawing, far - 6, far - 6)).isFalse();
    }

    @Test
    void drawsEachBlackModuleOnce() {
        var drawing = QrDrawing.of(LINK);
        int black = 0;
        for (int row = 0; row < drawing.size(); row++) {
            for (int column = 0; column < drawing.size(); column++) {
                black += drawing.isBlack(column, row) ? 1 : 0;
            }
        }

        assertThat(drawing.svg().split("h1v1h-1z", -1)).hasSize(black + 1);
    }

    @Test
    void isAPictureForAPage() {
        var drawing = QrDrawing.of(LINK);
        var picture = drawing.dataUrl().replace("data:image/svg+xml;base64,", "");

        assertThat(new String(Base64.getDecoder().decode(picture), StandardCharsets.UTF_8))
                .isEqualTo(drawing.svg());
    }

    @Test
    void isAPngWithAsManyPixelsToAModuleAsIsWanted() throws IOException {
        var drawing = QrDrawing.of(LINK);

        var picture = ImageIO.read(new ByteArrayInputStream(drawing.png(3)));

        assertThat(picture.getWidth()).isEqualTo(3 * drawing.size());
        for (int row = 0; row < picture.getHeight(); row++) {
            for (int column = 0; column < picture.getWidth(); column++) {
                assertThat((picture.getRGB(column, row) & 0xFFFFFF) == 0)
                        .isEqualTo(drawing.isBlack(column / 3, row / 3));
            }
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> QrDrawing.of("x".repeat(2_332))).hasMessageContaining("does not fit");
        assertThat(QrDrawing.of("x".repeat(2_331)).size()).isEqualTo(177 + 8);
    }

    private static boolean finder(QrDrawing drawing, int left, int top) {
        for (int i = 0; i < 7; i++) {
            if (!drawing.isBlack(left + i, top) || !drawing.isBlack(left, top + i)) {
                return false;
            }
        }
        return !drawing.isBlack(left + 1, top + 1) && drawing.isBlack(left + 3, top + 3);
    }
}
