package id.pendopo.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.ticketing.HistoryEvent.Assigned;
import id.pendopo.ticketing.HistoryEvent.Closed;
import id.pendopo.ticketing.HistoryEvent.Continued;
import id.pendopo.ticketing.HistoryEvent.Entry;
import id.pendopo.ticketing.HistoryEvent.InformationAdded;
import id.pendopo.ticketing.HistoryEvent.Moved;
import id.pendopo.ticketing.HistoryEvent.Noted;
import id.pendopo.ticketing.HistoryEvent.Opened;
import id.pendopo.ticketing.HistoryEvent.Replied;
import id.pendopo.ticketing.HistoryEvent.SolvedConfirmed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketStateTests {

    private static final Instant AT = Instant.parse("2026-11-24T02:00:00Z");
    private static final Instant DUE = Instant.parse("2026-12-01T09:00:00Z");
    private static final Ticket.LegalBasis PROMISE = new Ticket.LegalBasis.ServicePromise("dinas-pupr", 5);
    private static final Opened OPENED = new Opened("jalan-rusak", "dinas-pupr", DUE, PROMISE);

    @Test
    void beginsWithTheOpeningAndOnlyOnce() {
        assertThatThrownBy(() -> after(new Noted("x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> after(OPENED, OPENED)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNewTicketStaysNewWhileOnlyTheCitizenSpeaks() {
        TicketState state = after(OPENED, new InformationAdded("x", Optional.empty()));

        assertThat(state.status()).isEqualTo(TicketStatus.NEW);
        assertThat(state.spoken()).isEqualTo(2);
    }

    @Test
    void goingOnByAnotherLineChangesNothingButTheVersion() {
        TicketState closed = after(OPENED, new Closed(Outcome.FIXED, "x"));
        TicketState state = after(OPENED, new Closed(Outcome.FIXED, "x"), new Continued("telegram"));

        assertThat(state.status()).isEqualTo(closed.status());
        assertThat(state.closed()).isEqualTo(closed.closed());
        assertThat(state.spoken()).isEqualTo(closed.spoken());
        assertThat(state.version()).isEqualTo(3);
    }

    @Test
    void theFirstReplyIsRememberedThroughLaterOnes() {
        TicketState state = after(OPENED, new Replied("a", false, true), new Replied("b", true, false));

        assertThat(state.firstReply()).contains(AT.plusSeconds(2));
        assertThat(state.status()).isEqualTo(TicketStatus.WAITING_ON_CITIZEN);
        assertThat(state.assignee()).contains("ani");
    }

    @Test
    void aWordAfterClosingDoesNotBreakTheClosing() {
        TicketState state = after(OPENED, new Closed(Outcome.FIXED, "x"), new Replied("y", false, false));

        assertThat(state.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(state.outcome()).contains(Outcome.FIXED);
    }

    @Test
    void aCitizenMayBeContentBeforeTheDeskIs() {
        TicketState state = after(OPENED, new SolvedConfirmed());

        assertThat(state.status()).isEqualTo(TicketStatus.CONFIRMED);
        assertThat(state.outcome()).contains(Outcome.FIXED);
        assertThat(state.closed()).isEqualTo(state.confirmed());
        assertThat(state.due()).isEmpty();
    }

    @Test
    void anAgentKeepsATicketThatMovesWithinTheUnit() {
        Assigned assigned = new Assigned(Optional.of("ani"));
        Moved within = new Moved("banjir-drainase", "dinas-pupr", DUE, PROMISE);
        Moved away = new Moved("sampah", "dinas-lingkungan-hidup", DUE, PROMISE);

        assertThat(after(OPENED, assigned, within).assignee()).contains("ani");
        assertThat(after(OPENED, assigned, away).assignee()).isEmpty();
    }

    private static TicketState after(HistoryEvent... events) {
        List<Entry> entries = new ArrayList<>();
        for (HistoryEvent event : events) {
            long version = entries.size() + 1L;
            entries.add(new Entry(version, AT.plusSeconds(version), Actor.agent("ani"), event));
        }
        return TicketState.of(entries);
    }
}
