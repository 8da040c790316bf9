package id.pendopo.channels.email;

import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.AttachmentRefused.Reason;
import id.pendopo.channels.adapter.Download;
import id.pendopo.channels.adapter.SendFailed;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** Fetches files out of mails that still lie in their folder. */
final class ImapFiles {

    private final MailServers servers;

    ImapFiles(MailServers servers) {
        this.servers = servers;
    }

    byte[] fetch(EmailProperties settings, String ref) throws SendFailed, AttachmentRefused {
        MailPlace.FilePlace place =
                MailPlace.FilePlace.of(ref).orElseThrow(() -> new AttachmentRefused(Reason.ELSEWHERE));
        try (ImapConnection connection =
                ImapConnection.open(servers, settings, place.mail().folder())) {
            return bytes(connection.folder(), place);
        } catch (MessagingException failed) {
            throw MailFailures.reading(failed);
        } catch (IOException cutOff) {
            throw new SendFailed(SendFailed.Outcome.RETRY, "connection lost", Optional.empty());
        }
    }

    private static byte[] bytes(IMAPFolder folder, MailPlace.FilePlace place)
            throws MessagingException, IOException, AttachmentRefused {
        if (folder.getUIDValidity() != place.mail().validity()
                || !(folder.getMessageByUID(place.mail().uid()) instanceof Message mail)) {
            throw new AttachmentRefused(Reason.UNREACHABLE);
        }
        List<MailParts.Leaf> leaves = MailParts.of(mail);
        if (place.part() >= leaves.size()) {
            throw new AttachmentRefused(Reason.UNREACHABLE);
        }
        byte[] file = leaves.get(place.part()).bytes(Download.LARGEST + 1);
        if (file.length > Download.LARGEST) {
            throw new AttachmentRefused(Reason.TOO_LARGE);
        }
        return file;
    }
}
