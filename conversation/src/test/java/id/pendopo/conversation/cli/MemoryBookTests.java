package id.pendopo.conversation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.TestKinds;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.ticketing.BundledCatalogue;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ui.CountryPack;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A script's tickets stand as the desk's would after the same events. */
class MemoryBookTests {

    private static final Instant NOW = Instant.parse("2026-03-17T02:00:00Z");
    private static final TicketCode CODE = TicketCode.random();

    private final MemoryBook book;

    MemoryBookTests() {
        BundledCatalogue desk = BundledCatalogue.load();
        this.book = new MemoryBook(
                desk.categories(), desk.calendar(), Wording.shipped(CountryPack.chosen(), TestKinds.ALL));
        carryOut(new Command.Open(new NewTicket(
                CODE,
                TicketType.COMPLAINT,
                "jalan-rusak",
                "Jalan berlubang depan SD 3",
                Optional.empty(),
                Optional.empty(),
                Visibility.NAME_HIDDEN,
                true,
                Optional.of(1L),
                "web",
                Optional.empty(),
                Locale.of("id"),
                Optional.empty())));
    }

    private void carryOut(Command command) {
        book.carryOut(command, NOW);
    }

    private Ticket ticket() {
        return book.find(CODE).orElseThrow();
    }

    @Test
    void moreInformationLeavesANewTicketNew() {
        carryOut(new Command.Add(CODE, "Di depan gerbang"));

        assertThat(ticket()).returns(TicketStatus.NEW, Ticket::status).returns(2L, Ticket::version);
    }

    @Test
    void anAgentsReplyOpensIt() {
        book.happens(CODE, new HistoryEvent.Replied("Kami cek.", false, false), NOW);

        assertThat(ticket().status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void aTicketThatIsWorkedIsNotRated() {
        carryOut(new Command.Rate(CODE, new Rating(4), ""));

        assertThat(ticket()).returns(Optional.empty(), Ticket::rating).returns(1L, Ticket::version);
    }

    @Test
    void whatTheDeskClosedKeepsItsOutcomeWhenTheCitizenConfirms() {
        book.happens(CODE, new HistoryEvent.Closed(Outcome.EXPLAINED, "Begini."), NOW);
        carryOut(new Command.ConfirmSolved(CODE));
        carryOut(new Command.ConfirmSolved(CODE));

        assertThat(ticket())
                .returns(TicketStatus.CONFIRMED, Ticket::status)
                .returns(Optional.of(Outcome.EXPLAINED), Ticket::outcome)
                .returns(3L, Ticket::version);
    }

    @Test
    void moreInformationTakesAClosedTicketUpAgain() {
        book.happens(CODE, new HistoryEvent.Closed(Outcome.FIXED, "Sudah."), NOW);
        carryOut(new Command.Rate(CODE, new Rating(2), "lama"));
        carryOut(new Command.Add(CODE, "Masih berlubang"));

        assertThat(ticket())
                .returns(TicketStatus.OPEN, Ticket::status)
                .returns(Optional.empty(), Ticket::rating)
                .satisfies(open -> assertThat(open.due()).isPresent());
    }
}
