package id.pendopo.conversation.dialogue;

import id.pendopo.conversation.forms.Draft;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** A command to the shell, what a decision wants done in the same transaction; a closed set but for {@link Contributed}. */
public sealed interface Command {

    /** What it asks of the ticket itself; empty when it asks something of the conversation or of the citizen's papers. */
    default Optional<TicketCommand.OfCitizen> toTicket() {
        return switch (this) {
            case Open open -> Optional.of(new TicketCommand.Open(open.ticket()));
            case Add add -> Optional.of(new TicketCommand.AddInformation(add.code(), add.text()));
            case Reopen reopen -> Optional.of(new TicketCommand.Reopen(reopen.code(), reopen.reason()));
            case ConfirmSolved confirm -> Optional.of(new TicketCommand.ConfirmSolved(confirm.code()));
            case DenySolved deny -> Optional.of(new TicketCommand.DenySolved(deny.code(), deny.reason()));
            case Rate rate -> Optional.of(new TicketCommand.Rate(rate.code(), rate.rating(), rate.reason()));
            case ReturnFloor returned -> Optional.of(new TicketCommand.NoteFloorReturned(returned.code()));
            case Continue _, SendCode _, Lend _, TakeOver _, Learn _, Consent _, Count _, Contributed _ ->
                Optional.empty();
        };
    }

    /**
     * Opens a ticket under a code that the facts brought.
     *
     * @param corrected whether the citizen chose another category than was suggested
     * @param untold the key of the text that stands for the description, where nothing was told
     */
    record Open(NewTicket ticket, boolean corrected, Optional<String> untold) implements Command {

        public Open(NewTicket ticket, boolean corrected) {
            this(ticket, corrected, Optional.empty());
        }

        public Open(NewTicket ticket) {
            this(ticket, false);
        }

        /** The ticket with words for what was not told. */
        public NewTicket told(BiFunction<String, Locale, String> texts) {
            return untold.map(key -> ticket.describing(texts.apply(key, ticket.language())))
                    .orElse(ticket);
        }
    }

    /** The citizen says more. */
    record Add(TicketCode code, String text) implements Command {

        @Override
        public String toString() {
            return "Add[" + code + "]";
        }
    }

    /** The citizen wants it taken up again. */
    record Reopen(TicketCode code, String reason) implements Command {

        @Override
        public String toString() {
            return "Reopen[" + code + "]";
        }
    }

    /** The citizen confirms that it is solved. */
    record ConfirmSolved(TicketCode code) implements Command {}

    /** The citizen says that it is not solved. */
    record DenySolved(TicketCode code, String reason) implements Command {

        @Override
        public String toString() {
            return "DenySolved[" + code + "]";
        }
    }

    /** The citizen has proved that a ticket of another conversation is theirs and goes on with it here. */
    record Continue(TicketCode code, Transfer.Proof by) implements Command {}

    /** Sends a code to the address that a ticket came from; it proves the ticket where it was asked for. */
    record SendCode(TicketCode code, Passcode passcode) implements Command {}

    /** Lets this conversation go on wherever the code is typed. */
    record Lend(Passcode passcode) implements Command {}

    /**
     * Ends a conversation where it was held, because it goes on here.
     *
     * @param from that conversation
     * @param draft the form as it was seen there
     * @param kind the kind of line that it goes on by
     */
    record TakeOver(long from, Optional<Draft> draft, String kind) implements Command {}

    /** Counts a try, and has it judged once more where nobody else tries meanwhile. */
    record Count(Try tried) implements Command {}

    /** The citizen says how content they are with a closed ticket, and what should be better. */
    record Rate(TicketCode code, Rating rating, String reason) implements Command {

        @Override
        public String toString() {
            return "Rate[" + code + "]";
        }
    }

    /** The citizen says that a question which was asked back is answered by this article, or after all is not. */
    record Learn(Picked picked, boolean right) implements Command {}

    /**
     * Notes in a ticket that its agent does not hold the floor any more.
     *
     * @param silent whether the agent was silent for so long; else the citizen asked for the bot
     */
    record ReturnFloor(TicketCode code, boolean silent) implements Command {}

    /** Puts a consent, or its refusal, into the ledger. */
    record Consent(Purpose purpose, boolean given, String wording) implements Command {}

    /**
     * What a {@linkplain Contribution contribution} wants done, as a value of its own package: an {@code @EventListener} there
     * hears of it within the turn's transaction. Nothing of the turn is kept if it fails.
     */
    non-sealed interface Contributed extends Command {}

    /** What a citizen may consent to. */
    enum Purpose {
        /** That the desk writes back about a report. */
        CONTACT,
        /** That the desk sends news and warnings. */
        BROADCASTS
    }
}
