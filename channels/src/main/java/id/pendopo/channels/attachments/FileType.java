package id.pendopo.channels.attachments;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The kinds of files that the desk keeps, told apart by their first bytes and nothing else. */
public enum FileType {
    // https://www.w3.org/Graphics/JPEG/jfif3.pdf
    JPEG("image/jpeg", "jpg", "ffd8ff", 0),
    // https://www.w3.org/TR/png-3/#5PNG-file-signature
    PNG("image/png", "png", "89504e470d0a1a0a", 0),
    // https://developers.google.com/speed/webp/docs/riff_container: RIFF, four bytes of size, WEBP
    WEBP("image/webp", "webp", "57454250", 8),
    // https://www.iso.org/standard/75839.html
    PDF("application/pdf", "pdf", "255044462d", 0),
    // https://www.rfc-editor.org/rfc/rfc7845#section-3: the first page of an Ogg stream holds nothing but Opus' own
    // head
    VOICE("audio/ogg", "ogg", "4f70757348656164", 28),
    // http://www.mp3-tech.org/programmer/frame_header.html: a recording of a call, with or without a tag in front
    RECORDING("audio/mpeg", "mp3", "494433", 0),
    RECORDING_WIDE("audio/mpeg", "mp3", "fffb", 0),
    RECORDING_NARROW("audio/mpeg", "mp3", "fff3", 0);

    private final String mediaType;
    private final String extension;
    private final byte[] mark;
    private final int offset;

    FileType(String mediaType, String extension, String mark, int offset) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.mark = HexFormat.of().parseHex(mark);
        this.offset = offset;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<FileType> sniff(byte[] file) {
        return Arrays.stream(values()).filter(type -> type.marks(file)).findFirst();
    }

    private boolean marks(byte[] file) {
        int end = offset + mark.length;
        return file.length >= end && Arrays.equals(file, offset, end, mark, 0, mark.length);
    }

    /** What a file of a kept media type is called when it is saved. */
    public static String extension(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow()
                .extension;
    }
}
