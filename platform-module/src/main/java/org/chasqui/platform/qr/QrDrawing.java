package org.chasqui.platform.qr;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * A QR code as a drawing: black on white whatever the page's colours are, because readers want it so, with the quiet
 * zone of four modules that ISO 18004 asks for.
 */
public final class QrDrawing {
    private static final int QUIET = 4;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    private final QrCode code;

    private QrDrawing(QrCode code) {
        this.code = code;
    }

    /**
     * The code of a text, readable with up to 15 % of it covered (level M).
     *
     * @throws IllegalArgumentException when the text is longer than 2,331 bytes of UTF-8
     */
    public static QrDrawing of(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > 2_331) {
            throw new IllegalArgumentException("A text of " + text.length() + " characters does not fit in a QR code");
        }
        return new QrDrawing(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
    }

    /** How many modules the drawing is wide and high, with its quiet zone. */
    public int size() {
        return code.size + 2 * QUIET;
    }

    /** Whether a module is black; the quiet zone is not. */
    public boolean isBlack(int column, int row) {
        return code.getModule(column - QUIET, row - QUIET);
    }

    /** An SVG document: one path, one unit for each module, no size of its own. */
    public String svg() {
        var path = new StringBuilder();
        for (int row = 0; row < size(); row++) {
            for (int column = 0; column < size(); column++) {
                if (isBlack(column, row)) {
                    path.append('M').append(column).append(' ').append(row).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size() + " " + size()
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size() + "v" + size() + "H0z\"/>"
                + "<path d=\"" + path + "\"/></svg>";
    }

    /**
     * A PNG picture, for whoever cannot show SVG.
     *
     * @param scale pixels along the side of a module, at least 1
     */
    public byte[] png(int scale) {
        int side = size() * scale;
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                picture.setRGB(column, row, isBlack(column / scale, row / scale) ? BLACK : WHITE);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory that cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    /** The SVG as a {@code data:} URL, for an {@code img}. */
    public String dataUrl() {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg().getBytes(StandardCharsets.UTF_8));
    }
}
