package id.pendopo.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Turn;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Emergencies of citizens who have other tickets open, on a real database. */
@ConversationTest
class EmergencyTicketsTests {

    private static final String FIRE = "tolong kebakaran di jalan anggrek";

    private final Tickets tickets;
    private final Correspondence transcripts;
    private final Person citizen;

    EmergencyTicketsTests(People people, Tickets tickets, Correspondence transcripts) {
        this.tickets = tickets;
        this.transcripts = transcripts;
        this.citizen = people.next();
    }

    private Ticket now(Ticket ticket) {
        return tickets.find(ticket.code()).orElseThrow();
    }

    @Test
    void reachTheirOwnUnitAndLeaveTheOlderTicketAsItWas() {
        Ticket road = citizen.reports("jalan rusak depan SD 3 Sukamaju");

        Turn turn = citizen.say(FIRE);

        Ticket alarm = tickets.latest(turn.conversation()).orElseThrow();
        Person stranger = citizen.neighbour(5);
        Ticket alone = tickets.latest(stranger.say(FIRE).conversation()).orElseThrow();
        assertThat(alarm.code()).isNotEqualTo(road.code());
        assertThat(List.of(alarm.urgent(), alone.urgent(), road.urgent())).containsExactly(true, true, false);
        assertThat(alarm)
                .extracting(Ticket::category, Ticket::unit, Ticket::due, Ticket::description)
                .containsExactly(alone.category(), alone.unit(), alone.due(), FIRE);
        assertThat(Person.words(turn))
                .contains(alarm.code().grouped())
                .doesNotContain(road.code().grouped());
        assertThat(now(road)).isEqualTo(road);
        assertThat(citizen.hears("status"))
                .contains(road.code().grouped(), alarm.code().grouped());
    }

    @Test
    void keepWhatIsSaidNextTogether() {
        citizen.reports("jalan rusak depan SD 3 Sukamaju");
        Turn turn = citizen.say(FIRE);
        Ticket alarm = tickets.latest(turn.conversation()).orElseThrow();

        String again = citizen.hears("kebakaran makin besar, tolong");
        citizen.say("pagar hijau sebelah masjid");

        assertThat(again).contains(alarm.code().grouped());
        assertThat(tickets.active(turn.conversation())).hasSize(2);
        assertThat(now(alarm).version()).isEqualTo(alarm.version() + 2);
    }

    @Test
    void areReadByTheAgentOfTheOtherTicketWhoHoldsTheFloor() {
        Ticket road = citizen.reports("jalan rusak depan SD 3 Sukamaju");
        Ticket held = tickets.handle(
                new TicketCommand.Reply(road.code(), road.version(), "Di sebelah mana?"), Actor.agent("ani"));

        Turn turn = citizen.say(FIRE);
        citizen.say("pagar hijau sebelah masjid");

        Ticket alarm = tickets.latest(turn.conversation()).orElseThrow();
        assertThat(alarm.code()).isNotEqualTo(road.code());
        assertThat(now(road).version()).isEqualTo(held.version() + 2);
        assertThat(List.of(road, alarm))
                .allSatisfy(ticket -> assertThat(transcripts.transcript(ticket, Locale.of("id")))
                        .extracting(line -> line.text())
                        .contains(FIRE, "pagar hijau sebelah masjid"));
        tickets.handle(
                new TicketCommand.Reply(alarm.code(), alarm.version(), "Pemadam sudah berangkat."),
                Actor.agent("budi"));
        citizen.say("terima kasih, apinya sudah kecil");
        assertThat(now(alarm).version()).isEqualTo(alarm.version() + 2);
    }
}
