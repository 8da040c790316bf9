package id.pendopo.channels.email;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** The charset of a text in a mail: as it says, or as it looks. */
final class MailCharset {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private MailCharset() {}

    /** Empty for a name that nobody knows. */
    static Optional<Charset> of(String name) {
        try {
            Charset charset = Charset.forName(name.strip().replace("\"", ""));
            // ASCII and Latin 1 are what clients say who never thought of it; both are part of these.
            return Optional.of(
                    charset.equals(StandardCharsets.US_ASCII) || charset.equals(StandardCharsets.ISO_8859_1)
                            ? WESTERN
                            : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** UTF-8 wherever it can be, whatever is said by who means ASCII; then what is said; then Western letters. */
    static String text(byte[] bytes, Optional<String> said) {
        Optional<Charset> charset = said.flatMap(MailCharset::of);
        boolean doubtful = charset.isEmpty() || charset.get().equals(WESTERN);
        if (doubtful) {
            Optional<String> utf8 = utf8(bytes);
            if (utf8.isPresent()) {
                return utf8.get();
            }
        }
        return new String(bytes, charset.orElse(WESTERN));
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException otherwise) {
            return Optional.empty();
        }
    }
}
