package id.pendopo.channels.email;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The leaves of a mail's MIME tree in their order, by which a file of it is found again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2046#section-5.1">RFC 2046, multipart</a>
 */
final class MailParts {

    /** Deeper is nobody's letter. */
    private static final int DEEPEST = 20;

    private static final int MOST = 200;

    private MailParts() {}

    /**
     * A leaf.
     *
     * @param number from 0
     * @param within the subtype of the multipart that it lies in, in small letters; empty for a mail of one part
     * @param alternative whether another part says the same
     */
    record Leaf(int number, Part part, String within, boolean alternative) {

        /** {@code text/plain}; what cannot be read is text, as a mail without the header is. */
        String type() {
            return contentType()
                    .map(type -> type.getBaseType().toLowerCase(Locale.ROOT))
                    .orElse("text/plain");
        }

        Optional<String> parameter(String name) {
            return contentType().flatMap(type -> Optional.ofNullable(type.getParameter(name)));
        }

        private Optional<ContentType> contentType() {
            try {
                return Optional.of(new ContentType(part.getContentType()));
            } catch (ParseException nonsense) {
                return Optional.empty();
            } catch (MessagingException unreadable) {
                return Optional.empty();
            }
        }

        boolean attached() {
            return new MailHeaders(part)
                            .first("Content-Disposition")
                            .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("attachment"))
                            .isPresent()
                    || name().isPresent();
        }

        /** What the file is called. */
        Optional<String> name() {
            try {
                return Optional.ofNullable(part.getFileName()).map(MailHeaders::decoded);
            } catch (MessagingException unreadable) {
                return Optional.empty();
            }
        }

        /** Decoded; as it stands when nobody knows how it was encoded. */
        byte[] bytes(int most) throws IOException {
            try (InputStream decoded = part.getInputStream()) {
                return decoded.readNBytes(most);
            } catch (MessagingException | IOException unknownEncoding) {
                return raw(most);
            }
        }

        private byte[] raw(int most) throws IOException {
            try (InputStream raw = part instanceof MimeBodyPart body
                    ? body.getRawInputStream()
                    : ((MimeMessage) part).getRawInputStream()) {
                return raw.readNBytes(most);
            } catch (MessagingException unreadable) {
                return new byte[0];
            }
        }
    }

    static List<Leaf> of(Part mail) {
        List<Leaf> leaves = new ArrayList<>();
        collect(mail, "", false, 0, leaves);
        return leaves;
    }

    private static void collect(Part part, String within, boolean alternative, int depth, List<Leaf> leaves) {
        if (leaves.size() >= MOST) {
            return;
        }
        Optional<Multipart> several = depth < DEEPEST ? multipart(part) : Optional.empty();
        if (several.isEmpty()) {
            leaves.add(new Leaf(leaves.size(), part, within, alternative));
            return;
        }
        String type = subtype(several.get());
        try {
            for (int i = 0; i < several.get().getCount(); i++) {
                BodyPart inner = several.get().getBodyPart(i);
                collect(inner, type, alternative || type.equals("alternative"), depth + 1, leaves);
            }
        } catch (MessagingException broken) {
            leaves.add(new Leaf(leaves.size(), part, within, alternative));
        }
    }

    private static Optional<Multipart> multipart(Part part) {
        try {
            return part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several
                    ? Optional.of(several)
                    : Optional.empty();
        } catch (MessagingException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String subtype(Multipart several) {
        String type = several.getContentType().toLowerCase(Locale.ROOT);
        int slash = type.indexOf('/');
        int end = type.indexOf(';') < 0 ? type.length() : type.indexOf(';');
        return slash < 0 || slash > end ? "" : type.substring(slash + 1, end).strip();
    }
}
