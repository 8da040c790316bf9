package id.pendopo.channels.email;

import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Hands mails in by SMTP, each over a connection of its own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321, Simple Mail Transfer Protocol</a>
 */
final class MailSender {

    private final MailServers servers;
    private final MailComposer composer;

    MailSender(MailServers servers, MailComposer composer) {
        this.servers = servers;
        this.composer = composer;
    }

    /** @return its Message-ID */
    Optional<String> send(EmailProperties settings, Rendered message, Instant now) throws SendFailed {
        String secret = servers.secret(settings, settings.smtp());
        Session session = servers.smtp(settings);
        Transport transport = new Transport(session);
        try (transport) {
            MimeMessage mail = composer.of(settings, session, message, now);
            connect(transport, settings, secret);
            transport.sendMessage(mail, mail.getAllRecipients());
            return Optional.of(mail.getMessageID());
        } catch (AddressException none) {
            throw new SendFailed(Outcome.PERMANENT, "address", Optional.empty());
        } catch (MessagingException failed) {
            if (transport.taken) {
                return Optional.of(OurMessageId.of(
                        message,
                        composer.text(message.message()),
                        settings.sender().getAddress()));
            }
            throw MailFailures.sending(failed, transport.ended);
        }
    }

    private static void connect(Transport transport, EmailProperties settings, String secret)
            throws MessagingException {
        EmailProperties.Smtp server = settings.smtp();
        if (server.username().isBlank()) {
            transport.connect();
        } else {
            transport.connect(server.host(), server.port(), server.username(), secret);
        }
    }

    /** Knows how far a mail got: whoever wrote its end and heard nothing cannot know whether it was taken. */
    private static final class Transport extends SMTPTransport {

        private boolean ended;
        private boolean taken;

        Transport(Session session) {
            super(session, new URLName("smtp", null, -1, null, null, null));
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            ended = true;
            super.finishData();
            taken = true;
        }
    }
}
