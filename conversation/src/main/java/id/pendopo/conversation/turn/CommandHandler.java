package id.pendopo.conversation.turn;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.learning.CategoryExamples;
import id.pendopo.conversation.learning.Lessons;
import id.pendopo.conversation.linking.LinkedConversations;
import id.pendopo.conversation.linking.Transfers;
import id.pendopo.conversation.linking.Tries;
import id.pendopo.conversation.store.Citizens;
import id.pendopo.conversation.store.ConversationRow;
import id.pendopo.conversation.store.TicketTurns;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Handles a decision's commands on tickets, consents and transfers, within the turn's transaction. */
@Component
class CommandHandler {

    private final Tickets tickets;
    private final Citizens citizens;
    private final LinkedConversations linked;
    private final Transfers transfers;
    private final Tries tries;
    private final Lessons lessons;
    private final CategoryExamples examples;
    private final TicketTurns turns;
    private final Wording wording;
    private final ApplicationEventPublisher events;

    CommandHandler(
            Tickets tickets,
            Citizens citizens,
            LinkedConversations linked,
            Transfers transfers,
            Tries tries,
            Lessons lessons,
            CategoryExamples examples,
            TicketTurns turns,
            Wording wording,
            ApplicationEventPublisher events) {
        this.tickets = tickets;
        this.citizens = citizens;
        this.linked = linked;
        this.transfers = transfers;
        this.tries = tries;
        this.lessons = lessons;
        this.examples = examples;
        this.turns = turns;
        this.wording = wording;
        this.events = events;
    }

    /** Whether a command reaches for what others may hold: another conversation, whose turn it has to wait for, or a count. */
    static boolean cross(List<Command> commands) {
        return commands.stream()
                .anyMatch(command -> command instanceof Command.Continue
                        || command instanceof Command.SendCode
                        || command instanceof Command.Count
                        || command instanceof Command.TakeOver);
    }

    /**
     * The tickets as they stand after each command, in order; one ticket may be there several times.
     *
     * @param granted the tickets that the citizen may change
     * @throws TurnTransaction.Overtaken others tried meanwhile what was tried here; nothing of the turn may be kept
     * @throws IllegalStateException the decision reaches for another ticket; nothing of the turn may be kept
     */
    List<Ticket> carryOut(List<Command> commands, ConversationRow row, Predicate<TicketCode> granted, Instant now) {
        List<Ticket> touched = new ArrayList<>();
        for (Command command : commands) {
            if (changed(command).filter(granted.negate()).isPresent()) {
                throw new IllegalStateException("a decision reaches for a ticket that is not the citizen's");
            }
            changed(command)
                    .filter(_ -> !(command instanceof Command.Continue))
                    .ifPresent(code -> linked.spoken(code, row.conversation().id(), now));
            carryOut(command, row, now).ifPresent(touched::add);
        }
        return touched;
    }

    private static Optional<TicketCode> changed(Command command) {
        return switch (command) {
            case Command.Add add -> Optional.of(add.code());
            case Command.Reopen reopen -> Optional.of(reopen.code());
            case Command.ConfirmSolved confirm -> Optional.of(confirm.code());
            case Command.DenySolved deny -> Optional.of(deny.code());
            case Command.Rate rate -> Optional.of(rate.code());
            case Command.Continue move -> Optional.of(move.code());
            case Command.Open _,
                    Command.ReturnFloor _,
                    Command.Learn _,
                    Command.Consent _,
                    Command.Count _,
                    Command.SendCode _,
                    Command.Lend _,
                    Command.TakeOver _,
                    Command.Contributed _ -> Optional.empty();
        };
    }

    private Optional<Ticket> carryOut(Command command, ConversationRow row, Instant now) {
        return switch (command) {
            case Command.Open open -> Optional.of(open(open, row, now));
            case Command.Add _, Command.Reopen _, Command.ConfirmSolved _, Command.DenySolved _, Command.Rate _ ->
                command.toTicket().map(asked -> tickets.handle(asked, Actor.CITIZEN));
            case Command.ReturnFloor returned ->
                command.toTicket().map(noted -> tickets.handle(noted, returned.silent() ? Actor.DESK : Actor.CITIZEN));
            case Command.Learn learn -> {
                lessons.take(learn, row.conversation().kind(), row.citizen());
                yield Optional.empty();
            }
            case Command.Consent consent -> {
                citizens.record(row.citizen(), consent, now);
                yield Optional.empty();
            }
            case Command.Count count -> {
                if (!tries.count(row.conversation(), count.tried())) {
                    throw new TurnTransaction.Overtaken(row.conversation().id());
                }
                yield Optional.empty();
            }
            case Command.Continue move -> Optional.of(transfers.go(move, row, now));
            case Command.SendCode sent -> {
                transfers.send(sent, row, now);
                yield Optional.empty();
            }
            case Command.Lend lent -> {
                transfers.lend(lent, row);
                yield Optional.empty();
            }
            case Command.TakeOver taken -> {
                transfers.take(taken, now);
                yield Optional.empty();
            }
            case Command.Contributed contributed -> {
                events.publishEvent(contributed);
                yield Optional.empty();
            }
        };
    }

    private Ticket open(Command.Open open, ConversationRow row, Instant now) {
        NewTicket told = open.told((key, language) -> wording.text(key, language));
        Ticket ticket = tickets.handle(new TicketCommand.Open(told), Actor.CITIZEN);
        if (open.ticket().conversation().isPresent()) {
            citizens.reported(row.citizen(), ticket.code(), now);
            turns.opened(ticket.code(), row.conversation().id(), told(open, row));
        }
        if (open.corrected()) {
            examples.keep(ticket, CategoryExamples.Source.CITIZEN);
        }
        return ticket;
    }

    /** From the first words of the report on, or the question that led to a person. */
    private TicketTurns.Span told(Command.Open open, ConversationRow row) {
        State state = row.conversation().state();
        long first = open.ticket().danger().isPresent()
                ? row.next()
                : state.draft()
                        .map(Draft::origin)
                        .flatMap(origin -> turns.since(row.conversation().id(), origin.begun()))
                        .orElse(row.next() - state.misses());
        return new TicketTurns.Span(Math.max(1, first), row.next());
    }
}
