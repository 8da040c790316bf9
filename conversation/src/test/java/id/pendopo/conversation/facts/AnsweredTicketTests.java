package id.pendopo.conversation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.pendopo.channels.Address;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.InboundMessage.RepliesTo;
import id.pendopo.conversation.TestKinds;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ui.CountryPack;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose of several tickets a message is about that answers one of ours. */
class AnsweredTicketTests {

    private static final Address SITI = new Address("mail", "siti@surat.example");

    private final FactSources.TicketReader tickets = mock();
    private final FactSources.AccessRules access = mock();
    private final Ticket newest = ticket();
    private final Ticket older = ticket();
    private final Ticket closed = ticket();
    private final TicketFinder finder = new TicketFinder(
            new FactSources(tickets, mock(), access, mock(), mock(), mock()), Phrasebook.of(CountryPack.chosen()));
    private final Conversation talk = Conversation.fresh(7, SITI, TestKinds.WEB, Locale.of("id"));

    private static Ticket ticket() {
        Ticket ticket = mock();
        when(ticket.code()).thenReturn(TicketCode.random());
        return ticket;
    }

    @BeforeEach
    void hasTwoOpenTickets() {
        when(tickets.active(7)).thenReturn(List.of(newest, older));
        when(tickets.latest(7)).thenReturn(Optional.of(newest));
        for (Ticket ticket : List.of(newest, older, closed)) {
            when(tickets.find(ticket.code())).thenReturn(Optional.of(ticket));
        }
        when(access.of(any(), any())).thenReturn(Facts.Sight.FULL);
    }

    private TicketFacts about(Optional<String> answered) {
        InboundMessage message = InboundMessage.text("mail", "m", Instant.EPOCH, "email", SITI, "sudah ada kabar?")
                .with(new RepliesTo(List.of(), answered));
        return finder.about(
                Set.of(Need.Plain.OWN_TICKETS), talk.with(talk.state().withTicket()), message);
    }

    @Test
    void theOneThatIsAnsweredComesFirst() {
        TicketFacts facts = about(Optional.of(older.code().digits()));

        assertThat(facts.open()).containsExactly(older, newest);
        assertThat(facts.latest()).contains(older);
    }

    @Test
    void aFinishedOneIsTheLatest() {
        TicketFacts facts = about(Optional.of(closed.code().digits()));

        assertThat(facts.open()).containsExactly(newest, older);
        assertThat(facts.latest()).contains(closed);
    }

    /** Anybody can write a number into a subject. */
    @Test
    void somebodyElsesIsNotSpokenOf() {
        when(access.of(any(), any())).thenReturn(Facts.Sight.CODE_ONLY);
        TicketFacts facts = about(Optional.of(closed.code().digits()));

        assertThat(facts.open()).containsExactly(newest, older);
        assertThat(facts.latest()).contains(newest);
    }

    @Test
    void withoutAnAnswerTheNewestIs() {
        assertThat(about(Optional.empty()).open()).containsExactly(newest, older);
        assertThat(about(Optional.of("bukan nomor")).latest()).contains(newest);
    }
}
