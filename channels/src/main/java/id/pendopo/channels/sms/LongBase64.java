package id.pendopo.channels.sms;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(text)))
                    .toString();
            return Optional.of(decoded).filter(LongBase64::readable);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean readable(String decoded) {
        return decoded.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }
}
