package id.pendopo.ticketing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.lifecycle.TicketLists.Cursor;
import id.pendopo.ticketing.lifecycle.TicketLists.Item;
import id.pendopo.ticketing.lifecycle.TicketLists.Page;
import id.pendopo.ticketing.lifecycle.TicketLists.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@TicketingTest
class TicketListsTests {

    private final TicketLists lists;
    private final Tickets tickets;
    private final Agents agents;
    private final MovingClock clock;

    @Autowired
    TicketListsTests(TicketLists lists, Tickets tickets, Agents agents, MovingClock clock) {
        this.lists = lists;
        this.tickets = tickets;
        this.agents = agents;
        this.clock = clock;
    }

    @BeforeEach
    void agents() {
        agents.put(new Agents.Agent("ani", "Ani", "dinas-pupr"));
    }

    @Test
    void everyViewHoldsWhatItSaysAndCountsIt() {
        Ticket late = tickets.open(Drafts.pothole());
        clock.forward(Duration.ofDays(9));
        Ticket untouched = tickets.open(Drafts.pothole());
        Ticket mine = tickets.open(Drafts.pothole());
        tickets.assign(mine.code(), Optional.of("ani"), "ani");
        Ticket waiting = tickets.open(Drafts.pothole());
        tickets.ask(waiting.code(), 1, "Di mana?", "budi");
        Ticket closed = tickets.open(Drafts.pothole());
        tickets.close(closed.code(), 1, Outcome.FIXED, "Sudah.", "ani");

        assertThat(codes(View.NEW)).containsExactly(late.code(), untouched.code());
        assertThat(codes(View.MINE)).containsExactly(mine.code());
        assertThat(codes(View.ALL)).containsExactly(late.code(), untouched.code(), mine.code(), waiting.code());
        assertThat(codes(View.WAITING)).containsExactly(waiting.code());
        assertThat(codes(View.LATE)).containsExactly(late.code());
        assertThat(lists.counts("ani"))
                .isEqualTo(Map.of(View.NEW, 2, View.MINE, 1, View.ALL, 4, View.WAITING, 1, View.LATE, 1));
    }

    @Test
    void pagesMeetWithoutGapOrRepetition() {
        List<TicketCode> opened = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            opened.add(tickets.open(Drafts.pothole()).code());
        }

        assertThat(paged(View.ALL, 3)).isEqualTo(opened);
    }

    @Test
    void whoIsInDangerStandsBeforeEveryDeadlineOnEveryPage() {
        TicketCode late = tickets.open(Drafts.pothole()).code();
        clock.forward(Duration.ofDays(9));
        TicketCode fire = tickets.open(Drafts.fire()).code();
        TicketCode calm = tickets.open(Drafts.pothole()).code();
        TicketCode flood = tickets.open(Drafts.fire()).code();

        assertThat(codes(View.ALL)).containsExactly(fire, flood, late, calm);
        assertThat(paged(View.ALL, 1)).containsExactly(fire, flood, late, calm);
        assertThat(tickets.find(fire).orElseThrow().urgent()).isTrue();
        assertThat(tickets.note(fire, "Pemadam dipanggil", "ani").urgent()).isTrue();
    }

    @Test
    void isUnreadUntilTheAgentSawTheCitizensNewestWord() {
        Ticket ticket = tickets.open(Drafts.pothole());
        assertThat(first().unread()).isTrue();

        lists.markRead(ticket.code(), "ani", 1);
        tickets.note(ticket.code(), "Catatan", "budi");
        assertThat(first().unread()).isFalse();

        tickets.addInformation(ticket.code(), "Tambahan");
        assertThat(first().unread()).isTrue();
        lists.markRead(ticket.code(), "ani", 3);
        lists.markRead(ticket.code(), "ani", 1);
        assertThat(first().unread()).isFalse();
    }

    @Test
    void showsTheAssigneesNameAndTheNumbersEnd() {
        Ticket ticket = tickets.open(Drafts.pothole());
        tickets.assign(ticket.code(), Optional.of("ani"), "ani");

        assertThat(first().assigneeName()).contains("Ani");
        assertThat(first().phone()).contains("7890");
    }

    @Test
    void findsByCodeAndByWordsInEveryState() {
        Ticket ticket = tickets.open(Drafts.pothole());
        tickets.close(ticket.code(), 1, Outcome.FIXED, "Sudah.", "ani");

        assertThat(found(ticket.code().grouped())).containsExactly(ticket.code());
        assertThat(found(ticket.code().digits().substring(0, 6))).containsExactly(ticket.code());
        assertThat(found("BERLUBANG")).containsExactly(ticket.code());
        assertThat(found("%")).isEmpty();
        assertThat(found("jembatan")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-", "a-b", "99999999999999999999-1", "1-9999999999999999999", "u", "x1-1"})
    void readsOtherTextAsNoCursor(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }

    private List<TicketCode> paged(View view, int size) {
        List<TicketCode> read = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page page = lists.page(view, "ani", after, size);
            page.items().forEach(item -> read.add(item.ticket().code()));
            after = page.next().flatMap(cursor -> Cursor.parse(cursor.toString()));
        } while (after.isPresent());
        return read;
    }

    private Item first() {
        return lists.page(View.ALL, "ani", Optional.empty(), 10).items().getFirst();
    }

    private List<TicketCode> codes(View view) {
        return codes(lists.page(view, "ani", Optional.empty(), 10));
    }

    private List<TicketCode> found(String words) {
        return codes(lists.search(words, "ani", Optional.empty(), 10));
    }

    private static List<TicketCode> codes(Page page) {
        return page.items().stream().map(item -> item.ticket().code()).toList();
    }
}
