package id.pendopo.channels.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.AttachmentRefused;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTests {

    /** One grey point, lossy. */
    private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    /** A marker in the corner shows which way up the picture is: 40 wide, 20 high, red at the top left. */
    @ParameterizedTest
    @CsvSource({"1,40,20,5,5", "3,40,20,35,15", "6,20,40,15,5", "8,20,40,5,35"})
    void turnsAPhotoUprightAndLosesWhereItWasTaken(int orientation, int width, int height, int x, int y)
            throws Exception {
        byte[] photo = photo(orientation);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Exif", "di rumah Bu Siti");

        Picture drawn = Picture.drawnAnew(photo);

        assertThat(new String(drawn.file(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "di rumah Bu Siti");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(drawn.file()));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(new Color(image.getRGB(x, y)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(width - 1 - x, height - 1 - y)).getRed())
                .isLessThan(80);
    }

    @Test
    void makesAPhotoOfAWebP() throws Exception {
        assertThat(Picture.drawnAnew(Base64.getDecoder().decode(WEBP)).type()).isEqualTo("image/jpeg");
    }

    @Test
    void keepsWhatShowsThrough() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB), "png", out);

        assertThat(Picture.drawnAnew(out.toByteArray()).type()).isEqualTo("image/png");
    }

    @Test
    void doesNotDrawAPictureThatWouldFillTheMemory() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", out);
        byte[] bomb = out.toByteArray();
        bomb[18] = (byte) 0x7f;
        bomb[22] = (byte) 0x7f;

        assertThatThrownBy(() -> Picture.drawnAnew(bomb))
                .isInstanceOfSatisfying(
                        AttachmentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(AttachmentRefused.Reason.UNREADABLE));
    }

    @Test
    void drawsFortyMillionPointsCoarserAndNoneMore() throws Exception {
        Picture kept = Picture.drawnAnew(black(8000, 5000));

        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(kept.file()));
        assertThat(drawn.getWidth() * drawn.getHeight()).isLessThanOrEqualTo(12_000_000);
        assertThatThrownBy(() -> Picture.drawnAnew(black(8000, 5001))).isInstanceOf(AttachmentRefused.class);
    }

    private static byte[] black(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        return out.toByteArray();
    }

    /** A JPEG with an Exif segment: the orientation, and a description that tells where it was taken. */
    private static byte[] photo(int orientation) throws IOException {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 16; x++) {
            for (int y = 0; y < 10; y++) {
                image.setRGB(x, y, Color.RED.getRGB());
            }
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        byte[] plain = jpeg.toByteArray();
        byte[] exif = exif(orientation);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(plain, 0, 2);
        photo.write(exif);
        photo.write(plain, 2, plain.length - 2);
        return photo.toByteArray();
    }

    private static byte[] exif(int orientation) throws IOException {
        byte[] place = "di rumah Bu Siti\0".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(0xffe1);
        out.writeShort(2 + 6 + 8 + 2 + 2 * 12 + 4 + place.length);
        out.writeBytes("Exif\0\0MM");
        out.writeShort(42);
        out.writeInt(8);
        out.writeShort(2);
        out.writeShort(0x010e);
        out.writeShort(2);
        out.writeInt(place.length);
        out.writeInt(8 + 2 + 2 * 12 + 4);
        out.writeShort(0x0112);
        out.writeShort(3);
        out.writeInt(1);
        out.writeShort(orientation);
        out.writeShort(0);
        out.writeInt(0);
        out.write(place);
        return bytes.toByteArray();
    }
}
