package id.pendopo.channels.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Attachments;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.adapter.StoredFiles;
import id.pendopo.channels.attachments.scan.VirusScanner.Verdict;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that people at the desk send. */
@ChannelsTest
class DeskFilesTests {

    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private final DeskFiles files;
    private final StoredAttachments attachments;
    private final ShortLinks links;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final UploadBudget budget;
    private final String ticket = UUID.randomUUID().toString();

    DeskFilesTests(
            DeskFiles files,
            StoredAttachments attachments,
            ShortLinks links,
            JdbcClient jdbc,
            Clock clock,
            UploadBudget budget) {
        this.files = files;
        this.attachments = attachments;
        this.links = links;
        this.jdbc = jdbc;
        this.clock = clock;
        this.budget = budget;
    }

    private static byte[] picture(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @Test
    void keepsAFileForOneTicketAndAsLongAsWhatWasSent() throws AttachmentRefused {
        String id = files.store(ticket, "surat.pdf", PDF).id();

        assertThat(files.take("another", id)).isEmpty();
        assertThat(files.take(ticket, id)).contains(new Attachment("application/pdf", id));
        assertThat(files.take(ticket, id)).as("a reply that is tried again").isPresent();
        jdbc.sql("update channels_attachment set created_at = created_at - interval '2 hours' where id = ?::uuid")
                .param(id)
                .update();
        attachments.forget();
        assertThat(attachments.file(id)).isPresent();
    }

    @Test
    void forgetsWhatNoReplyTookAfterAnHour() throws AttachmentRefused {
        String id = files.store(ticket, "surat.pdf", PDF).id();
        jdbc.sql("update channels_attachment set created_at = created_at - interval '61 minutes' where id = ?::uuid")
                .param(id)
                .update();

        attachments.forget();

        assertThat(attachments.file(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Formulir F-1.02.pdf, Formulir F-1.02.pdf",
        "C:\\Users\\ani\\surat.PDF, surat.pdf",
        "../../etc/passwd, passwd.pdf",
        "tagihan\u202Efdp.exe, tagihanfdp.pdf",
        "'   .pdf', lampiran.pdf"
    })
    void callsAFileAsItsSenderDoesWithoutWhatMeansSomethingElsewhere(String said, String name)
            throws AttachmentRefused {
        String id = files.store(ticket, said, PDF).id();

        assertThat(attachments.standing(id).flatMap(Attachments.Standing::name)).contains(name);
        assertThat(files.of(new Attachment("application/pdf", id)).map(StoredFiles.Content::name))
                .contains(name);
    }

    @Test
    void givesTheBytesAndAPictureInSmall() throws Exception {
        String id = files.store(ticket, "lokasi.png", picture(1600, 800)).id();

        StoredFiles.Content whole = files.of(new Attachment("image/jpeg", id)).orElseThrow();
        assertThat(whole.type()).isEqualTo("image/jpeg");
        assertThat(whole.bytes()).isEqualTo(attachments.file(id).orElseThrow().file());
        BufferedImage small = ImageIO.read(
                new ByteArrayInputStream(attachments.preview(id).orElseThrow().file()));
        assertThat(small.getWidth()).isEqualTo(480);
        assertThat(small.getHeight()).isEqualTo(240);
    }

    @Test
    void keepsNoRecordingsAndNothingElseThatItDoesNotKnow() {
        assertThatThrownBy(() -> files.store(ticket, "a.mp3", "ID3 recording".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("TYPE");
        assertThatThrownBy(() -> files.store(ticket, "a.exe", "MZ".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("TYPE");
        assertThatThrownBy(() -> files.store(ticket, "a.pdf", new byte[FileChecks.LARGEST + 1]))
                .hasMessage("TOO_LARGE");
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"INFECTED", "AWAY"})
    void sendsNothingThatWasNotScanned(Verdict verdict) {
        DeskFiles scanned = new DeskFiles(jdbc, clock, new FileChecks(_ -> verdict), budget, links);

        assertThatThrownBy(() -> scanned.store(ticket, "a.pdf", PDF))
                .hasMessage(verdict == Verdict.INFECTED ? "INFECTED" : "UNSCANNED");
        assertThat(jdbc.sql("select count(*) from channels_attachment where address = ?")
                        .param(ticket)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aShortLinkOpensForSevenDaysHoweverItIsTyped() throws AttachmentRefused {
        String id = files.store(ticket, "surat.pdf", PDF).id();
        String link = files.share(id).orElseThrow();

        assertThat(link).matches("/f/[0-9a-hjkmnp-tv-z]{12}");
        assertThat(files.share(id)).as("asked for again").contains(link);
        String code = link.substring("/f/".length());
        assertThat(links.open(code)).contains(id);
        assertThat(links.open(code.toUpperCase(java.util.Locale.ROOT)
                        .replace('0', 'O')
                        .replace('1', 'l')))
                .contains(id);
        assertThat(links.open("0".repeat(12))).isEmpty();
        assertThat(links.open("'; --")).isEmpty();
        assertThat(files.share(UUID.randomUUID().toString())).isEmpty();

        jdbc.sql("update channels_attachment set link_until = link_until - interval '7 days' where id = ?::uuid")
                .param(id)
                .update();
        assertThat(links.open(code)).isEmpty();
    }
}
