package id.pendopo.ticketing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.TicketingTestApplication.Told;
import id.pendopo.ticketing.Tickets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Agents and citizens who do something with a ticket in the same moment. */
@TicketingTest
class TicketsAtOnceTests {

    private final Tickets tickets;
    private final TicketHistory history;
    private final JdbcClient jdbc;
    private final Told told;
    private final TransactionTemplate transaction;

    @Autowired
    TicketsAtOnceTests(
            Tickets tickets, TicketHistory history, JdbcClient jdbc, Told told, TransactionTemplate transaction) {
        this.tickets = tickets;
        this.history = history;
        this.jdbc = jdbc;
        this.told = told;
        this.transaction = transaction;
    }

    @Test
    void twoAgentsCannotAnswerTheSameVersion() throws InterruptedException {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        List<Callable<Ticket>> replies = List.of(
                () -> tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Jawaban Ani"), Actor.agent("ani")),
                () -> tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Jawaban Budi"), Actor.agent("budi")));

        List<Future<Ticket>> results;
        try (var threads = Executors.newFixedThreadPool(2)) {
            results = threads.invokeAll(replies);
        }

        assertThat(results)
                .filteredOn(result -> result.state() == Future.State.SUCCESS)
                .hasSize(1);
        assertThat(results)
                .filteredOn(result -> result.state() == Future.State.FAILED)
                .singleElement()
                .satisfies(loser -> assertThatThrownBy(loser::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(Tickets.StaleTicket.class));
        assertThat(history.of(ticket.code())).hasSize(2);
    }

    @Test
    void aConversationThatFailsUndoesTheStep() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        told.conversation(event -> {
            throw new IllegalStateException("the outbox is full");
        });

        assertThatThrownBy(() ->
                        tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Kami cek."), Actor.agent("ani")))
                .hasMessage("the outbox is full");

        assertThat(tickets.find(ticket.code())).contains(ticket);
        assertThat(history.of(ticket.code())).hasSize(1);
    }

    /** The citizen's turn holds the conversation while the agent's reply waits for it: no circle, the citizen first. */
    @Test
    void aTurnAndAReplyDoNotWaitForEachOther() throws Exception {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        CountDownLatch turnHolds = new CountDownLatch(1);
        CountDownLatch replyReaches = new CountDownLatch(1);
        told.conversation(event -> {
            replyReaches.countDown();
            holdConversation();
        });

        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<Ticket> turn = threads.submit(() -> transaction.execute(status -> {
                holdConversation();
                turnHolds.countDown();
                await(replyReaches);
                return tickets.handle(new TicketCommand.AddInformation(ticket.code(), "Tambahan"), Actor.CITIZEN);
            }));
            Future<Ticket> reply = threads.submit(() -> {
                await(turnHolds);
                return tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Kami cek."), Actor.agent("ani"));
            });

            assertThat(turn.get().version()).isEqualTo(2);
            assertThatThrownBy(reply::get).hasCauseInstanceOf(Tickets.StaleTicket.class);
        }
    }

    private void holdConversation() {
        jdbc.sql("select pg_advisory_xact_lock(7)").query((row, n) -> "").single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void manyCitizensWordsAtOnceAllStay() throws InterruptedException {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        Callable<Ticket> word =
                () -> tickets.handle(new TicketCommand.AddInformation(ticket.code(), "tambahan"), Actor.CITIZEN);

        try (var threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(Collections.nCopies(20, word));
        }

        assertThat(tickets.find(ticket.code()).orElseThrow().version()).isEqualTo(21);
        assertThat(history.of(ticket.code())).hasSize(21);
    }
}
