package id.pendopo.channels.attachments;

import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Attachments;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files in the database: expected, then stored or refused. */
@Component
class StoredAttachments implements Attachments {

    /** Bytes, as uploaded. */
    static final int LARGEST = 10 * 1024 * 1024;

    private static final Duration UNUSED = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SignedLinks links;

    StoredAttachments(JdbcClient jdbc, Clock clock, SignedLinks links) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.links = links;
    }

    @Override
    public Stored store(Address owner, byte[] file) throws AttachmentRefused {
        String id = UUID.randomUUID().toString();
        expect(id, owner);
        try {
            Picture kept = kept(file);
            fill(id, kept);
            return new Stored(id, kept.type(), kept.file().length);
        } catch (AttachmentRefused refused) {
            refuse(id, refused.reason());
            throw refused;
        }
    }

    private static Picture kept(byte[] file) throws AttachmentRefused {
        if (file.length > LARGEST) {
            throw new AttachmentRefused(AttachmentRefused.Reason.TOO_LARGE);
        }
        FileType type = FileType.sniff(file).orElseThrow(() -> new AttachmentRefused(AttachmentRefused.Reason.TYPE));
        return switch (type) {
            case JPEG, PNG, WEBP -> Picture.drawnAnew(file);
            case PDF -> new Picture(type.mediaType(), file);
        };
    }

    private void expect(String id, Address owner) {
        jdbc.sql("""
                insert into channels_attachment (id, account, address, state, created_at)
                values (:id::uuid, :account, :address, 'EXPECTED', :now)
                """)
                .param("id", id)
                .param("account", owner.account())
                .param("address", owner.value())
                .param("now", now())
                .update();
    }

    private void fill(String id, Picture kept) {
        jdbc.sql("""
                update channels_attachment
                   set state = 'STORED', type = :type, size = :size, sha256 = sha256(:file), file = :file
                 where id = :id::uuid and state = 'EXPECTED'
                """)
                .param("type", kept.type())
                .param("size", kept.file().length)
                .param("file", kept.file())
                .param("id", id)
                .update();
    }

    private void refuse(String id, AttachmentRefused.Reason reason) {
        jdbc.sql("update channels_attachment set state = 'REFUSED', reason = :reason where id = :id::uuid")
                .param("reason", reason.name())
                .param("id", id)
                .update();
    }

    @Override
    public Optional<Attachment> take(Address owner, String id) {
        return uuid(id).flatMap(known -> jdbc.sql("""
                update channels_attachment set taken_at = coalesce(taken_at, :now)
                 where id = :id and account = :account and address = :address and state = 'STORED'
                returning type
                """)
                .param("now", now())
                .param("id", known)
                .param("account", owner.account())
                .param("address", owner.value())
                .query((row, _) -> new Attachment(row.getString("type"), known.toString()))
                .optional());
    }

    @Override
    public Optional<String> link(String id) {
        return uuid(id).filter(this::isStored).map(known -> links.sign(known.toString()));
    }

    private boolean isStored(UUID id) {
        return jdbc.sql("select true from channels_attachment where id = :id and state = 'STORED'")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** A file with its media type, for whoever holds a signed link. */
    Optional<Picture> file(String id) {
        return uuid(id).flatMap(known -> jdbc.sql(
                        "select type, file from channels_attachment where id = :id and state = 'STORED'")
                .param("id", known)
                .query((row, _) -> new Picture(row.getString("type"), row.getBytes("file")))
                .optional());
    }

    /** Drops what no message carries after a day: uploads that were never sent, and refused ones. */
    int forget() {
        return jdbc.sql("delete from channels_attachment where taken_at is null and created_at < :before")
                .param("before", now().minus(UNUSED))
                .update();
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException stranger) {
            return Optional.empty();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
