package id.pendopo.channels.email;

import id.pendopo.channels.Attachment;
import java.io.IOException;
import java.net.URLConnection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of a mail: what was attached, and pictures that are more than a signature's. */
final class MailFiles {

    /** More are nobody's report. */
    static final int MOST = 10;

    /** Bytes; the pictures below a letter are smaller, those of a camera larger. */
    private static final int LOGO = 20_000;

    /** Signatures and invitations say nothing to a desk. */
    private static final Set<String> LEFT_OUT = Set.of(
            "application/pgp-signature",
            "application/pgp-keys",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/ms-tnef",
            "text/calendar",
            "text/vcard",
            "text/x-vcard",
            "message/delivery-status");

    private MailFiles() {}

    /** @param place where the mail lies, for whoever fetches them */
    static List<Attachment> of(List<MailParts.Leaf> leaves, MailPlace place) {
        return leaves.stream()
                .filter(MailFiles::isFile)
                .limit(MOST)
                .map(leaf -> new Attachment(type(leaf), place.file(leaf.number())))
                .toList();
    }

    private static boolean isFile(MailParts.Leaf leaf) {
        boolean text = leaf.type().startsWith("text/") && !leaf.attached();
        return !text && !LEFT_OUT.contains(leaf.type()) && !(leaf.within().equals("related") && small(leaf));
    }

    private static boolean small(MailParts.Leaf leaf) {
        try {
            return leaf.bytes(LOGO).length < LOGO;
        } catch (IOException broken) {
            return true;
        }
    }

    /** What its name says, where the client says nothing. */
    private static String type(MailParts.Leaf leaf) {
        return Optional.of(leaf.type())
                .filter(type -> !type.equals("application/octet-stream"))
                .or(() ->
                        leaf.name().flatMap(name -> Optional.ofNullable(URLConnection.guessContentTypeFromName(name))))
                .orElse("application/octet-stream");
    }
}
