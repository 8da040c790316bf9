package id.pendopo.channels.attachments;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Attachments;
import id.pendopo.channels.adapter.StoredFiles;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repository of the files that the desk sends, and the bytes of every file for the adapters that send them. */
@Component
class DeskFiles implements Attachments.OfDesk, StoredFiles {

    /** Characters of a name; longer ones are cut before their ending. */
    private static final int LONGEST_NAME = 80;

    /** What no file's name needs, and what means something to a header, a shell or a right-to-left reader. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}<>:\"|?*]+");

    private static final String ENDING = "\\.[A-Za-z0-9]{1,5}$";

    /** Whose a file is, beside what it is for: no account is called so. */
    private static final String DESK = "-desk";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final FileChecks checks;
    private final UploadBudget budget;
    private final ShortLinks links;

    DeskFiles(JdbcClient jdbc, Clock clock, FileChecks checks, UploadBudget budget, ShortLinks links) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.checks = checks;
        this.budget = budget;
        this.links = links;
    }

    @Override
    public Attachments.Stored store(String owner, String name, byte[] file) throws AttachmentRefused {
        budget.room(file.length);
        Picture kept = checks.cleaned(file);
        if (kept.type().startsWith("audio/")) {
            throw new AttachmentRefused(AttachmentRefused.Reason.TYPE);
        }
        if (!checks.scanned(file)) {
            throw new AttachmentRefused(AttachmentRefused.Reason.UNSCANNED);
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into channels_attachment
                       (id, account, address, state, type, size, sha256, file, preview, name, created_at)
                values (:id, :account, :address, 'STORED', :type, :size, sha256(:file), :file, :preview, :name, :now)
                """)
                .param("id", id)
                .param("account", DESK)
                .param("address", owner)
                .param("type", kept.type())
                .param("size", kept.file().length)
                .param("file", kept.file())
                .param("preview", checks.small(kept).orElse(null))
                .param("name", name(name, kept.type()))
                .param("now", now())
                .update();
        return new Attachments.Stored(id.toString(), kept.type(), kept.file().length);
    }

    /** Without folders, and ending in what the file is: a WebP is kept as another kind of picture. */
    private static String name(String said, String type) {
        String last = UNPRINTABLE.matcher(said.replaceFirst("^.*[/\\\\]", "")).replaceAll("");
        String bare = last.replaceFirst(ENDING, "").strip();
        String whole = bare.isEmpty() ? "lampiran" : bare;
        int end = whole.offsetByCodePoints(0, Math.min(LONGEST_NAME, whole.codePointCount(0, whole.length())));
        return whole.substring(0, end) + "." + FileType.extension(type);
    }

    @Override
    public boolean has(String owner, String id) {
        return StoredAttachments.uuid(id)
                .flatMap(known -> jdbc.sql("""
                        select true from channels_attachment where id = :id and account = :account and address = :address
                        """)
                        .param("id", known)
                        .param("account", DESK)
                        .param("address", owner)
                        .query(Boolean.class)
                        .optional())
                .isPresent();
    }

    @Override
    public Optional<Attachment> take(String owner, String id) {
        return StoredAttachments.uuid(id)
                .flatMap(known -> jdbc.sql("""
                update channels_attachment set taken_at = coalesce(taken_at, :now)
                 where id = :id and account = :account and address = :address and state = 'STORED'
                returning type
                """)
                        .param("now", now())
                        .param("id", known)
                        .param("account", DESK)
                        .param("address", owner)
                        .query((row, _) -> new Attachment(row.getString("type"), known.toString()))
                        .optional());
    }

    @Override
    public Optional<String> share(String id) {
        return StoredAttachments.uuid(id).flatMap(links::share);
    }

    @Override
    public Optional<Content> of(Attachment file) {
        return StoredAttachments.uuid(file.ref())
                .flatMap(known -> jdbc.sql(
                                "select type, file, name from channels_attachment where id = :id and state = 'STORED'")
                        .param("id", known)
                        .query((row, _) -> new Content(
                                row.getString("type"),
                                Optional.ofNullable(row.getString("name"))
                                        .orElse("lampiran." + FileType.extension(row.getString("type"))),
                                row.getBytes("file")))
                        .optional());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
