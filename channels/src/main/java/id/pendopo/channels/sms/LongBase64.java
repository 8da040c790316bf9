package id.pendopo.channels.sms;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Long messages that a carrier joined sometimes reach us in Base64. A text counts as such only when all of it is Base64
 * of a readable text, and when it is too long to be a word.
 */
final class LongBase64 {

    /** Characters; the longest Indonesian words and our own codes are far shorter. */
    private static final int SHORTEST = 60;

    private LongBase64() {}

    static Optional<String> decode(String text) {
        if (text.length() < SHORTEST || text.length() % 4 != 0) {
            return Optional.empty();
        }
        try {
            return utf8(Base64.getDecoder().decode(text)).filter(LongBase64::readable);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The last character may be cut through: carriers cut bytes. */
    private static Optional<String> utf8(byte[] bytes) {
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        boolean valid = !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), characters, false)
                .isError();
        return valid ? Optional.of(characters.flip().toString()) : Optional.empty();
    }

    private static boolean readable(String decoded) {
        return decoded.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }
}
