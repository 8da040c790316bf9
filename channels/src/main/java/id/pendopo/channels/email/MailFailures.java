package id.pendopo.channels.email;

import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/**
 * What the failures of mail servers mean.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.2">RFC 5321, SMTP replies</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3463">RFC 3463, enhanced status codes</a>
 */
final class MailFailures {

    /** Servers lock out who tries a password too often. */
    private static final Duration AFTER_A_LOGIN = Duration.ofMinutes(1);

    private static final Pattern ENHANCED = Pattern.compile("^[245]\\d\\d[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    private MailFailures() {}

    /** A mailbox that cannot be read now. */
    static SendFailed reading(MessagingException failure) {
        return connecting(failure)
                .orElseGet(() -> new SendFailed(
                        Outcome.RETRY,
                        failure instanceof FolderNotFoundException ? "no folder" : "connection lost",
                        Optional.empty()));
    }

    /** @param ended whether all of the mail was written */
    static SendFailed sending(MessagingException failure, boolean ended) {
        return causes(failure)
                .flatMap(cause -> refused(cause).stream())
                .findFirst()
                .or(() -> ended ? Optional.empty() : connecting(failure))
                .orElseGet(() ->
                        new SendFailed(ended ? Outcome.UNKNOWN : Outcome.RETRY, "connection lost", Optional.empty()));
    }

    /** A status of the server: of the recipient, of the sender, or of the mail. */
    private static Optional<SendFailed> refused(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException address -> status(address.getReturnCode(), address.getMessage());
            case SMTPSenderFailedException sender -> status(sender.getReturnCode(), sender.getMessage());
            case SMTPSendFailedException mail -> status(mail.getReturnCode(), mail.getMessage());
            default -> Optional.empty();
        };
    }

    private static Optional<SendFailed> status(int status, @Nullable String said) {
        if (status < 400 || status > 599) {
            return Optional.empty();
        }
        Matcher enhanced = ENHANCED.matcher(String.valueOf(said).strip());
        String code = enhanced.find() ? enhanced.group(1) : "smtp " + status;
        // Without a log-in nothing is taken: an operator mends that.
        boolean passes = status < 500 || status == 530 || status == 535;
        return Optional.of(new SendFailed(passes ? Outcome.RETRY : Outcome.PERMANENT, code, Optional.empty()));
    }

    private static Optional<SendFailed> connecting(MessagingException failure) {
        return causes(failure).flatMap(cause -> connecting(cause).stream()).findFirst();
    }

    private static Optional<SendFailed> connecting(Throwable cause) {
        return switch (cause) {
            case AuthenticationFailedException _ ->
                Optional.of(new SendFailed(Outcome.RETRY, "login", Optional.of(AFTER_A_LOGIN)));
            case SSLException _ -> Optional.of(retry("certificate"));
            case ConnectException _, UnknownHostException _ -> Optional.of(retry("unreachable"));
            case MailConnectException _ -> Optional.of(retry("unreachable"));
            case SocketTimeoutException _ -> Optional.of(retry("timeout"));
            case MessagingException encrypted
            when String.valueOf(encrypted.getMessage()).contains("STARTTLS") -> Optional.of(retry("starttls"));
            default -> Optional.empty();
        };
    }

    private static SendFailed retry(String code) {
        return new SendFailed(Outcome.RETRY, code, Optional.empty());
    }

    /** The failure, what went before it, and what either came of. */
    private static Stream<Throwable> causes(Throwable failure) {
        Stream<Throwable> causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10);
        return causes.flatMap(cause -> cause instanceof MessagingException mail
                        && mail.getNextException() != null
                        && mail.getNextException() != mail.getCause()
                ? Stream.concat(Stream.of(cause), causes(mail.getNextException()))
                : Stream.of(cause));
    }
}
