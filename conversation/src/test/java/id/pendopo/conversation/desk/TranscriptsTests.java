package id.pendopo.conversation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.conversation.SettableClock;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a ticket's page shows of a conversation. */
@ConversationTest
class TranscriptsTests {

    private final Correspondence correspondence;
    private final Tickets tickets;
    private final SettableClock clock;
    private final Person citizen;

    TranscriptsTests(Correspondence correspondence, Tickets tickets, SettableClock clock, People people) {
        this.correspondence = correspondence;
        this.tickets = tickets;
        this.clock = clock;
        this.citizen = people.next();
    }

    private void says(String... texts) {
        for (String text : texts) {
            clock.advance(Duration.ofMinutes(1));
            citizen.say(text);
        }
    }

    private Ticket reports(String what) {
        says("mau lapor " + what);
        clock.advance(Duration.ofMinutes(1));
        return tickets.latest(citizen.say("ya").conversation()).orElseThrow();
    }

    private List<String> transcript(Ticket ticket) {
        return correspondence.transcript(tickets.find(ticket.code()).orElseThrow(), Locale.of("id")).stream()
                .map(Correspondence.Line::text)
                .toList();
    }

    @Test
    void showsTheMessagesOfTheTicketAndNoOthers() {
        says("brp biaya perpanjang sim c", "saya hamil dan sakit, syarat rawat inap apa ya");
        Ticket road = reports("jalan rusak depan SD 3 Sukamaju");
        says("syarat bikin kk baru apa");
        Ticket waste = reports("sampah menumpuk di pasar Legi");
        says("tambah " + road.code().digits() + " lubangnya makin dalam");
        tickets.handle(
                new TicketCommand.Reply(
                        road.code(), tickets.find(road.code()).orElseThrow().version(), "Besok kami cek."),
                Actor.agent("ani"));
        says("baik, saya tunggu di depan sekolah");

        assertThat(transcript(road))
                .anyMatch(text -> text.contains("mau lapor jalan rusak"))
                .anyMatch(text -> text.contains("makin dalam"))
                .contains("Besok kami cek.", "baik, saya tunggu di depan sekolah")
                .noneMatch(text -> text.contains("sim c") || text.contains("hamil") || text.contains("kk baru"))
                .noneMatch(text -> text.contains("pasar Legi"));
        assertThat(transcript(waste))
                .anyMatch(text -> text.contains("pasar Legi"))
                .noneMatch(
                        text -> text.contains("SD 3") || text.contains("Besok kami cek") || text.contains("kk baru"));
    }

    @Test
    void showsTheQuestionsThatLedToAPerson() {
        says("brp biaya perpanjang sim c", "apakah boleh memelihara komodo di halaman rumah");
        clock.advance(Duration.ofMinutes(1));
        Ticket asked = tickets.latest(citizen.say("petugas").conversation()).orElseThrow();

        assertThat(transcript(asked))
                .anyMatch(text -> text.contains("komodo"))
                .noneMatch(text -> text.contains("sim c"));
    }

    @Test
    void aNameDoesNotMakeATicketPublicAndNumbersAreMaskedInItsSubject() {
        says("mau lapor jalan rusak depan SD 3 Sukamaju, NIK saya 3324011505850003", "nama saya Siti Aminah");
        clock.advance(Duration.ofMinutes(1));
        Ticket ticket = tickets.latest(citizen.say("ya").conversation()).orElseThrow();

        assertThat(ticket.visibility()).isEqualTo(Visibility.NAME_HIDDEN);
        assertThat(ticket.name()).contains("Siti Aminah");
        assertThat(ticket.subject()).doesNotContain("33240115").contains("[nik]");
    }
}
