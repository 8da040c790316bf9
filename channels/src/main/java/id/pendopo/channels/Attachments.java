package id.pendopo.channels;

import java.util.List;
import java.util.Optional;

/** The attachment store. Files that citizens and the desk sent, and the only way to look at them: short-lived signed links. */
public interface Attachments {

    /**
     * Keeps a file that a citizen uploaded. Its type is what its bytes say; pictures are drawn anew, so that nothing else
     * travels in them (where they were taken, for one).
     *
     * @param owner who may send it
     * @throws AttachmentRefused when it is too large, or none of JPEG, PNG, WebP and PDF; when there is no room for it, or
     *     nobody awaits it
     */
    Stored store(Address owner, byte[] file) throws AttachmentRefused;

    /**
     * A stored file, for a message that carries it; from then on it stays as long as the message.
     *
     * @return empty when there is no such file, or it is somebody else's
     */
    Optional<Attachment> take(Address owner, String id);

    /**
     * Notes files that lie at a line's provider, within the transaction of the message that tells of them; they are fetched
     * after its commit.
     *
     * @return the same files under our own ids
     */
    List<Attachment> expect(Address owner, List<Attachment> files);

    /** Within the caller's transaction: nothing leads from these files to who sent them any more. */
    void disown(List<Attachment> files);

    /** How a file fares; empty when there is no such file. */
    Optional<Standing> standing(String id);

    /**
     * A link that anybody who holds it may open for 5 minutes; the file comes as a download, never as a page.
     *
     * @param id our own id, the {@link Attachment#ref()} of a stored file
     * @return an address relative to the public one; empty when there is no such file or it was refused
     */
    Optional<String> link(String id);

    /**
     * A file that is kept.
     *
     * @param type {@code image/jpeg}, {@code image/png}, {@code application/pdf}, {@code audio/ogg} or {@code audio/mpeg}
     * @param size bytes, as kept
     */
    record Stored(String id, String type, long size) {}

    /**
     * The files that people at the desk send. They are kept like the citizens': by what their bytes say, cleaned, scanned, and as
     * long as what was sent.
     */
    interface OfDesk {

        /**
         * Keeps a file for a reply; it is forgotten within the hour unless one takes it.
         *
         * @param owner what it is sent for, opaque: a ticket's code
         * @param name what it is called on the sender's computer
         * @throws AttachmentRefused as {@link Attachments#store}, but for {@code TOO_EARLY}; {@code UNSCANNED} while nobody scans
         */
        Stored store(String owner, String name, byte[] file) throws AttachmentRefused;

        /** Whether a file is kept for this. */
        boolean has(String owner, String id);

        /**
         * Within the transaction of the message that carries it: the file stays from now on as long as the message.
         *
         * @return empty when there is no such file, or it was kept for something else
         */
        Optional<Attachment> take(String owner, String id);

        /**
         * A short address that opens a file for 7 days, for whoever has it; asked for again, the same one lives for 7 days more.
         *
         * @return relative to the public address; empty when there is no such file or it is not kept
         */
        Optional<String> share(String id);
    }

    /**
     * A file on its way.
     *
     * @param state {@code EXPECTED}, {@code STORED} or {@code REFUSED}
     * @param type what it is, once it is kept; what the provider says of it before
     * @param size bytes, once it is kept
     * @param refused why it is not kept
     * @param name what a file of the desk is called
     */
    record Standing(
            State state, String type, long size, Optional<AttachmentRefused.Reason> refused, Optional<String> name) {

        /** Where a file is. */
        public enum State {
            EXPECTED,
            STORED,
            REFUSED
        }
    }

    /** Knows from whom files are awaited: a report was begun, or an agent reads. Without one, files are awaited from everybody. */
    @FunctionalInterface
    interface UploadPermission {

        boolean awaits(Address citizen);
    }
}
