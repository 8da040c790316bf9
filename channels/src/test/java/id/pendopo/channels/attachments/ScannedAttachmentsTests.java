package id.pendopo.channels.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.AttachmentRefused.Reason;
import id.pendopo.channels.Attachments.Standing;
import id.pendopo.channels.Attachments.Stored;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.attachments.scan.VirusScanner.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a scanner says decides whether a file is kept, waits or is refused. */
@ChannelsTest
class ScannedAttachmentsTests {

    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private final StoredAttachments attachments;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Address siti = new Address("web", UUID.randomUUID().toString());
    private Verdict says = Verdict.CLEAN;

    ScannedAttachmentsTests(
            JdbcClient jdbc, Clock clock, SignedLinks links, ExpectedFiles expected, UploadBudget budget) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.attachments = new StoredAttachments(
                jdbc, clock, links, expected, budget, new FileChecks(_ -> says), Duration.ofDays(730));
    }

    @Test
    void aFileInWhichSomethingIsFoundIsRefusedAndGone() {
        says = Verdict.INFECTED;

        assertThatThrownBy(() -> attachments.store(siti, PDF))
                .isInstanceOfSatisfying(
                        AttachmentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.INFECTED));
        assertThat(jdbc.sql("select state || ' ' || reason from channels_attachment where address = ? and file is null")
                        .param(siti.value())
                        .query(String.class)
                        .single())
                .isEqualTo("REFUSED INFECTED");
    }

    @Test
    void aFileWaitsUnseenWhileTheScannerIsAwayAndIsScannedLater() throws AttachmentRefused {
        says = Verdict.AWAY;
        Stored waiting = attachments.store(siti, PDF);

        assertThat(attachments.take(siti, waiting.id()))
                .as("its message may go")
                .isPresent();
        assertThat(attachments.standing(waiting.id()).map(Standing::state)).contains(Standing.State.EXPECTED);
        assertThat(attachments.link(waiting.id())).isEmpty();
        assertThat(attachments.file(waiting.id())).isEmpty();

        jdbc.sql("update channels_attachment set due_at = :now where id = :id::uuid")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", waiting.id())
                .update();
        await().untilAsserted(() -> assertThat(attachments.link(waiting.id())).isPresent());
        assertThat(attachments.file(waiting.id()).orElseThrow().file()).isEqualTo(PDF);
    }

    @Test
    void aFileThatWaitedIsRefusedWhenSomethingIsFound() throws AttachmentRefused {
        says = Verdict.AWAY;
        Stored waiting = attachments.store(siti, PDF);
        Picture kept = new Picture(waiting.type(), PDF);
        assertThat(attachments.release(waiting.id(), kept)).isFalse();
        says = Verdict.INFECTED;

        assertThatThrownBy(() -> attachments.release(waiting.id(), kept)).isInstanceOf(AttachmentRefused.class);
        assertThat(attachments.refuse(waiting.id(), Reason.INFECTED)).contains(siti);
        assertThat(attachments.take(siti, waiting.id())).isEmpty();
        assertThat(attachments.standing(waiting.id()).flatMap(Standing::refused))
                .contains(Reason.INFECTED);
    }
}
