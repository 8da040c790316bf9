package id.pendopo.ticketing.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Correspondence.Passage;
import id.pendopo.ticketing.Correspondence.ReplyWindow;
import id.pendopo.ticketing.FakeCorrespondence;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketingTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the reply form says of a citizen who can be answered only for a while. */
@TicketingTest
class ReplyWindowPageTests {

    private final DeskVisitor desk;
    private final FakeCorrespondence correspondence;
    private final Agents agents;
    private final MovingClock clock;

    @Autowired
    ReplyWindowPageTests(DeskVisitor desk, FakeCorrespondence correspondence, Agents agents, MovingClock clock) {
        this.desk = desk;
        this.correspondence = correspondence;
        this.agents = agents;
        this.clock = clock;
    }

    @BeforeEach
    void anAgent() {
        agents.put(new Agents.Agent("ani", "Ani", "dinas-pupr"));
    }

    @Test
    void saysUntilWhenFreeWordsReachTheCitizenAndCountsDown() {
        Ticket ticket = stands(Duration.ofHours(24), Passage.FREE, "", "", "");
        clock.forward(Duration.ofMinutes(1));

        assertThat(page(ticket, "id"))
                .containsPattern("Bisa dibalas bebas sampai \\d\\d\\.\\d\\d WIB besok \\(23 jam lagi\\)\\.");
        assertThat(page(ticket, "en"))
                .containsPattern("You can reply freely until \\d\\d:\\d\\d WIB tomorrow \\(23 hours left\\)\\.");

        clock.forward(Duration.ofMinutes(23 * 60 + 20));
        assertThat(page(ticket, "id")).contains("(39 menit lagi)");
    }

    @Test
    void namesTheDayOfALongerWindow() {
        Ticket ticket = stands(Duration.ofDays(6), Passage.FREE, "", "", "");

        assertThat(page(ticket, "id")).contains(" 2026 (6 hari lagi).");
    }

    @Test
    void showsTheFinishedTextOfATemplate() {
        Ticket ticket = stands(
                Duration.ofHours(-1), Passage.TEMPLATE, "kabar_laporan", "Kabar laporan 123: Petugas Ani: <b>ya", "");

        assertThat(page(ticket, "id"))
                .contains("dikirim dengan templat kabar_laporan", "Kabar laporan 123: Petugas Ani: &lt;b&gt;ya");
        assertThat(page(ticket, "en")).contains("leaves by the template kabar_laporan");
    }

    @Test
    void saysThatATextMessageGoesInstead() {
        Ticket ticket = stands(Duration.ofHours(-1), Passage.TEXT_MESSAGE, "", "", "");

        assertThat(page(ticket, "id")).contains("Balasan ini dikirim lewat SMS ke nomor warga.");
        assertThat(page(ticket, "en")).contains("This reply leaves by SMS to the citizen&#39;s number.");
    }

    @Test
    void saysWhyNothingGoes() {
        Ticket ticket = stands(Duration.ofHours(-1), Passage.NONE, "", "", "Hubungi lewat saluran lain.");

        assertThat(page(ticket, "id"))
                .containsPattern(
                        "class=\"way over\"[^>]*>Balasan ini tidak akan sampai\\. Hubungi lewat saluran lain\\.");
        assertThat(page(ticket, "en")).contains("This reply will not arrive.");
    }

    @Test
    void aLineWithoutAWindowSaysNothingOfIt() {
        assertThat(page(desk.known(), "id")).doesNotContain("class=\"way");
    }

    private Ticket stands(Duration left, Passage passage, String template, String text, String reason) {
        Ticket ticket = desk.known();
        correspondence.stands(
                ticket.code(), new ReplyWindow(clock.instant().plus(left), passage, template, text, reason));
        return ticket;
    }

    private String page(Ticket ticket, String language) {
        return DeskVisitor.body(desk.in(language, DeskVisitor.AGENT, get(DeskVisitor.address(ticket))));
    }
}
