package id.pendopo.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.FixtureContract;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRejected;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmailContractTests extends FixtureContract {

    private static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");
    private static final String OURS = "<pendopo.4711.0123456789abcdef0123456789abcdef@kota.example>";

    @Override
    protected ChannelAdapter adapter() {
        return new EmailAdapter(Clock.fixed(NOW, ZoneOffset.UTC), URI.create("https://desk.example.org"));
    }

    @Override
    protected Map<String, String> account() {
        return Map.of(
                "from", "Layanan Warga <layanan@kota.example>",
                "imap.host", "imap.kota.example",
                "imap.username", "layanan",
                "imap.password", "rahasia-sekali",
                "smtp.host", "smtp.kota.example",
                "authserv-id", "mx.kota.example");
    }

    @Override
    protected boolean reportsDelivery() {
        return true;
    }

    @Override
    protected Set<String> moreCases() {
        return Set.of(
                "gmail-reply",
                "outlook-desktop-reply",
                "thunderbird-flowed",
                "apple-mail-with-a-picture-between",
                "yahoo-reply",
                "unknown-charset",
                "encoded-subject",
                "file-with-an-encoded-name",
                "without-message-id",
                "mailing-list",
                "precedence-bulk",
                "without-a-return-path",
                "our-own",
                "status-delayed",
                "broken-mime");
    }

    @Test
    void isNotCalledByAnybody() {
        assertThatThrownBy(() -> adapter().receive(bound(account()), request("text")))
                .isInstanceOfSatisfying(
                        WebhookRejected.class,
                        rejected -> assertThat(rejected.status()).isEqualTo(404));
    }

    @Test
    void namesOurMailThatIsAnswered() throws Exception {
        assertThat(message("gmail-reply").repliesTo().orElseThrow().messages()).containsExactly(OURS);
        assertThat(message("text").repliesTo()).isEmpty();
    }

    @Test
    void namesTheTicketOfAPlusAddressBeforeThatOfTheSubject() throws Exception {
        assertThat(ticket("Tanya", "layanan+4821773021@kota.example")).contains("4821773021");
        assertThat(ticket("Laporan 482 177 3022", "layanan+4821773021@kota.example"))
                .contains("4821773021");
        assertThat(ticket("Laporan 482 177 3022", "layanan@kota.example")).contains("4821773022");
        assertThat(ticket("Laporan 482", "lain+4821773021@kota.example")).isEmpty();
    }

    @Test
    void believesItsOwnExchangerAlone() throws Exception {
        assertThat(answering("mx.kota.example; spf=pass; dmarc=pass").repliesTo())
                .isPresent();
        assertThat(answering("mx.lain.example; dmarc=fail").repliesTo()).isPresent();
        assertThat(answering("mx.kota.example; spf=fail; dkim=none;\r\n dmarc=fail (p=none)")
                        .repliesTo())
                .isEmpty();
    }

    @Test
    void dropsWhatItsOwnExchangerCallsForgedWhereThatIsWanted() throws Exception {
        Map<String, String> strict = new java.util.HashMap<>(account());
        strict.put("refuse-forged", "true");

        assertThat(adapter()
                        .parse(
                                bound(strict),
                                Mails.request(Mails.with("Authentication-Results", "mx.kota.example; dmarc=fail")))
                        .events())
                .isEmpty();
        assertThat(adapter()
                        .parse(
                                bound(strict),
                                Mails.request(Mails.with("Authentication-Results", "mx.kota.example; dmarc=pass")))
                        .events())
                .hasSize(1);
    }

    @Test
    void keepsTheThreadForEveryLaterReply() throws Exception {
        var handle = message("gmail-reply").replyHandle().orElseThrow();

        assertThat(handle.lasting()).isTrue();
        assertThat(handle.until()).isAfter(NOW.plus(Duration.ofDays(300)));
        assertThat(MailThread.of(handle))
                .contains(new MailThread(
                        "<CAKx+abc=def@mail.gmail.example>",
                        List.of("<first@surat.example>", OURS),
                        "Lampu jalan mati"));
    }

    @Test
    void readsWhateverBytesCome() throws Exception {
        byte[] whole = request("file-with-an-encoded-name").body();
        for (int end = 0; end < whole.length; end += 7) {
            try {
                adapter().parse(bound(account()), Mails.request(java.util.Arrays.copyOf(whole, end)));
            } catch (WebhookRejected unreadable) {
                assertThat(unreadable.status()).isEqualTo(400);
            }
        }
    }

    @Test
    void takesNoMoreThanTenFiles() throws Exception {
        StringBuilder mail = new StringBuilder("From: a@surat.example\r\nMessage-ID: <n@x>\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (int i = 0; i < 30; i++) {
            mail.append("--b\r\nContent-Type: image/jpeg\r\nContent-Disposition: attachment\r\n\r\nx\r\n");
        }

        assertThat(read(mail + "--b--\r\n").attachments()).hasSize(10);
    }

    private java.util.Optional<String> ticket(String subject, String to) throws Exception {
        return read("From: a@surat.example\r\nTo: " + to + "\r\nSubject: " + subject + "\r\n\r\nHalo, ada kabar?\r\n")
                .repliesTo()
                .flatMap(InboundMessage.RepliesTo::ticket);
    }

    private InboundMessage answering(String results) throws Exception {
        return read("Authentication-Results: " + results + "\r\nFrom: a@surat.example\r\nIn-Reply-To: " + OURS
                + "\r\n\r\nHalo, ada kabar?\r\n");
    }

    private InboundMessage read(String mail) throws Exception {
        return (InboundMessage) adapter()
                .parse(bound(account()), Mails.request(mail.getBytes()))
                .events()
                .getFirst();
    }

    private InboundMessage message(String name) throws Exception {
        return (InboundMessage) received(name).events().getFirst();
    }
}
