package id.pendopo.channels.email;

import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.DeliveryReport.Status;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A delivery status notification about a mail of ours.
 *
 * @param message the Message-ID of ours
 * @param status what became of it; empty while it is still tried
 * @param reason the enhanced status code, {@code 5.1.1}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3464">RFC 3464, delivery status notifications</a>
 */
record BounceReport(String message, Optional<Status> status, Optional<String> reason) {

    /** Bytes of a status part and of the headers that come back. */
    private static final int LONGEST = 1 << 16;

    /** https://www.rfc-editor.org/rfc/rfc3463#section-2 */
    private static final Pattern CODE = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

    /** Empty for whatever is none, or not about a mail of ours. */
    static Optional<BounceReport> of(List<MailParts.Leaf> leaves) {
        Optional<MailParts.Leaf> status = leaves.stream()
                .filter(leaf -> leaf.type().equals("message/delivery-status"))
                .findFirst();
        Optional<String> ours = leaves.stream()
                .filter(leaf -> leaf.type().equals("message/rfc822")
                        || leaf.type().equals("text/rfc822-headers")
                        || leaf.type().equals("message/global-headers"))
                .flatMap(leaf -> fields(leaf).stream())
                .flatMap(fields -> value(fields, "Message-ID").stream())
                .filter(OurMessageId::is)
                .findFirst();
        return status.flatMap(leaf -> ours.map(message -> of(message, fields(leaf))));
    }

    /** The first group is about the report; each other about one recipient, and we write to one at a time. */
    private static BounceReport of(String message, List<InternetHeaders> groups) {
        String action = groups.stream()
                .flatMap(group -> value(group, "Action").stream())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
        Optional<String> code = groups.stream()
                .flatMap(group -> value(group, "Status").stream())
                .flatMap(value -> CODE.matcher(value).results().map(found -> found.group()))
                .findFirst();
        Optional<Status> status = switch (action.split("[ (;]", 2)[0]) {
            case "failed" -> Optional.of(Status.FAILED);
            case "delivered" -> Optional.of(Status.DELIVERED);
            default -> Optional.empty();
        };
        return new BounceReport(message, status, code);
    }

    /** Groups of header fields, parted by empty lines. */
    private static List<InternetHeaders> fields(MailParts.Leaf leaf) {
        List<InternetHeaders> groups = new ArrayList<>();
        try {
            String text = new String(leaf.bytes(LONGEST), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
            for (String group : text.strip().split("\n[ \t]*\n")) {
                byte[] lines = (group.strip() + "\n\n").getBytes(StandardCharsets.ISO_8859_1);
                groups.add(new InternetHeaders(new ByteArrayInputStream(lines)));
            }
        } catch (IOException | MessagingException unreadable) {
            return List.of();
        }
        return groups;
    }

    private static Optional<String> value(InternetHeaders fields, String name) {
        return Optional.ofNullable(fields.getHeader(name, null)).map(String::strip);
    }

    Optional<DeliveryReport> event(MailEvents.Arrived arrived) {
        return status.map(what -> new DeliveryReport(
                arrived.account(),
                arrived.externalId(),
                arrived.at(),
                Optional.of(message),
                Optional.empty(),
                what,
                what == Status.FAILED ? Optional.of(reason.orElse("bounced")) : Optional.empty()));
    }
}
