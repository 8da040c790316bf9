package id.pendopo.channels.email;

import id.pendopo.channels.adapter.SendFailed;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log-in at an IMAP server with one folder open. One thread asks; any thread may close. */
final class ImapConnection implements AutoCloseable {

    /** Shorter than a server may be silent: a connection that is dead is known by then, and what came in between is seen. */
    private static final Duration IDLE = Duration.ofSeconds(28);

    private static final Logger log = LoggerFactory.getLogger(ImapConnection.class);
    private static final ScheduledExecutorService ALARMS = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("imap-idle").factory());

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final boolean tells;

    private ImapConnection(IMAPStore store, IMAPFolder folder, boolean tells) {
        this.store = store;
        this.folder = folder;
        this.tells = tells;
    }

    /**
     * Logs in and opens a folder, for reading and for marking where that may be.
     *
     * @throws SendFailed with what an operator has to mend
     */
    static ImapConnection open(MailServers servers, EmailProperties settings, String name) throws SendFailed {
        String secret = servers.secret(settings, settings.imap());
        Session session = servers.imap(settings);
        IMAPStore store = null;
        try {
            store = (IMAPStore) session.getStore("imap");
            store.connect(
                    settings.imap().host(),
                    settings.imap().port(),
                    settings.imap().username(),
                    secret);
            IMAPFolder folder = (IMAPFolder) store.getFolder(name);
            select(folder);
            return new ImapConnection(store, folder, store.hasCapability("IDLE"));
        } catch (MessagingException failed) {
            Optional.ofNullable(store).ifPresent(ImapConnection::close);
            throw MailFailures.reading(failed);
        }
    }

    private static void select(IMAPFolder folder) throws MessagingException {
        try {
            folder.open(Folder.READ_WRITE);
        } catch (ReadOnlyFolderException shared) {
            folder.open(Folder.READ_ONLY);
        }
    }

    IMAPFolder folder() {
        return folder;
    }

    String name() {
        return folder.getFullName();
    }

    /** Until something came, or for half a minute; a server that does not tell is asked again after a while. */
    void await(Duration every) throws MessagingException {
        if (!tells) {
            rest(every);
            folder.getMessageCount();
            return;
        }
        Future<?> alarm = ALARMS.schedule(this::wake, IDLE.toMillis(), TimeUnit.MILLISECONDS);
        try {
            folder.idle(true);
        } finally {
            alarm.cancel(false);
        }
    }

    /** Any other command ends the wait. */
    private void wake() {
        Thread.ofVirtual().name("imap-wake").start(folder::isOpen);
    }

    private static void rest(Duration every) throws MessagingException {
        try {
            TimeUnit.MILLISECONDS.sleep(every.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new MessagingException("the desk is stopping");
        }
    }

    @Override
    public void close() {
        close(store);
    }

    private static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException gone) {
            log.debug("A mail server did not take leave");
        }
    }
}
