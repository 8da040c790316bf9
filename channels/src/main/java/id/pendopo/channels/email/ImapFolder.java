package id.pendopo.channels.email;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.adapter.PullAdapter.Checkpoint;
import id.pendopo.channels.adapter.PullAdapter.PullSession;
import id.pendopo.channels.adapter.PullAdapter.Pulled;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.WebhookRequest;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * A folder that is read over a connection which is held: what came after the bookmark, of which the server tells by itself
 * (IDLE) or is asked now and then.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2177">RFC 2177, IDLE</a>
 */
final class ImapFolder implements PullSession {

    /** Bytes of a mail that are read; providers take no larger ones. What is behind them is cut off. */
    static final int LARGEST = 36 << 20;

    /** At once, so that not much is read again when the desk stops. */
    private static final int MOST = 20;

    private static final int MOST_BYTES = 16 << 20;

    private final ImapConnection connection;
    private final ChannelAccount account;
    private final URI publicUrl;
    private final Strikes strikes;
    private final Clock clock;

    ImapFolder(ImapConnection connection, ChannelAccount account, URI publicUrl, Strikes strikes, Clock clock) {
        this.connection = connection;
        this.account = account;
        this.publicUrl = publicUrl;
        this.strikes = strikes;
        this.clock = clock;
    }

    @Override
    public List<Pulled> pull(Optional<Checkpoint> last) throws SendFailed {
        try {
            IMAPFolder folder = connection.folder();
            long validity = folder.getUIDValidity();
            Optional<Long> taken = last.map(Checkpoint::position)
                    .filter(position -> MailPlace.validity(position) == validity)
                    .map(MailPlace::uid);
            if (taken.isEmpty()) {
                return List.of(new Pulled(place(validity, beginning(folder) - 1).position(), Optional.empty()));
            }
            List<Pulled> came = after(folder, validity, taken.get());
            if (came.isEmpty()) {
                connection.await(account.settings(EmailProperties.class).imap().every());
                came = after(folder, validity, taken.get());
            }
            return came;
        } catch (MessagingException failed) {
            throw MailFailures.reading(failed);
        }
    }

    private MailPlace place(long validity, long uid) {
        return new MailPlace(validity, uid, connection.name());
    }

    /** Where a folder without a bookmark, or with one that means nothing any more, is read from: its oldest unread mail of late. */
    private long beginning(IMAPFolder folder) throws MessagingException {
        Date since = Date.from(
                clock.instant().minus(account.settings(EmailProperties.class).backlog()));
        Message[] unread = folder.search(
                new AndTerm(new FlagTerm(new Flags(Flag.SEEN), false), new ReceivedDateTerm(ComparisonTerm.GE, since)));
        long first = next(folder);
        for (Message message : unread) {
            Date received = message.getReceivedDate();
            // The search knows days alone.
            if (received != null && !received.before(since)) {
                first = Math.min(first, folder.getUID(message));
            }
        }
        return first;
    }

    private static long next(IMAPFolder folder) throws MessagingException {
        long next = folder.getUIDNext();
        if (next > 0) {
            return next;
        }
        int last = folder.getMessageCount();
        return last == 0 ? 1 : folder.getUID(folder.getMessage(last)) + 1;
    }

    /** A server that has nothing newer names its last mail all the same. */
    private List<Pulled> after(IMAPFolder folder, long validity, long taken) throws MessagingException {
        List<Long> newer = Arrays.stream(folder.getMessagesByUID(taken + 1, UIDFolder.LASTUID))
                .map(message -> uid(folder, message))
                .filter(uid -> uid > taken)
                .sorted(Comparator.naturalOrder())
                .limit(MOST)
                .toList();
        List<Pulled> came = new ArrayList<>();
        int bytes = 0;
        for (long uid : newer) {
            if (bytes > MOST_BYTES) {
                break;
            }
            MailPlace place = place(validity, uid);
            Optional<WebhookRequest> mail = mail(folder, place, !came.isEmpty());
            bytes += mail.map(request -> request.body().length).orElse(0);
            came.add(new Pulled(place.position(), mail));
        }
        return came;
    }

    private static long uid(IMAPFolder folder, Message message) {
        try {
            return folder.getUID(message);
        } catch (MessagingException removed) {
            return -1;
        }
    }

    /**
     * A mail that is gone meanwhile is passed over. One that ended the connection too often is handed on empty, so that a
     * person hears of it and those behind it are read.
     */
    private Optional<WebhookRequest> mail(IMAPFolder folder, MailPlace place, boolean others)
            throws MessagingException {
        if (strikes.out(account.name(), place)) {
            return Optional.of(request(place, Map.of(), new byte[0]));
        }
        try {
            if (folder.getMessageByUID(place.uid()) instanceof IMAPMessage message && !message.isSet(Flag.DELETED)) {
                message.setPeek(true);
                byte[] bytes = bytes(message);
                return Optional.of(request(place, received(message), bytes));
            }
            return Optional.empty();
        } catch (MessageRemovedException gone) {
            return Optional.empty();
        } catch (MessagingException | IOException failed) {
            strikes.strike(account.name(), place);
            if (folder.isOpen() && !others) {
                return strikes.out(account.name(), place)
                        ? Optional.of(request(place, Map.of(), new byte[0]))
                        : again(failed);
            }
            return again(failed);
        }
    }

    private static Optional<WebhookRequest> again(Exception failed) throws MessagingException {
        throw failed instanceof MessagingException mail
                ? mail
                : new MessagingException("a mail cannot be read", failed);
    }

    private static byte[] bytes(IMAPMessage message) throws MessagingException, IOException {
        try (InputStream whole = message.getMimeStream()) {
            return whole.readNBytes(LARGEST);
        }
    }

    private static Map<String, List<String>> received(IMAPMessage message) throws MessagingException {
        Date received = message.getReceivedDate();
        return received == null
                ? Map.of()
                : Map.of(MailEvents.RECEIVED, List.of(received.toInstant().toString()));
    }

    private WebhookRequest request(MailPlace place, Map<String, List<String>> received, byte[] body) {
        Map<String, List<String>> headers = new java.util.HashMap<>(received);
        headers.put(MailPlace.HEADER, List.of(place.header()));
        return new WebhookRequest(account.name(), "POST", publicUrl, "", "", headers, body);
    }

    /** Whoever looks into the mailbox sees what the desk has. */
    @Override
    public void taken(Pulled pulled) throws SendFailed {
        if (pulled.request().isEmpty()) {
            return;
        }
        try {
            IMAPFolder folder = connection.folder();
            if (folder.getMode() == jakarta.mail.Folder.READ_WRITE
                    && folder.getMessageByUID(MailPlace.uid(pulled.position())) instanceof Message message) {
                message.setFlag(Flag.SEEN, true);
            }
        } catch (MessageRemovedException gone) {
            // Somebody else tidies up.
        } catch (MessagingException failed) {
            throw MailFailures.reading(failed);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
