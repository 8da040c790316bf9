package id.pendopo.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.sun.net.httpserver.HttpServer;
import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Choice;
import id.pendopo.channels.FakeProvider;
import id.pendopo.channels.InboundMessage.ReplyHandle;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.OutboundMessage.Author;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import id.pendopo.channels.adapter.StoredFiles;
import id.pendopo.channels.adapter.window.ReplyWindow;
import id.pendopo.channels.gateway.accounts.AccountSources;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire to a mail server, and what its answers mean. */
class EmailSendingTests {

    private static final ServerSetup ANY_PORT = ServerSetupTest.SMTP.dynamicPort();

    private final GreenMail server = new GreenMail(ANY_PORT);
    private final EmailAdapter adapter = new EmailAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private ChannelAccount account(int port, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "from", "Layanan Warga <layanan@kota.example>",
                "imap.host", "127.0.0.1",
                "imap.username", "layanan",
                "imap.password", "rahasia",
                "smtp.host", "127.0.0.1",
                "smtp.port", String.valueOf(port)));
        properties.putAll(more);
        return new ChannelAccount("mail", EmailAdapter.KIND, AccountSources.fromMap(adapter, properties));
    }

    private ChannelAccount account() {
        return account(server.getSmtp().getPort(), Map.of());
    }

    private static Rendered letter(Author author, Optional<ReplyHandle> thread, Optional<String> ticket) {
        return new Rendered(
                42,
                new OutboundMessage(
                        new Address("mail", "siti@surat.example"),
                        7,
                        3,
                        0,
                        author,
                        Locale.of("id"),
                        List.of(
                                Block.Text.of("Kantor buka pukul 08.00 – 15.00. 🙂"),
                                new Block.Choices(List.of(new Choice("a", "Alamat"), new Choice("b", "Syarat"))),
                                new Block.Source(
                                        "Jam buka", "/help/jam-buka", 2, "2026-11-02", "https://kota.example")),
                        ticket,
                        author == Author.AGENT ? Optional.of("Ani") : Optional.empty()),
                thread,
                ReplyWindow.NONE);
    }

    private static Optional<ReplyHandle> thread() {
        return Optional.of(new MailThread(
                        "<tanya@surat.example>", List.of("<a@x.example>", "<b@x.example>"), "Jam buka kantor – Sabtu")
                .handle(Instant.now()));
    }

    private MimeMessage arrived() {
        return server.getReceivedMessages()[0];
    }

    @Test
    void answersInTheThreadOfTheLetter() throws Exception {
        Optional<String> id = adapter.send(account(), letter(Author.BOT, thread(), Optional.empty()));

        MimeMessage mail = arrived();
        assertThat(id).contains(mail.getMessageID());
        assertThat(mail.getSubject()).isEqualTo("Re: Jam buka kantor – Sabtu");
        assertThat(mail.getHeader("In-Reply-To", null)).isEqualTo("<tanya@surat.example>");
        assertThat(mail.getHeader("References", null).split("\\s+"))
                .containsExactly("<a@x.example>", "<b@x.example>", "<tanya@surat.example>");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
        assertThat(mail.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
        assertThat(mail.getFrom()[0]).hasToString("Layanan Warga <layanan@kota.example>");
        assertThat(mail.getAllRecipients()[0]).hasToString("siti@surat.example");
        assertThat((String) mail.getContent())
                .contains("08.00 – 15.00. 🙂", "1. Alamat", "2. Syarat", "https://desk.example.org/help/jam-buka");
    }

    @Test
    void carriesTheFilesThatAreKept() throws Exception {
        EmailAdapter withFiles = new EmailAdapter(
                Clock.systemUTC(),
                URI.create("https://desk.example.org"),
                file -> file.equals(FakeProvider.FORM)
                        ? Optional.of(new StoredFiles.Content("application/pdf", "Formulir é.pdf", new byte[] {37, 80}))
                        : Optional.empty());
        OutboundMessage said =
                FakeProvider.replying(Block.Text.of("Ini formulirnya."), FakeProvider.form(), FakeProvider.photo());
        Address siti = new Address("mail", "siti@surat.example");

        withFiles.send(account(), new Rendered(43, said.to(siti)));

        MimeMultipart parts = (MimeMultipart) arrived().getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat((String) parts.getBodyPart(0).getContent())
                .startsWith("Petugas Ani:")
                .contains("Ini formulirnya.", "https://desk.example.org" + FakeProvider.LINK);
        BodyPart form = parts.getBodyPart(1);
        assertThat(MimeUtility.decodeText(form.getFileName())).isEqualTo("Formulir é.pdf");
        assertThat(form.getContentType()).startsWith("application/pdf");
        assertThat(form.getInputStream().readAllBytes()).containsExactly(37, 80);
    }

    @Test
    void nobodyTakesAPersonForAMachine() throws Exception {
        adapter.send(account(), letter(Author.AGENT, thread(), Optional.empty()));

        assertThat(arrived().getHeader("Auto-Submitted")).isNull();
        assertThat(arrived().getHeader("X-Auto-Response-Suppress")).isNull();
        assertThat((String) arrived().getContent()).startsWith("Petugas Ani:");
    }

    @Test
    void writesOfItselfUnderTheTicketsNumber() throws Exception {
        adapter.send(account(), letter(Author.DESK, Optional.empty(), Optional.of("4821773021")));

        assertThat(arrived().getSubject()).isEqualTo("Laporan 4821773021");
        assertThat(arrived().getHeader("In-Reply-To")).isNull();
        assertThat(arrived().getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(arrived().getReplyTo()[0]).hasToString("Layanan Warga <layanan@kota.example>");
    }

    @Test
    void asksForRepliesToTheTicketWhereTheServerKnowsPlusAddresses() throws Exception {
        ChannelAccount plus = account(server.getSmtp().getPort(), Map.of("plus-addresses", "true"));
        adapter.send(plus, letter(Author.AGENT, thread(), Optional.of("4821773021")));

        assertThat(arrived().getReplyTo()[0]).hasToString("layanan+4821773021@kota.example");
    }

    @Test
    void aSecondTryIsTheSameMail() throws Exception {
        Optional<String> first = adapter.send(account(), letter(Author.BOT, thread(), Optional.empty()));
        Optional<String> second = adapter.send(account(), letter(Author.BOT, Optional.empty(), Optional.empty()));

        assertThat(second).isEqualTo(first);
        assertThat(OurMessageId.is(first.orElseThrow())).isTrue();
    }

    @Test
    void nobodyWritesFurtherHeadersThroughASubject() throws Exception {
        var handle =
                new MailThread("<x@y.example>", List.of(), "Halo\r\nBcc: lain@surat.example").handle(Instant.now());
        adapter.send(account(), letter(Author.BOT, Optional.of(handle), Optional.empty()));

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(arrived().getHeader("Bcc")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,550 5.1.1 user unknown,PERMANENT,5.1.1",
        "RCPT,552 mailbox full,PERMANENT,smtp 552",
        "RCPT,451 4.7.1 try later,RETRY,4.7.1",
        "RCPT,450-4.2.1 busy,RETRY,4.2.1",
        "MAIL,553 5.7.1 not yours,PERMANENT,5.7.1",
        "MAIL,530 5.7.0 log in first,RETRY,5.7.0",
        "DATA,421 4.3.2 shutting down,RETRY,4.3.2",
        "END,554 5.7.1 spam,PERMANENT,5.7.1",
        "END,452 4.3.1 no room,RETRY,4.3.1",
        "END,cut,UNKNOWN,connection lost",
        "DATA,cut,RETRY,connection lost",
        "RCPT,cut,RETRY,connection lost",
        "EHLO,cut,RETRY,connection lost"
    })
    void knowsWhatAServersNoMeans(String when, String says, Outcome outcome, String code) throws Exception {
        try (FakeSmtp smtp = new FakeSmtp(when, says.replace("450-4.2.1 busy", "450 4.2.1 busy"))) {
            SendFailed failed = failed(account(smtp.port(), Map.of()));

            assertThat(failed.outcome()).isEqualTo(outcome);
            assertThat(failed.code()).isEqualTo(code);
        }
    }

    @Test
    void aMailThatWasTakenIsSentWhateverComesAfterIt() throws Exception {
        try (FakeSmtp smtp = new FakeSmtp("QUIT", "cut")) {
            assertThat(adapter.send(account(smtp.port(), Map.of()), letter(Author.BOT, thread(), Optional.empty())))
                    .isPresent();
        }
    }

    @Test
    void waitsForAServerThatIsAwayAndForAnOperatorWhoMendsThePassword() throws Exception {
        int port = server.getSmtp().getPort();
        server.setUser("layanan@kota.example", "layanan", "rahasia");
        SendFailed refused = failed(account(port, Map.of("smtp.username", "layanan", "smtp.password", "salah")));
        assertThat(refused.outcome()).isEqualTo(Outcome.RETRY);
        assertThat(refused.code()).isEqualTo("login");
        server.stop();

        SendFailed away = failed(account(port, Map.of()));

        assertThat(away.outcome()).isEqualTo(Outcome.RETRY);
        assertThat(away.code()).isEqualTo("unreachable");
    }

    /** Another machine than this must not hear the password in the clear. */
    @Test
    void saysNoPasswordBeforeTheConnectionIsEncrypted() {
        MailServers servers = new MailServers();
        EmailProperties settings = account(
                        587,
                        Map.of("smtp.host", "smtp.kota.example", "imap.host", "imap.kota.example", "imap.ssl", "false"))
                .settings(EmailProperties.class);

        assertThat(servers.smtp(settings).getProperty("mail.smtp.starttls.required"))
                .isEqualTo("true");
        assertThat(servers.imap(settings).getProperty("mail.imap.starttls.required"))
                .isEqualTo("true");
        assertThat(servers.smtp(account().settings(EmailProperties.class)).getProperty("mail.smtp.starttls.required"))
                .isEqualTo("false");
    }

    @Test
    void anAddressThatIsNoneIsNotTriedAgain() throws Exception {
        Rendered letter = letter(Author.BOT, Optional.empty(), Optional.empty());
        OutboundMessage said = letter.message();
        Rendered nowhere = new Rendered(
                1,
                new OutboundMessage(
                        new Address("mail", "tidak ada"),
                        7,
                        1,
                        0,
                        Author.BOT,
                        said.language(),
                        said.blocks(),
                        Optional.empty()));

        SendFailed failed = catchThrowableOfType(SendFailed.class, () -> adapter.send(account(), nowhere));

        assertThat(failed.outcome()).isEqualTo(Outcome.PERMANENT);
        assertThat(failed.code()).isEqualTo("address");
    }

    @Test
    void getsATokenAndLogsInWithIt() throws Exception {
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
        provider.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = "{\"access_token\": \"kunci-sementara\", \"expires_in\": 3600}".getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
        try (FakeSmtp smtp = new FakeSmtp("NEVER", "")) {
            ChannelAccount account = account(
                    smtp.port(),
                    Map.of(
                            "smtp.username", "layanan@kota.example",
                            "oauth.token-url",
                                    "http://127.0.0.1:" + provider.getAddress().getPort() + "/token",
                            "oauth.client-id", "desk",
                            "oauth.refresh-token", "panjang/umur"));
            adapter.send(account, letter(Author.BOT, Optional.empty(), Optional.empty()));
            adapter.send(account, letter(Author.BOT, Optional.empty(), Optional.empty()));

            assertThat(asked)
                    .singleElement()
                    .isEqualTo("grant_type=refresh_token&refresh_token=panjang%2Fumur&client_id=desk");
            assertThat(smtp.token()).contains("user=layanan@kota.example", "auth=Bearer kunci-sementara");
        } finally {
            provider.stop(0);
        }
    }

    private SendFailed failed(ChannelAccount account) {
        return catchThrowableOfType(
                SendFailed.class, () -> adapter.send(account, letter(Author.BOT, thread(), Optional.empty())));
    }
}
