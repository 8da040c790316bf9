package id.pendopo.channels.email;

import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.InboundMessage.RepliesTo;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Reads what a mail says: what a citizen wrote, what became of a mail of ours, or nothing, where a machine wrote it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322">RFC 5322, Internet message format</a>
 */
final class MailEvents {

    /** When a server took the mail, as a header of the request; ISO 8601. */
    static final String RECEIVED = "x-pendopo-received";

    private static final Session LENIENT = Session.getInstance(lenient());

    private final ChannelAccount account;
    private final EmailProperties settings;
    private final ReplyPhrases phrases;
    private final Instant now;

    MailEvents(ChannelAccount account, ReplyPhrases phrases, Instant now) {
        this.account = account;
        this.settings = account.settings(EmailProperties.class);
        this.phrases = phrases;
        this.now = now;
    }

    /** What every event of a mail has. */
    record Arrived(String account, String externalId, Instant at) {}

    List<InboundEvent> read(WebhookRequest request) throws WebhookRejected {
        MimeMessage mail = parsed(request.body());
        MailHeaders headers = new MailHeaders(mail);
        String from = headers.addresses("From").stream()
                .findFirst()
                .orElseThrow(() -> new WebhookRejected(400, "the mail has no sender"));
        List<MailParts.Leaf> leaves = MailParts.of(mail);
        Arrived arrived = new Arrived(account.name(), externalId(headers, request.body()), at(request, mail));
        Optional<BounceReport> bounce = BounceReport.of(leaves);
        if (bounce.isPresent()) {
            return bounce.get().event(arrived).stream()
                    .map(InboundEvent.class::cast)
                    .toList();
        }
        MailVerdict verdict = MailVerdict.of(headers, settings.authservId());
        String ours =
                settings.from().isBlank() ? "" : settings.sender().getAddress().toLowerCase(Locale.ROOT);
        boolean refused = settings.refuseForged() && verdict.forged();
        if (refused || AutomaticMail.is(headers, from, ours)) {
            return List.of();
        }
        Optional<RepliesTo> thread = verdict.forged() ? Optional.empty() : new MailAnswers(headers, ours).thread();
        List<Attachment> files = MailFiles.of(leaves, MailPlace.of(request));
        MailWords letter = new MailWords(headers, phrases);
        boolean goesOn =
                thread.filter(answered -> !answered.messages().isEmpty()).isPresent();
        String words = letter.of(MailBody.of(leaves), goesOn);
        return words.isEmpty() && files.isEmpty()
                ? List.of()
                : List.of(message(arrived, from, words, files, thread, handle(headers, letter.subject())));
    }

    private InboundMessage message(
            Arrived arrived,
            String from,
            String words,
            List<Attachment> files,
            Optional<RepliesTo> thread,
            InboundMessage.ReplyHandle handle) {
        InboundMessage said = InboundMessage.text(
                        arrived.account(),
                        arrived.externalId(),
                        arrived.at(),
                        account.kind(),
                        new Address(arrived.account(), from),
                        words)
                .with(files)
                .with(handle);
        return thread.map(said::with).orElse(said);
    }

    private InboundMessage.ReplyHandle handle(MailHeaders headers, String subject) {
        List<String> before =
                headers.ids("References").isEmpty() ? headers.ids("In-Reply-To") : headers.ids("References");
        return new MailThread(headers.ids("Message-ID").stream().findFirst().orElse(""), before, subject).handle(now);
    }

    private static MimeMessage parsed(byte[] bytes) throws WebhookRejected {
        try {
            MimeMessage mail = new MimeMessage(LENIENT, new ByteArrayInputStream(bytes));
            if (!mail.getAllHeaderLines().hasMoreElements()) {
                throw new WebhookRejected(400, "the mail has no headers");
            }
            return mail;
        } catch (MessagingException unreadable) {
            throw new WebhookRejected(400, "the mail cannot be read");
        }
    }

    /** By what the mail is known again: its Message-ID, or what it is where a client gave it none. */
    private static String externalId(MailHeaders headers, byte[] bytes) {
        return headers.ids("Message-ID").stream()
                .findFirst()
                .orElseGet(() -> Address.ExternalName.hash(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** A sender's clock may be wrong; the time of the server that took it is not. */
    private Instant at(WebhookRequest request, MimeMessage mail) {
        return request.header(RECEIVED)
                .map(Instant::parse)
                .orElseGet(() -> sent(mail).filter(at -> at.isBefore(now)).orElse(now));
    }

    private static Optional<Instant> sent(MimeMessage mail) {
        try {
            return Stream.ofNullable(mail.getSentDate()).map(Date::toInstant).findFirst();
        } catch (MessagingException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Properties lenient() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }
}
