package id.pendopo.channels.attachments;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import id.pendopo.channels.AttachmentRefused;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * An image without metadata. Draws a picture anew, upright, with nothing in it but its points: a photo taken on a
 * phone otherwise tells where and when it was taken.
 *
 * @param type the media type of the new file
 */
public record Picture(String type, byte[] file) {

    /** A picture of more points is not drawn at all: a small file may claim a size that fills the memory. */
    private static final long MOST_POINTS = 40_000_000;

    /** A larger picture is drawn coarser: enough to read a letter on it. */
    private static final double ENOUGH_POINTS = 12_000_000;

    /** Points of a small picture's longer side. */
    private static final int SMALL = 480;

    /**
     * The same picture in small, a JPEG; what shows through is white there.
     *
     * @return empty of a file that is no picture
     */
    Optional<byte[]> small() {
        if (!type.startsWith("image/")) {
            return Optional.empty();
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            return Optional.of(small(read(ImageIO.getImageReaders(in).next(), in)));
        } catch (IOException | AttachmentRefused | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static byte[] small(BufferedImage image) throws IOException {
        double scale = Math.min(1, (double) SMALL / Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(drawn, "jpeg", out);
        return out.toByteArray();
    }

    static Picture drawnAnew(byte[] file) throws AttachmentRefused {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new AttachmentRefused(AttachmentRefused.Reason.UNREADABLE);
            }
            BufferedImage drawn = read(readers.next(), in);
            return encoded(upright(drawn, orientation(file)));
        } catch (IOException | RuntimeException broken) {
            throw new AttachmentRefused(AttachmentRefused.Reason.UNREADABLE);
        }
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException, AttachmentRefused {
        try {
            reader.setInput(in, true, true);
            long points = (long) reader.getWidth(0) * reader.getHeight(0);
            if (points > MOST_POINTS) {
                throw new AttachmentRefused(AttachmentRefused.Reason.UNREADABLE);
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int step = (int) Math.max(1, Math.ceil(Math.sqrt(points / ENOUGH_POINTS)));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    /** How the camera was held, 1 to 8 (TIFF 6.0, tag 274: https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf). */
    private static int orientation(byte[] file) throws IOException {
        if (FileType.sniff(file).filter(FileType.JPEG::equals).isEmpty()) {
            return 1;
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Optional<JPEGSegment> exif =
                    JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif").stream().findFirst();
            return exif.isEmpty() ? 1 : orientation(exif.get());
        }
    }

    private static int orientation(JPEGSegment exif) throws IOException {
        try (InputStream data = exif.data()) {
            data.skipNBytes(1);
            Directory tags = new TIFFReader().read(new MemoryCacheImageInputStream(data));
            Optional<Entry> entry = Optional.ofNullable(tags.getEntryById(TIFF.TAG_ORIENTATION));
            return entry.map(Entry::getValue)
                    .flatMap(value -> Stream.of(value)
                            .filter(Number.class::isInstance)
                            .map(Number.class::cast)
                            .findFirst())
                    .map(Number::intValue)
                    .orElse(1);
        }
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean lying = orientation >= 5 && orientation <= 8;
        boolean clear = image.getColorModel().hasAlpha();
        BufferedImage drawn = new BufferedImage(
                lying ? height : width,
                lying ? width : height,
                clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.drawImage(image, turn(orientation, width, height), null);
        pen.dispose();
        return drawn;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /** What shows through stays PNG, all else is a photo. */
    private static Picture encoded(BufferedImage image) throws IOException, AttachmentRefused {
        boolean clear = image.getColorModel().hasAlpha();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, clear ? "png" : "jpeg", out)) {
            throw new AttachmentRefused(AttachmentRefused.Reason.UNREADABLE);
        }
        return new Picture(clear ? FileType.PNG.mediaType() : FileType.JPEG.mediaType(), out.toByteArray());
    }
}
