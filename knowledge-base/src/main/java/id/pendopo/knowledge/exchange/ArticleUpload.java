package id.pendopo.knowledge.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/** Decoder of an uploaded file: UTF-8, with or without a byte order mark. */
final class ArticleUpload {

    /** Bytes; ten times the shipped articles. */
    static final int MOST = 5_000_000;

    private static final String PART = "file";

    private ArticleUpload() {}

    /** The file of a form; empty when none was chosen, or when the form carries no files at all. */
    static Optional<MultipartFile> file(HttpServletRequest request) {
        return request instanceof MultipartRequest form
                ? Optional.ofNullable(form.getFile(PART))
                        .filter(file -> StringUtils.hasText(file.getOriginalFilename()))
                : Optional.empty();
    }

    /**
     * With line feeds at the ends of lines.
     *
     * @throws ImportFault for one that is empty, too large, or not UTF-8
     */
    static String text(MultipartFile file) throws ImportFault, IOException {
        if (file.getSize() > MOST) {
            throw new ImportFault(0, "editor.import.fault.large", MOST / 1_000_000);
        }
        ByteBuffer bytes = ByteBuffer.wrap(file.getBytes());
        CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        if (decoder.decode(bytes, text, true).isError()) {
            throw new ImportFault(line(bytes), "editor.import.fault.utf8");
        }
        String plain = text.flip()
                .toString()
                .replaceFirst("^\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        if (plain.isBlank()) {
            throw new ImportFault(0, "editor.import.fault.nothing");
        }
        return plain;
    }

    private static int line(ByteBuffer stuck) {
        long before = IntStream.range(0, stuck.position())
                .filter(at -> stuck.get(at) == '\n')
                .count();
        return (int) before + 1;
    }
}
