package id.pendopo.conversation.facts;

import id.pendopo.conversation.engine.Conversation;
import id.pendopo.conversation.engine.Facts;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.WorkingCalendar;
import java.util.List;
import java.util.Optional;

/** What is known of tickets, of the units' hours, and of who may see what. */
public record Desk(Book book, WorkingCalendar calendar, Sights sights) {

    /** Tickets to read. */
    public interface Book {

        Optional<Ticket> find(TicketCode code);

        /** A conversation's tickets that are not finished, newest first. */
        List<Ticket> active(long conversation);

        /** A conversation's newest ticket. */
        Optional<Ticket> latest(long conversation);

        /** Never empty; the last one is for everything else. */
        List<Category> categories();
    }

    /** Judges how much of a ticket a citizen may see. */
    public interface Sights {

        /**
         * @param digits the last four digits that were offered as a proof; counted when wrong
         */
        Facts.Sight of(Conversation conversation, Ticket ticket, Optional<String> digits);
    }
}
