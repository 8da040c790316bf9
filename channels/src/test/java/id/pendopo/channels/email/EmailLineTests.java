package id.pendopo.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.Attachments;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.TestConversations;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mailbox, through the whole module: letter, turn, answer. */
@MailTest
class EmailLineTests {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final Inbox inbox;
    private final Outbox outbox;
    private final Attachments attachments;
    private final TestConversations conversations;
    private final JdbcClient jdbc;
    private final MeterRegistry meters;
    private final String name = UUID.randomUUID().toString();
    private final Citizen siti = new Citizen(MailTest.Office.SERVER, name + "@surat.example");
    private final Address address = new Address("mail", siti.address());

    EmailLineTests(
            Inbox inbox,
            Outbox outbox,
            Attachments attachments,
            TestConversations conversations,
            JdbcClient jdbc,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.attachments = attachments;
        this.conversations = conversations;
        this.jdbc = jdbc;
        this.meters = meters;
    }

    @Test
    void answersALetterInItsThreadAndMarksItAsRead() throws Exception {
        siti.writes(id(1), "Lampu jalan", "Lampu jalan di depan pasar mati.");

        MimeMessage answer = mail(1);
        assertThat(answer.getSubject()).isEqualTo("Re: Lampu jalan");
        assertThat(answer.getHeader("In-Reply-To", null)).isEqualTo(id(1));
        assertThat((String) answer.getContent()).contains("gema: Lampu jalan di depan pasar mati.");
        soon().until(() -> siti.isRead("INBOX", id(1)));
    }

    @Test
    void readsEveryFolderForItself() throws Exception {
        siti.writes("Laporan", id(1), "Jalan rusak", "Jalan berlubang di RT 04.", Optional.empty());
        siti.writes(id(2), "Lampu", "Lampu mati lagi.");

        soon().until(() -> siti.mailbox().size() == 2);
        assertThat(jdbc.sql("select account from channels_pull where account like 'mail/%' and position is not null")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("mail/INBOX", "mail/Laporan");
    }

    @Test
    void knowsALetterThatComesTwice() throws Exception {
        siti.writes(id(1), "Lampu", "Lampu mati di pasar.");
        siti.writes("Laporan", id(1), "Lampu", "Lampu mati di pasar.", Optional.empty());
        siti.writes(id(2), "Jalan", "Jalan rusak di pasar.");
        siti.writes("Laporan", id(3), "Got", "Got tersumbat di pasar.", Optional.empty());

        soon().until(() -> siti.mailbox().size() >= 3);
        assertThat(inbox.latest(address, 10)).hasSize(3);
    }

    @Test
    void anAgentsLetterGoesOnInTheThreadOfTheLatestLetter() throws Exception {
        siti.writes(id(1), "Pohon tumbang", "Pohon tumbang di jalan desa.");
        mail(1);
        conversations.agentWrites(outbox, address, "Regu sudah berangkat.");

        MimeMessage letter = mail(2);
        assertThat(letter.getSubject()).isEqualTo("Re: Pohon tumbang");
        assertThat(letter.getHeader("In-Reply-To", null)).isEqualTo(id(1));
        assertThat(letter.getHeader("Auto-Submitted")).isNull();
    }

    @Test
    void knowsWhichTicketOfOursIsAnswered() throws Exception {
        siti.writes(id(1), "pilihan", "");
        MimeMessage ours = mail(1);

        siti.writes("INBOX", id(2), "Re: pilihan", "tiket apa ini?", Optional.of(ours));

        mail(2);
        assertThat(conversations.threads(address)).contains(Optional.of("4821773021"));
    }

    @Test
    void answersNoMachine() {
        siti.deliver(
                "INBOX",
                "From: " + siti.address() + "\r\nAuto-Submitted: auto-replied\r\nMessage-ID: " + id(1)
                        + "\r\nSubject: Cuti\r\n\r\nSaya cuti.\r\n");
        siti.writes(id(2), "Lampu", "Lampu mati di pasar.");

        soon().until(() -> siti.mailbox().size() == 1);
        assertThat(inbox.latest(address, 10)).hasSize(1);
    }

    @Test
    void aLetterThatNobodyCanHandleKeepsNoneWaiting() {
        siti.deliver("INBOX", "Subject: tanpa pengirim " + name + "\r\n\r\nRusak.\r\n");
        siti.writes(id(1), "racun", "");
        siti.writes(id(2), "Lampu", "Lampu mati di pasar.");

        soon().until(() -> siti.mailbox().size() == 1);
        assertThat(jdbc.sql("select count(*) from channels_inbound where account = 'mail' and state = 'DEAD'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void aMailThatComesBackHasFailed() throws Exception {
        siti.writes(id(1), "Lampu", "Lampu mati di pasar.");
        MimeMessage ours = mail(1);
        siti.deliver(
                "INBOX",
                "Return-Path: <>\r\nFrom: MAILER-DAEMON@surat.example\r\nMessage-ID: " + id(2)
                        + "\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n"
                        + "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n"
                        + "Final-Recipient: rfc822; x\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\n"
                        + "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + ours.getMessageID()
                        + "\r\n\r\n--b--\r\n");

        soon().until(() -> outbox.latest(address, 1).getFirst().state() == Outbox.State.FAILED);
        assertThat(outbox.latest(address, 1).getFirst().reason()).contains("5.1.1");
    }

    @Test
    void fetchesAFileAfterTheLetter() {
        siti.deliver(
                "INBOX",
                "From: " + siti.address() + "\r\nMessage-ID: " + id(1)
                        + "\r\nSubject: Surat\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                        + "Content-Type: text/plain\r\n\r\nTerlampir suratnya.\r\n--b\r\n"
                        + "Content-Type: application/pdf; name=surat.pdf\r\nContent-Disposition: attachment\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQKJSVFT0YK\r\n--b--\r\n");

        soon().until(() -> siti.mailbox().size() == 1);
        Attachment file = inbox.latest(address, 1).getFirst().attachments().getFirst();
        soon().until(() -> attachments.standing(file.ref()).orElseThrow().state() == Attachments.Standing.State.STORED);
        assertThat(attachments.standing(file.ref()).orElseThrow().type()).isEqualTo("application/pdf");
    }

    @Test
    void goesOnWhereItStoodWhenTheServerIsBack() {
        siti.writes(id(1), "Lampu", "Lampu mati di pasar.");
        mail(1);
        try {
            MailTest.Office.WIRE.takeAway();
            soon().until(() -> unasked() == 1);
            siti.writes(id(2), "Jalan", "Jalan rusak di pasar.");
        } finally {
            MailTest.Office.WIRE.bringBack();
        }

        mail(2);
        soon().until(() -> unasked() == 0);
        siti.writes(id(3), "Got", "Got tersumbat di pasar.");
        mail(3);
        assertThat(inbox.latest(address, 10)).hasSize(3);
    }

    /** A server whose connection is cut complains in threads of its own. */
    private static ConditionFactory soon() {
        return await().dontCatchUncaughtExceptions().atMost(SOON);
    }

    private double unasked() {
        return meters.get("pendopo.channels.line.unasked")
                .tag("account", "mail/INBOX")
                .gauge()
                .value();
    }

    private MimeMessage mail(int number) {
        soon().until(() -> siti.mailbox().size() >= number);
        return siti.mailbox().get(number - 1);
    }

    private String id(int number) {
        return "<" + name + "." + number + "@surat.example>";
    }
}
