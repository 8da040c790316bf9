package id.pendopo.channels.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.TestClock;
import id.pendopo.channels.gateway.accounts.AccountDesk;
import id.pendopo.ui.DeskNotices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Administrators learn that a line has fallen silent before citizens tell them. */
@ChannelsTest
class SilentAccountsTests {

    private final SilentAccounts silent;
    private final AccountDesk accounts;
    private final Inbox inbox;
    private final TestClock clock;

    SilentAccountsTests(SilentAccounts silent, AccountDesk accounts, Inbox inbox, TestClock clock) {
        this.silent = silent;
        this.accounts = accounts;
        this.inbox = inbox;
        this.clock = clock;
    }

    @AfterEach
    void noAlarm() {
        accounts.alarm("testpush", Optional.empty(), "test");
        silent.look();
    }

    @Test
    void tellsOfALineThatBroughtNothingForSoLong() {
        accounts.alarm("testpush", Optional.of(Duration.ofHours(3)), "dewi");
        String siti = UUID.randomUUID().toString();
        inbox.accept(InboundMessage.text(
                "testpush", siti, clock.instant(), "test-push", new Address("testpush", siti), "halo"));
        silent.look();
        assertThat(notices()).isEmpty();

        clock.advance(Duration.ofHours(4));
        silent.look();

        assertThat(notices()).containsExactly(List.of("testpush", 3L));
    }

    @Test
    void saysNothingOfALineThatIsSwitchedOff() {
        accounts.alarm("testpush", Optional.of(Duration.ofHours(1)), "dewi");
        clock.advance(Duration.ofHours(2));
        accounts.turn("testpush", false, "dewi");
        silent.look();

        assertThat(notices()).isEmpty();
        accounts.turn("testpush", true, "dewi");
    }

    private List<List<Object>> notices() {
        return silent.now().stream()
                .filter(notice -> notice.text().equals("accounts.notice.silent"))
                .map(DeskNotices.Notice::arguments)
                .toList();
    }
}
