package id.pendopo.channels.email;

import id.pendopo.channels.adapter.WebhookRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a mail lies in its mailbox: the only names by which IMAP finds it again.
 *
 * @param validity of the folder's numbers (UIDVALIDITY)
 * @param uid from 1; 0 for a mail that lies in none, as in a file
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3501#section-2.3.1.1">RFC 3501, unique identifiers</a>
 */
record MailPlace(long validity, long uid, String folder) {

    /** As a header of the request that a mail is handed on with. */
    static final String HEADER = "x-pendopo-place";

    static final MailPlace NOWHERE = new MailPlace(0, 0, "");

    private static final long LOWER = 0xffffffffL;
    private static final Pattern PLACE = Pattern.compile("(\\d{1,10});(\\d{1,10});(.{1,500})");
    private static final Pattern FILE = Pattern.compile("(\\d{1,4});(.{1,520})");

    static MailPlace of(WebhookRequest request) {
        return request.header(HEADER).flatMap(MailPlace::parsed).orElse(NOWHERE);
    }

    private static Optional<MailPlace> parsed(String text) {
        Matcher place = PLACE.matcher(text);
        return place.matches()
                ? Optional.of(
                        new MailPlace(Long.parseLong(place.group(1)), Long.parseLong(place.group(2)), place.group(3)))
                : Optional.empty();
    }

    /** Both numbers have 32 bits. */
    long position() {
        return validity << 32 | uid;
    }

    static long validity(long position) {
        return position >>> 32;
    }

    static long uid(long position) {
        return position & LOWER;
    }

    String header() {
        return validity + ";" + uid + ";" + folder;
    }

    /** The name of a part of it as a file. */
    String file(int part) {
        return uid == 0 ? "part:" + part : part + ";" + header();
    }

    /** A file's place. */
    record FilePlace(int part, MailPlace mail) {

        static Optional<FilePlace> of(String ref) {
            Matcher file = FILE.matcher(ref);
            return file.matches()
                    ? parsed(file.group(2)).map(mail -> new FilePlace(Integer.parseInt(file.group(1)), mail))
                    : Optional.empty();
        }
    }
}
