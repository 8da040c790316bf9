package id.pendopo.ticketing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
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
    private final TicketQueries queries;
    private final Tickets tickets;
    private final Agents agents;
    private final MovingClock clock;

    @Autowired
    TicketListsTests(TicketLists lists, TicketQueries queries, Tickets tickets, Agents agents, MovingClock clock) {
        this.lists = lists;
        this.queries = queries;
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
        Ticket late = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        clock.forward(Duration.ofDays(9));
        Ticket untouched = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        Ticket mine = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Assign(mine.code(), Optional.of("ani")), Actor.agent("ani"));
        Ticket waiting = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Reply(waiting.code(), 1, "Di mana?", true), Actor.agent("budi"));
        Ticket closed = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Close(closed.code(), 1, Outcome.FIXED, "Sudah."), Actor.agent("ani"));

        assertThat(codes(View.NEW)).containsExactly(late.code(), untouched.code());
        assertThat(codes(View.MINE)).containsExactly(mine.code());
        assertThat(codes(View.ALL)).containsExactly(late.code(), untouched.code(), mine.code(), waiting.code());
        assertThat(codes(View.WAITING)).containsExactly(waiting.code());
        assertThat(codes(View.LATE)).containsExactly(late.code());
        assertThat(lists.counts(queries.viewer("ani")))
                .isEqualTo(Map.of(View.NEW, 2, View.MINE, 1, View.ALL, 4, View.WAITING, 1, View.LATE, 1));
    }

    @Test
    void pagesMeetWithoutGapOrRepetition() {
        List<TicketCode> opened = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            opened.add(tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN)
                    .code());
        }

        assertThat(paged(View.ALL, 3)).isEqualTo(opened);
    }

    @Test
    void whoIsInDangerStandsBeforeEveryDeadlineOnEveryPage() {
        TicketCode late = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN)
                .code();
        clock.forward(Duration.ofDays(9));
        TicketCode fire = tickets.handle(new TicketCommand.Open(Drafts.fire()), Actor.CITIZEN)
                .code();
        TicketCode calm = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN)
                .code();
        TicketCode flood = tickets.handle(new TicketCommand.Open(Drafts.fire()), Actor.CITIZEN)
                .code();

        assertThat(codes(View.ALL)).containsExactly(fire, flood, late, calm);
        assertThat(paged(View.ALL, 1)).containsExactly(fire, flood, late, calm);
        assertThat(tickets.find(fire).orElseThrow().urgent()).isTrue();
        assertThat(tickets.handle(new TicketCommand.Note(fire, "Pemadam dipanggil"), Actor.agent("ani"))
                        .urgent())
                .isTrue();
    }

    @Test
    void isUnreadUntilTheAgentSawTheCitizensNewestWord() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        assertThat(first().unread()).isTrue();

        lists.markRead(ticket.code(), "ani", 1);
        tickets.handle(new TicketCommand.Note(ticket.code(), "Catatan"), Actor.agent("budi"));
        assertThat(first().unread()).isFalse();

        tickets.handle(new TicketCommand.AddInformation(ticket.code(), "Tambahan"), Actor.CITIZEN);
        assertThat(first().unread()).isTrue();
        lists.markRead(ticket.code(), "ani", 3);
        lists.markRead(ticket.code(), "ani", 1);
        assertThat(first().unread()).isFalse();
    }

    @Test
    void showsTheAssigneesNameAndTheNumbersEnd() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Assign(ticket.code(), Optional.of("ani")), Actor.agent("ani"));

        assertThat(first().assigneeName()).contains("Ani");
        assertThat(first().phone()).contains("7890");
    }

    @Test
    void findsByCodeAndByWordsInEveryState() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Close(ticket.code(), 1, Outcome.FIXED, "Sudah."), Actor.agent("ani"));

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
            Page page = lists.page(view, queries.viewer("ani"), after, size);
            page.items().forEach(item -> read.add(item.ticket().code()));
            after = page.next().flatMap(cursor -> Cursor.parse(cursor.toString()));
        } while (after.isPresent());
        return read;
    }

    private Item first() {
        return lists.page(View.ALL, queries.viewer("ani"), Optional.empty(), 10)
                .items()
                .getFirst();
    }

    private List<TicketCode> codes(View view) {
        return codes(lists.page(view, queries.viewer("ani"), Optional.empty(), 10));
    }

    private List<TicketCode> found(String words) {
        return codes(lists.search(words, queries.viewer("ani"), Optional.empty(), 10));
    }

    private static List<TicketCode> codes(Page page) {
        return page.items().stream().map(item -> item.ticket().code()).toList();
    }
}
