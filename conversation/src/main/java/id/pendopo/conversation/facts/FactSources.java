package id.pendopo.conversation.facts;

import id.pendopo.channels.Address;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Passcode;
import id.pendopo.conversation.dialogue.Transfer;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.WorkingCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sources of facts about tickets, the units' hours, and who may see what. */
public record FactSources(
        TicketReader tickets,
        WorkingCalendar calendar,
        AccessRules access,
        TransferRules transfers,
        AlarmReader alarms,
        LineReader lines) {

    /** What lines allow now. */
    @FunctionalInterface
    public interface LineReader {

        Facts.Line of(Address citizen);
    }

    /** How far the alarms of emergencies are. */
    public interface AlarmReader {

        /** What opening an emergency in that conversation now would lead to, for every kind. */
        Map<Danger, Alarms.Standing> foreseen(long conversation);

        Optional<Alarms.Standing> standing(TicketCode code);

        /** The same for somebody who was rung for it; empty when they were not. */
        Optional<Alarms.Standing> standing(TicketCode code, Alarms.Rung who);
    }

    /** Tickets to read. */
    public interface TicketReader {

        Optional<Ticket> find(TicketCode code);

        /** A conversation's tickets that are not finished, newest first. */
        List<Ticket> active(long conversation);

        /** A conversation's newest ticket. */
        Optional<Ticket> latest(long conversation);

        /** Never empty; the last one is for everything else. */
        List<Category> categories();

        /** Working days within which an answer to a new ticket of the category is promised. */
        int promised(Category category);
    }

    /** Judges how much of a ticket a citizen may see. Reads, and counts nothing: facts are gathered as often as they must. */
    public interface AccessRules {

        /** What the conversation shows without a proof. */
        Facts.Sight of(Conversation conversation, Ticket ticket);

        /**
         * What a proof opens.
         *
         * @param proof the last four digits, or a code of six
         */
        Facts.Sight judge(Conversation conversation, Ticket ticket, String proof);

        /** Whether numbers are not looked up for them now, because too many led to no ticket. */
        default boolean locked(Conversation conversation) {
            return false;
        }
    }

    /** Knows which transfers there are from one conversation to another. Reads, and counts nothing. */
    public interface TransferRules {

        /**
         * Whether one more code may be given: for a ticket, or without one for the conversation itself.
         *
         * @param here where it is asked for
         */
        boolean open(Conversation here, Optional<Ticket> ticket);

        /** What a code leads to that was typed here. */
        Transfer find(Conversation here, Passcode typed);

        /** Whether an agent speaks with the citizen about a ticket. */
        boolean held(Ticket ticket);
    }
}
