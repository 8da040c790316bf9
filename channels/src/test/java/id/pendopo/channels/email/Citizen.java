package id.pendopo.channels.email;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Somebody with a mail program, who writes to the desk and reads what comes back. */
final class Citizen {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final GreenMail server;
    private final String address;

    Citizen(GreenMail server, String address) {
        this.server = server;
        this.address = address;
        server.setUser(address, address, "x");
    }

    static void mailbox(GreenMail server, String user, String name) {
        try {
            var host = server.getManagers().getImapHostManager();
            GreenMailUser owner = server.getUserManager().getUser(user);
            host.createMailbox(owner, name);
        } catch (FolderException | AuthorizationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A new letter, with a Message-ID of its own. */
    void writes(String id, String subject, String text) {
        writes("INBOX", id, subject, text, Optional.empty());
    }

    void writes(String folder, String id, String subject, String text, Optional<MimeMessage> answered) {
        try {
            String thread = answered.isEmpty()
                    ? ""
                    : "In-Reply-To: " + answered.get().getMessageID() + "\r\nReferences: "
                            + answered.get().getMessageID() + "\r\n";
            deliver(
                    folder,
                    "From: " + address + "\r\nTo: layanan@kota.example\r\nSubject: " + subject + "\r\nMessage-ID: " + id
                            + "\r\n" + thread + "\r\n" + text + "\r\n");
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void deliver(String folder, String mail) {
        try {
            MimeMessage message =
                    new MimeMessage(SESSION, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
            folder(folder).appendMessage(message, new Flags(), new Date());
        } catch (MessagingException | FolderException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private MailFolder folder(String name) throws FolderException {
        GreenMailUser desk = server.getUserManager().getUser("layanan");
        return server.getManagers().getImapHostManager().getFolder(desk, name);
    }

    /** The desk's letters, oldest first. */
    List<MimeMessage> mailbox() {
        try {
            return server
                    .getManagers()
                    .getImapHostManager()
                    .getInbox(server.getUserManager().getUser(address))
                    .getMessages()
                    .stream()
                    .map(StoredMessage::getMimeMessage)
                    .toList();
        } catch (FolderException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Whether the desk has marked a letter as read. */
    boolean isRead(String folder, String id) {
        try {
            for (StoredMessage stored : folder(folder).getMessages()) {
                if (id.equals(stored.getMimeMessage().getMessageID())) {
                    return stored.getFlags().contains(Flags.Flag.SEEN);
                }
            }
            return false;
        } catch (MessagingException | FolderException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Somebody of the office opened a letter in the mailbox. */
    void reads(String id) {
        try {
            for (StoredMessage stored : folder("INBOX").getMessages()) {
                if (id.equals(stored.getMimeMessage().getMessageID())) {
                    folder("INBOX").setFlags(new Flags(Flags.Flag.SEEN), true, stored.getUid(), null, true);
                }
            }
        } catch (MessagingException | FolderException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String address() {
        return address;
    }
}
