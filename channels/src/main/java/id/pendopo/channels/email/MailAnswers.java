package id.pendopo.channels.email;

import id.pendopo.channels.InboundMessage.RepliesTo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a mail answers: our mails that it names, else the ticket in the address that it was sent to, else the one in its
 * subject.
 */
final class MailAnswers {

    private static final List<String> RECIPIENTS = List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To");

    /** A ticket's ten digits, as the desk writes them or in a row. */
    private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{3})[ .-]?(\\d{3})[ .-]?(\\d{4})(?!\\d)");

    private static final Pattern DIGITS = Pattern.compile("\\d{10}");

    private final MailHeaders mail;
    private final String ours;

    /** @param ours our address, in small letters */
    MailAnswers(MailHeaders mail, String ours) {
        this.mail = mail;
        this.ours = ours;
    }

    Optional<RepliesTo> thread() {
        List<String> messages = Stream.concat(
                        mail.ids("In-Reply-To").stream(), mail.ids("References").reversed().stream())
                .filter(OurMessageId::is)
                .distinct()
                .toList();
        Optional<String> ticket = addressed().or(this::named);
        return messages.isEmpty() && ticket.isEmpty() ? Optional.empty() : Optional.of(new RepliesTo(messages, ticket));
    }

    /** Our address with a plus and the ticket before the at. */
    private Optional<String> addressed() {
        int at = ours.lastIndexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        String begin = ours.substring(0, at) + "+";
        String end = ours.substring(at);
        return RECIPIENTS.stream()
                .flatMap(name -> mail.addresses(name).stream())
                .filter(address -> address.startsWith(begin) && address.endsWith(end))
                .map(address -> address.substring(begin.length(), address.length() - end.length()))
                .filter(code -> DIGITS.matcher(code).matches())
                .findFirst();
    }

    private Optional<String> named() {
        Matcher code = CODE.matcher(mail.first("Subject").orElse(""));
        return code.find() ? Optional.of(code.group(1) + code.group(2) + code.group(3)) : Optional.empty();
    }
}
