package id.pendopo.channels.email;

import id.pendopo.channels.Address;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import java.util.regex.Pattern;

/**
 * The Message-ID of a mail that we send: of its row and its words, so that a second try has the same and mail servers know it,
 * and that nobody can guess one who was not written to.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4">RFC 5322, identification fields</a>
 */
final class OurMessageId {

    /** Hexadecimal digits of 128 bits. */
    private static final int HASH = 32;

    private static final Pattern OURS = Pattern.compile("<pendopo\\.\\d{1,19}\\.[0-9a-f]{32}@[^<>@\\s]{1,255}>");

    private OurMessageId() {}

    /** With its angle brackets. */
    static String of(Rendered message, String words, String sender) {
        String of = message.id() + "\n" + message.message().to().value() + "\n" + words;
        String hash = Address.ExternalName.hash(of);
        String domain = sender.substring(sender.lastIndexOf('@') + 1);
        return "<pendopo." + message.id() + "." + hash.substring(hash.length() - HASH) + "@" + domain + ">";
    }

    static boolean is(String id) {
        return OURS.matcher(id).matches();
    }
}
