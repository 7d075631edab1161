package org.chasqui.api.waabot.messages;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** Looks at pictures: how large they are, and how they look in small. */
final class Pictures {
    static final int THUMBNAIL = 72;
    /** A small file can be a giant picture; more than this is not decoded, only measured. */
    private static final long MOST_PIXELS = 25_000_000;

    private Pictures() {}

    /**
     * A picture.
     *
     * @param thumbnail JPEG in Base64, of 72 pixels at most on its longer side; null when it cannot be drawn
     */
    record Picture(int width, int height, @Nullable String thumbnail) {}

    /** The picture in a file; empty when it is none that this JDK knows how to measure. */
    static Optional<Picture> look(Path file) {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(picture(reader));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // What strangers call a picture makes decoders throw all kinds of things; Meta has its own opinion of it.
            return Optional.empty();
        }
    }

    private static Picture picture(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        return new Picture(
                width, height, (long) width * height > MOST_PIXELS ? null : thumbnail(reader, width, height));
    }

    private static @Nullable String thumbnail(ImageReader reader, int width, int height) {
        try {
            var parameters = reader.getDefaultReadParam();
            // Twice as many pixels as will be shown are enough to read.
            int step = Math.max(1, Math.max(width, height) / (2 * THUMBNAIL));
            parameters.setSourceSubsampling(step, step, 0, 0);
            return encoded(scaled(reader.read(0, parameters), width, height));
        } catch (IOException | RuntimeException undrawable) {
            return null;
        }
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        double scale = Math.min(1.0, (double) THUMBNAIL / Math.max(width, height));
        int smallWidth = Math.max(1, (int) Math.round(width * scale));
        int smallHeight = Math.max(1, (int) Math.round(height * scale));
        var small = new BufferedImage(smallWidth, smallHeight, BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            // JPEG knows no transparency.
            graphics.drawImage(picture, 0, 0, smallWidth, smallHeight, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return small;
    }

    private static String encoded(BufferedImage picture) throws IOException {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", jpeg);
        return Base64.getEncoder().encodeToString(jpeg.toByteArray());
    }
}
