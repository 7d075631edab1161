package org.chasqui.api.waabot.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.chasqui.api.conformance.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @Covers("S1-29")
    @CsvSource({"png,590,653", "jpg,3000,40", "png,1,1", "jpg,72,72"})
    void areMeasuredAndDrawnInSmall(String format, int width, int height) throws Exception {
        var look = Pictures.look(red(format, width, height)).orElseThrow();

        var small = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(look.thumbnail())));
        assertThat(look.width()).isEqualTo(width);
        assertThat(look.height()).isEqualTo(height);
        assertThat(Math.max(small.getWidth(), small.getHeight())).isEqualTo(Math.min(72, Math.max(width, height)));
        var middle = new Color(small.getRGB(small.getWidth() / 2, small.getHeight() / 2));
        assertThat(middle.getRed())
                .as("it is the picture, and not a placeholder")
                .isGreaterThan(200);
        assertThat(middle.getBlue()).isLessThan(60);
    }

    @Test
    void whatIsNoPictureIsNone() throws Exception {
        var file = Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});

        assertThat(Pictures.look(file)).isEmpty();
        assertThat(Pictures.look(Files.writeString(folder.resolve("b.png"), "hello")))
                .isEmpty();
    }

    private Path red(String format, int width, int height) throws Exception {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                picture.setRGB(x, y, Color.RED.getRGB());
            }
        }
        var file = folder.resolve("red." + format);
        ImageIO.write(picture, format, file.toFile());
        return file;
    }
}
