package id.pendopo.ui;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as one SVG path, dark squares on a light ground with the quiet zone of four that ISO/IEC 18004 asks for.
 *
 * @param size edge in squares, quiet zone included
 */
public record QrPicture(int size, String path) {

    private static final int QUIET = 4;

    public static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
