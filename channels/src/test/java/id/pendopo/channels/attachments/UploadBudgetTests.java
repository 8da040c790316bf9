package id.pendopo.channels.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.Address;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.AttachmentRefused.Reason;
import id.pendopo.channels.Attachments;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.Limits;
import id.pendopo.channels.TestClock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChannelsTest
class UploadBudgetTests {

    private static final int MEGABYTE = 1 << 20;

    private final Map<String, Long> limits = new HashMap<>(Map.of(UploadBudget.UNSENT, 20L, UploadBudget.EARLY, 3L));
    private final Limits.Values values = (limit, _) -> Objects.requireNonNull(limits.get(limit));
    private final AtomicReference<Limits.FreeSpace.Level> level = new AtomicReference<>(Limits.FreeSpace.Level.ENOUGH);
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final Address siti = new Address("web", "siti-" + UUID.randomUUID());
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final UploadBudget budget;

    UploadBudgetTests(JdbcClient jdbc, TestClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("permission", (Attachments.UploadPermission) _ -> awaited.get());
        Limits.FreeSpace space = new Limits.FreeSpace() {
            @Override
            public long bytes() {
                return 0;
            }

            @Override
            public Level level() {
                return level.get();
            }
        };
        this.budget =
                new UploadBudget(jdbc, clock, values, space, beans.getBeanProvider(Attachments.UploadPermission.class));
    }

    @BeforeEach
    @AfterEach
    void nothingLiesHere() {
        jdbc.sql("delete from channels_attachment where taken_at is null").update();
    }

    @Test
    void takesWhatFitsInAllAndNoMore() {
        lies(siti, 10);

        assertThatCode(() -> budget.admit(siti, 10 * MEGABYTE)).doesNotThrowAnyException();
        refused(10 * MEGABYTE + 1, Reason.NO_ROOM);
    }

    @Test
    void whatLayForAnHourOrWasSentDoesNotCount() throws AttachmentRefused {
        lies(siti, 20);
        refused(1, Reason.NO_ROOM);
        jdbc.sql("update channels_attachment set taken_at = created_at where address = :address")
                .param("address", siti.value())
                .update();
        budget.admit(siti, 10 * MEGABYTE);

        jdbc.sql(
                        "update channels_attachment set taken_at = null, created_at = created_at - interval '61 minutes' where address = :address")
                .param("address", siti.value())
                .update();
        budget.admit(siti, 10 * MEGABYTE);
    }

    @Test
    void takesTheFirstPicturesAndAwaitsAReportBeforeMore() throws AttachmentRefused {
        lies(siti, 1);
        lies(siti, 1);
        budget.admit(siti, MEGABYTE);
        lies(siti, 1);
        refused(MEGABYTE, Reason.TOO_EARLY);

        awaited.set(true);

        budget.admit(siti, MEGABYTE);
    }

    @Test
    void aFloodOfOneChatTakesNothingFromAnother() throws AttachmentRefused {
        for (int i = 0; i < 5; i++) {
            lies(siti, 1);
        }
        refused(MEGABYTE, Reason.TOO_EARLY);

        budget.admit(new Address("web", "budi-" + UUID.randomUUID()), MEGABYTE);
    }

    @Test
    void takesNothingWhileTheDiskIsNearlyFull() throws AttachmentRefused {
        level.set(Limits.FreeSpace.Level.LOW);
        refused(1, Reason.NO_ROOM);
        level.set(Limits.FreeSpace.Level.OUT);
        refused(1, Reason.NO_ROOM);
        level.set(Limits.FreeSpace.Level.ENOUGH);

        budget.admit(siti, 1);
    }

    private void refused(long bytes, Reason reason) {
        assertThatThrownBy(() -> budget.admit(siti, bytes))
                .isInstanceOfSatisfying(
                        AttachmentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void lies(Address owner, long megabytes) {
        jdbc.sql("""
                insert into channels_attachment (id, account, address, state, size, created_at)
                values (gen_random_uuid(), :account, :address, 'STORED', :size, :now)
                """)
                .param("account", owner.account())
                .param("address", owner.value())
                .param("size", megabytes * MEGABYTE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
