package id.pendopo.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.adapter.PullAdapter.Checkpoint;
import id.pendopo.channels.adapter.PullAdapter.PullSession;
import id.pendopo.channels.adapter.PullAdapter.Pulled;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import id.pendopo.channels.gateway.accounts.AccountSources;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of a folder, and from where on. */
class EmailFolderTests {

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});
    private final EmailAdapter adapter = new EmailAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    private Citizen siti;

    @BeforeEach
    void start() {
        server.start();
        server.setUser("layanan@kota.example", "layanan", "rahasia");
        siti = new Citizen(server, "siti@surat.example");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private ChannelAccount account(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "from", "layanan@kota.example",
                "imap.host", "127.0.0.1",
                "imap.port", String.valueOf(server.getImap().getPort()),
                "imap.ssl", "false",
                "imap.username", "layanan",
                "imap.password", "rahasia",
                "smtp.host", "127.0.0.1"));
        properties.putAll(more);
        return new ChannelAccount("mail", EmailAdapter.KIND, AccountSources.fromMap(adapter, properties));
    }

    private PullSession open() throws SendFailed {
        return adapter.open(account(Map.of()), "INBOX");
    }

    private static Optional<Checkpoint> at(Pulled pulled) {
        return Optional.of(new Checkpoint(pulled.position(), Instant.EPOCH));
    }

    private List<String> ids(List<Pulled> pulled) throws Exception {
        ChannelAccount account = account(Map.of());
        List<String> ids = new java.util.ArrayList<>();
        for (Pulled one : pulled) {
            adapter.parse(account, one.request().orElseThrow()).events().forEach(event -> ids.add(event.externalId()));
        }
        return ids;
    }

    @Test
    void beginsWithTheOldestUnreadMailOfLate() throws Exception {
        siti.writes("<1@x>", "Lama", "Sudah dibaca.");
        siti.writes("<2@x>", "Baru", "Belum dibaca orang.");
        siti.writes("<3@x>", "Baru", "Belum dibaca juga.");
        siti.reads("<1@x>");
        try (PullSession session = open()) {
            Pulled begin = session.pull(Optional.empty()).getFirst();

            assertThat(begin.request()).isEmpty();
            assertThat(ids(session.pull(at(begin)))).containsExactly("<2@x>", "<3@x>");
        }
    }

    @Test
    void leavesWhatIsOlderThanTheBacklog() throws Exception {
        siti.writes("<1@x>", "Lama", "Sudah lama di sini.");
        try (PullSession session = adapter.open(account(Map.of("backlog", "0s")), "INBOX")) {
            Pulled begin = session.pull(Optional.empty()).getFirst();
            siti.writes("<2@x>", "Baru", "Baru saja datang.");

            assertThat(ids(session.pull(at(begin)))).containsExactly("<2@x>");
        }
    }

    @Test
    void beginsAnewWhenTheNumbersOfTheFolderMeanNothingAnyMore() throws Exception {
        siti.writes("<1@x>", "Baru", "Belum dibaca orang.");
        try (PullSession session = open()) {
            Pulled begin = session.pull(Optional.of(new Checkpoint(7L << 32 | 4_000_000_000L, Instant.EPOCH)))
                    .getFirst();

            assertThat(begin.request()).isEmpty();
            assertThat(ids(session.pull(at(begin)))).containsExactly("<1@x>");
        }
    }

    @Test
    void goesOnBehindWhatWasTakenAndReadsNoneTwice() throws Exception {
        siti.writes("<1@x>", "Baru", "Surat pertama di sini.");
        siti.writes("<2@x>", "Baru", "Surat kedua di sini.");
        try (PullSession session = open()) {
            Pulled begin = session.pull(Optional.empty()).getFirst();
            Pulled first = session.pull(at(begin)).getFirst();
            session.taken(first);

            assertThat(siti.isRead("INBOX", "<1@x>")).isTrue();
            assertThat(siti.isRead("INBOX", "<2@x>")).isFalse();
            assertThat(ids(session.pull(at(first)))).containsExactly("<2@x>");
        }
    }

    @Test
    void saysWhenTheServerTookTheMail() throws Exception {
        siti.deliver(
                "INBOX",
                "From: siti@surat.example\r\nDate: Mon, 1 Jan 2001 00:00:00 +0700\r\nMessage-ID: <1@x>\r\n\r\nJam saya salah.\r\n");
        Instant before = Instant.now().minusSeconds(60);
        try (PullSession session = open()) {
            Pulled begin = session.pull(Optional.empty()).getFirst();
            Pulled mail = session.pull(at(begin)).getFirst();

            assertThat(adapter.parse(account(Map.of()), mail.request().orElseThrow())
                            .events()
                            .getFirst()
                            .at())
                    .isAfter(before);
        }
    }

    @Test
    void namesAFileByItsPlaceAndFetchesItFromThereAlone() throws Exception {
        siti.deliver(
                "INBOX",
                "From: siti@surat.example\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nTerlampir.\r\n"
                        + "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n"
                        + "%PDF-1.4 isi\r\n--b--\r\n");
        try (PullSession session = open()) {
            Pulled begin = session.pull(Optional.empty()).getFirst();
            Pulled mail = session.pull(at(begin)).getFirst();
            var said = (InboundMessage)
                    adapter.parse(account(Map.of()), mail.request().orElseThrow())
                            .events()
                            .getFirst();

            assertThat(new String(
                            adapter.fetch(account(Map.of()), said.attachments().getFirst())))
                    .startsWith("%PDF-1.4 isi");
        }
    }

    @Test
    void tellsWhyAMailboxCannotBeRead() {
        assertThat(refused(Map.of("imap.password", "salah"), "INBOX").code()).isEqualTo("login");
        assertThat(refused(Map.of("imap.password", "salah"), "INBOX").retryAfter())
                .isPresent();
        assertThat(refused(Map.of(), "Tidak-Ada").code()).isEqualTo("no folder");
        assertThat(refused(Map.of("imap.port", "1"), "INBOX").code()).isEqualTo("unreachable");
        assertThat(refused(Map.of("imap.ssl", "true"), "INBOX").outcome()).isEqualTo(Outcome.RETRY);
    }

    @Test
    void aMailThatAlwaysFailsIsGivenUpAndTheOthersAreRead() {
        Strikes strikes = new Strikes();
        MailPlace poison = new MailPlace(1, 42, "INBOX");
        for (int i = 0; i < 3; i++) {
            assertThat(strikes.out("mail", poison)).isFalse();
            strikes.strike("mail", poison);
        }

        assertThat(strikes.out("mail", poison)).isTrue();
        assertThat(strikes.out("mail", new MailPlace(1, 43, "INBOX"))).isFalse();
        assertThat(strikes.out("lain", poison)).isFalse();
    }

    private SendFailed refused(Map<String, String> settings, String folder) {
        return catchThrowableOfType(SendFailed.class, () -> adapter.open(account(settings), folder));
    }
}
