package id.pendopo.channels.email;

import id.pendopo.channels.Block;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.OutboundMessage.Author;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.StoredFiles;
import id.pendopo.channels.texting.FileDelivery;
import id.pendopo.channels.texting.MessengerWords;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URI;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Composes the mails that we send: in the thread of what they answer, plain text in UTF-8, and marked where no person wrote
 * them.
 */
final class MailComposer {

    private static final String REPLY = "Re: ";

    private final MessengerWords words;
    private final StoredFiles files;

    MailComposer(URI publicUrl, StoredFiles files) {
        this.files = files;
        this.words = MessengerWords.of(publicUrl, "email", "email", MessengerWords::numbered);
    }

    /** The words of the letter; those of a file that goes along are none. */
    String text(OutboundMessage message) {
        return text(message, attached(message));
    }

    private String text(OutboundMessage message, Map<Block.Media, StoredFiles.Content> attached) {
        return words.say(FileDelivery.without(message, List.copyOf(attached.keySet())));
    }

    /** @throws MessagingException when the citizen's address is none */
    MimeMessage of(EmailProperties settings, Session session, Rendered message, Instant now) throws MessagingException {
        OutboundMessage said = message.message();
        Map<Block.Media, StoredFiles.Content> attached = attached(said);
        String text = text(said, attached);
        InternetAddress sender = settings.sender();
        Optional<MailThread> thread = message.replyHandle().flatMap(MailThread::of);
        MimeMessage mail = new Named(session, OurMessageId.of(message, text, sender.getAddress()));
        mail.setFrom(sender);
        mail.setRecipient(RecipientType.TO, new InternetAddress(said.to().value(), true));
        mail.setSubject(subject(said, thread), "UTF-8");
        mail.setSentDate(Date.from(now));
        thread.filter(known -> !known.id().isEmpty()).ifPresent(known -> answer(mail, known));
        if (settings.plusAddresses() && said.ticket().isPresent()) {
            mail.setReplyTo(new InternetAddress[] {plus(sender, said.ticket().get())});
        }
        mark(mail, said.author());
        mail.setContentLanguage(new String[] {said.language().toLanguageTag()});
        if (attached.isEmpty()) {
            mail.setText(text.replace("\n", "\r\n"), "UTF-8");
        } else {
            mail.setContent(parts(text, attached.values()));
        }
        mail.saveChanges();
        return mail;
    }

    /** Those that are still kept; of the others the words tell. */
    private Map<Block.Media, StoredFiles.Content> attached(OutboundMessage message) {
        Map<Block.Media, StoredFiles.Content> attached = new LinkedHashMap<>();
        for (Block.Media file : FileDelivery.of(message)) {
            files.of(file.attachment()).ifPresent(content -> attached.put(file, content));
        }
        return attached;
    }

    private static MimeMultipart parts(String text, Collection<StoredFiles.Content> files) throws MessagingException {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text.replace("\n", "\r\n"), "UTF-8");
        parts.addBodyPart(words);
        for (StoredFiles.Content file : files) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.type())));
            part.setFileName(file.name());
            part.setDisposition(Part.ATTACHMENT);
            parts.addBodyPart(part);
        }
        return parts;
    }

    private static String subject(OutboundMessage message, Optional<MailThread> thread) {
        return thread.map(MailThread::subject)
                .filter(subject -> !subject.isBlank())
                .map(subject -> REPLY + subject)
                .orElseGet(() -> message.ticket()
                        .map(code -> MessageFormat.format(word("email.subject.ticket", message.language()), code))
                        .orElseGet(() -> word("email.subject", message.language())));
    }

    private static void answer(MimeMessage mail, MailThread thread) {
        try {
            mail.setHeader("In-Reply-To", thread.id());
            mail.setHeader("References", thread.line());
        } catch (MessagingException readOnly) {
            throw new IllegalStateException("a new mail can be changed", readOnly);
        }
    }

    /** https://www.rfc-editor.org/rfc/rfc3834#section-5; the other asks Exchange for no absence notes. */
    private static void mark(MimeMessage mail, Author author) throws MessagingException {
        switch (author) {
            case BOT -> mail.setHeader("Auto-Submitted", "auto-replied");
            case DESK -> mail.setHeader("Auto-Submitted", "auto-generated");
            case AGENT -> {
                return;
            }
        }
        mail.setHeader("X-Auto-Response-Suppress", "All");
    }

    private static InternetAddress plus(InternetAddress sender, String code) throws MessagingException {
        String address = sender.getAddress();
        int at = address.lastIndexOf('@');
        return new InternetAddress(address.substring(0, at) + "+" + code + address.substring(at), true);
    }

    private static String word(String key, Locale language) {
        return ResourceBundle.getBundle(
                        "messages/channels-email", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .getString(key);
    }

    /** Jakarta Mail gives each mail a name of its own when it is saved. */
    private static final class Named extends MimeMessage {

        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
