package id.pendopo.channels.attachments;

import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Attachments;
import id.pendopo.ui.KeptTables;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files in the database: expected, then stored or refused. */
@Component
public class StoredAttachments implements Attachments, KeptTables {

    /** Whose a file is that was told of without a name. */
    private static final String NOBODY = "-";

    /** Files deleted by one statement; each has thousands of pieces. */
    private static final int BATCH = 20;

    private static final Duration UNUSED = Duration.ofHours(1);
    private static final String UNSENT = "taken_at is null and created_at < :before";
    private static final String SENT = "taken_at < :before";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SignedLinks links;
    private final ExpectedFiles expected;
    private final Duration personal;
    private final UploadBudget budget;
    private final FileChecks checks;

    /** @param personal how long what people sent is kept */
    StoredAttachments(
            JdbcClient jdbc,
            Clock clock,
            SignedLinks links,
            ExpectedFiles expected,
            UploadBudget budget,
            FileChecks checks,
            @Value("${pendopo.channels.retention.personal:730d}") Duration personal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.links = links;
        this.expected = expected;
        this.personal = personal;
        this.budget = budget;
        this.checks = checks;
    }

    @Override
    public Stored store(Address owner, byte[] file) throws AttachmentRefused {
        budget.admit(owner, file.length);
        String id = UUID.randomUUID().toString();
        expect(id, owner);
        try {
            return keep(id, file);
        } catch (AttachmentRefused refused) {
            refuse(id, refused.reason());
            throw refused;
        }
    }

    /** Keeps what came for an expected file; it waits here, and nobody may look at it, while nobody can scan it. */
    Stored keep(String id, byte[] file) throws AttachmentRefused {
        Picture kept = checks.cleaned(file);
        if (checks.scanned(file)) {
            fill(id, kept);
        } else {
            expected.waits(id, kept);
        }
        return new Stored(id, kept.type(), kept.file().length);
    }

    /** Scans a file that waited here; false when it still has to wait. */
    boolean release(String id, Picture waiting) throws AttachmentRefused {
        boolean scanned = checks.scanned(waiting.file());
        if (scanned) {
            fill(id, waiting);
        }
        return scanned;
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
                   set state = 'STORED', type = :type, size = :size, sha256 = sha256(:file), file = :file,
                       preview = :preview, ref = null
                 where id = :id::uuid and state = 'EXPECTED'
                """)
                .param("type", kept.type())
                .param("size", kept.file().length)
                .param("file", kept.file())
                .param("preview", checks.small(kept).orElse(null))
                .param("id", id)
                .update();
    }

    /** @return whose it was; empty when it is nobody's, or fared otherwise meanwhile */
    Optional<Address> refuse(String id, AttachmentRefused.Reason reason) {
        return jdbc.sql("""
                update channels_attachment set state = 'REFUSED', reason = :reason, ref = null, file = null
                 where id = :id::uuid and state = 'EXPECTED'
                returning account, address
                """)
                .param("reason", reason.name())
                .param("id", id)
                .query((row, _) -> new Address(row.getString("account"), row.getString("address")))
                .optional()
                .filter(owner -> !owner.value().equals(NOBODY));
    }

    @Override
    public Optional<Attachment> take(Address owner, String id) {
        return uuid(id).flatMap(known -> jdbc.sql("""
                update channels_attachment set taken_at = coalesce(taken_at, :now)
                 where id = :id and account = :account and address = :address
                   and (state = 'STORED' or state = 'EXPECTED' and file is not null)
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
    public List<Attachment> expect(Address owner, List<Attachment> files) {
        return expected.note(owner, files);
    }

    @Override
    public void disown(List<Attachment> files) {
        jdbc.sql(
                        "update channels_attachment set address = :nobody, taken_at = coalesce(taken_at, :now) where id = any (:ids)")
                .param("nobody", NOBODY)
                .param("now", now())
                .param(
                        "ids",
                        files.stream()
                                .flatMap(file -> uuid(file.ref()).stream())
                                .toArray(UUID[]::new))
                .update();
    }

    @Override
    public Optional<Standing> standing(String id) {
        return uuid(id).flatMap(known -> jdbc.sql(
                        "select state, type, size, reason, name from channels_attachment where id = :id")
                .param("id", known)
                .query((row, _) -> new Standing(
                        Standing.State.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("type")).orElse(""),
                        row.getLong("size"),
                        Optional.ofNullable(row.getString("reason")).map(AttachmentRefused.Reason::valueOf),
                        Optional.ofNullable(row.getString("name"))))
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
    public Optional<Picture> file(String id) {
        return uuid(id).flatMap(known -> jdbc.sql(
                        "select type, file from channels_attachment where id = :id and state = 'STORED'")
                .param("id", known)
                .query((row, _) -> new Picture(row.getString("type"), row.getBytes("file")))
                .optional());
    }

    /** A picture in small; the file itself where there is nothing smaller. */
    public Optional<Picture> preview(String id) {
        return uuid(id).flatMap(
                        known -> jdbc.sql("select preview from channels_attachment where id = :id and state = 'STORED'")
                                .param("id", known)
                                .query((row, _) -> Optional.ofNullable(row.getBytes("preview")))
                                .optional())
                .flatMap(small -> small)
                .map(small -> new Picture(FileType.JPEG.mediaType(), small))
                .or(() -> file(id));
    }

    /**
     * Drops what no message carries after an hour (uploads that were never sent, and refused ones), and what people sent
     * longer ago than is kept of them.
     */
    int forget() {
        return forget(UNSENT, now().minus(UNUSED)) + forget(SENT, now().minus(personal));
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of(
                        "channels_attachment",
                        new Rule("files that no message has", UNUSED.toString(), "", () -> old(UNSENT, UNUSED)),
                        new Rule(
                                "files that people sent",
                                "P" + personal.toDays() + "D",
                                "pendopo.channels.retention.personal",
                                () -> old(SENT, personal))),
                Table.without("channels_attachment_key", "the desk's own key"));
    }

    private long old(String which, Duration age) {
        return jdbc.sql("select count(*) from channels_attachment where " + which)
                .param("before", now().minus(age))
                .query(Long.class)
                .single();
    }

    private int forget(String which, OffsetDateTime before) {
        int all = 0;
        int batch = BATCH;
        while (batch == BATCH) {
            batch = jdbc.sql("""
                    delete from channels_attachment
                     where id in (select id from channels_attachment where %s limit :batch)
                    """.formatted(which))
                    .param("before", before)
                    .param("batch", BATCH)
                    .update();
            all += batch;
        }
        return all;
    }

    static Optional<UUID> uuid(String id) {
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
