package id.pendopo.conversation.linking;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.DeskEnding;
import id.pendopo.conversation.dialogue.Expected;
import id.pendopo.conversation.dialogue.Passcode;
import id.pendopo.conversation.dialogue.Transfer;
import id.pendopo.conversation.facts.FactSources;
import id.pendopo.conversation.store.ConversationRow;
import id.pendopo.conversation.store.ConversationStore;
import id.pendopo.conversation.wording.AgentEventReplies;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Transfers tickets and forms from one conversation, and channel, to another. What it does is part of the turn where
 * the citizen is now; the row of the other conversation is locked after theirs.
 */
@Component
public class Transfers implements FactSources.TransferRules {

    private final ConversationStore rows;
    private final LinkedConversations linked;
    private final Passcodes passcodes;
    private final CodeAttempts guesses;
    private final Tickets tickets;
    private final AgentEventReplies voice;
    private final Outbox outbox;
    private final ChannelAccounts lines;

    Transfers(
            ConversationStore rows,
            LinkedConversations linked,
            Passcodes passcodes,
            CodeAttempts guesses,
            Tickets tickets,
            AgentEventReplies voice,
            Outbox outbox,
            ChannelAccounts lines) {
        this.rows = rows;
        this.linked = linked;
        this.passcodes = passcodes;
        this.guesses = guesses;
        this.tickets = tickets;
        this.voice = voice;
        this.outbox = outbox;
        this.lines = lines;
    }

    @Override
    public boolean open(Conversation here, Optional<Ticket> ticket) {
        return passcodes.may(new Passcodes.Lock(ticket.map(Ticket::code), here.id()));
    }

    @Override
    public Transfer find(Conversation here, Passcode typed) {
        return guesses.allowed(here.address())
                ? passcodes
                        .lent(typed)
                        .flatMap(rows::find)
                        .<Transfer>map(row -> new Transfer.Found(row.conversation()))
                        .orElseGet(Transfer.Refused::new)
                : new Transfer.Locked();
    }

    @Override
    public boolean held(Ticket ticket) {
        return linked.current(ticket)
                .flatMap(rows::find)
                .filter(row ->
                        row.conversation().state().held().contains(ticket.code().digits()))
                .isPresent();
    }

    /** The ticket goes on here; where it was, an agent who held the floor lets it go, and a word is said about it. */
    public Ticket go(Command.Continue move, ConversationRow here, Instant now) {
        if (move.by() == Transfer.Proof.CODE) {
            passcodes.use(new Passcodes.Lock(
                    Optional.of(move.code()), here.conversation().id()));
        }
        Ticket ticket = tickets.find(move.code()).orElseThrow(() -> new Tickets.NoSuchTicket(move.code()));
        Optional<Long> before = linked.current(ticket);
        linked.open(move.code(), here.conversation().id(), now);
        if (before.equals(Optional.of(here.conversation().id()))) {
            return ticket;
        }
        String kind = here.conversation().kind();
        before.flatMap(id -> rows.lockLine(id, now)).ifPresent(row -> {
            boolean warns = move.by() == Transfer.Proof.DIGITS
                    && ticket.contactConsent()
                    && !sameTelephone(row.conversation(), here.conversation());
            say(voice.left(ticket, row.conversation(), kind), row, now, warns, move.code());
        });
        return tickets.handle(new TicketCommand.Continue(move.code(), kind), Actor.CITIZEN);
    }

    /** Whether both are written to at one address: a call and the text messages of its number. */
    private boolean sameTelephone(Conversation one, Conversation other) {
        return lines.written(one.address()).equals(lines.written(other.address()));
    }

    /** Sends the code, if the ticket came from where the desk can write to and may. */
    public void send(Command.SendCode sent, ConversationRow here, Instant now) {
        Conversation asker = here.conversation();
        passcodes.keep(new Passcodes.Lock(Optional.of(sent.code()), asker.id()), sent.passcode());
        tickets.find(sent.code())
                .filter(Ticket::contactConsent)
                .flatMap(Ticket::conversation)
                .flatMap(id -> rows.lockLine(id, now))
                .ifPresent(row -> say(
                        voice.coded(sent.code(), sent.passcode(), row.conversation(), asker.kind()),
                        row,
                        now,
                        true,
                        sent.code()));
    }

    public void lend(Command.Lend lent, ConversationRow here) {
        passcodes.keep(new Passcodes.Lock(Optional.empty(), here.conversation().id()), lent.passcode());
    }

    /**
     * What was begun there is ended there.
     *
     * @throws OptimisticLockingFailureException the code was used meanwhile, or somebody spoke there
     */
    public void take(Command.TakeOver taken, Instant now) {
        passcodes.use(new Passcodes.Lock(Optional.empty(), taken.from()));
        ConversationRow there = rows.lockLine(taken.from(), now)
                .filter(row -> row.conversation().id() == taken.from())
                .filter(row -> row.conversation().state().draft().equals(taken.draft()))
                .orElseThrow(() -> new OptimisticLockingFailureException("that conversation has moved on"));
        Conversation left = there.conversation()
                .with(there.conversation()
                        .state()
                        .withoutDraft()
                        .keeping(List.of())
                        .offering(List.of())
                        .expecting(Expected.What.MOVED, taken.kind()));
        rows.save(there, left, new ConversationStore.Entry("desk", DeskEnding.MOVED_AWAY, ""), now);
    }

    /** A turn of the desk in another conversation, about a ticket. */
    private void say(
            AgentEventReplies.Reaction heard, ConversationRow row, Instant now, boolean aloud, TicketCode ticket) {
        rows.save(row, heard.after(), new ConversationStore.Entry("desk", heard.ending(), ""), now);
        Address there = row.conversation().address();
        heard.speech()
                .filter(_ -> aloud)
                .ifPresent(speech -> lines.written(there)
                        .ifPresent(to -> outbox.queue(new OutboundMessage(
                                to,
                                row.conversation().id(),
                                row.next(),
                                0,
                                speech.author(),
                                voice.frame(heard.after()),
                                speech.blocks(),
                                Optional.of(ticket.digits())))));
    }
}
