package id.pendopo.conversation;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.conversation.engine.Command;
import id.pendopo.conversation.engine.Conversation;
import id.pendopo.conversation.engine.Expected;
import id.pendopo.conversation.engine.Passage;
import id.pendopo.conversation.engine.Passcode;
import id.pendopo.conversation.facts.Desk;
import id.pendopo.conversation.wording.DeskVoice;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets citizens go from one door to another. What it does is part of the turn at the door where they are now; the row of
 * the other door's conversation is locked after theirs.
 */
@Component
class Crossings implements Desk.Ways {

    private final ConversationRows rows;
    private final Doors doors;
    private final Passcodes passcodes;
    private final Guesses guesses;
    private final Tickets tickets;
    private final DeskVoice voice;
    private final Outbox outbox;
    private final ChannelAccounts lines;

    Crossings(
            ConversationRows rows,
            Doors doors,
            Passcodes passcodes,
            Guesses guesses,
            Tickets tickets,
            DeskVoice voice,
            Outbox outbox,
            ChannelAccounts lines) {
        this.rows = rows;
        this.doors = doors;
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
    public Passage find(Conversation here, Passcode typed) {
        if (!guesses.mayTry(here.address())) {
            return new Passage.Locked();
        }
        Optional<Conversation> there =
                passcodes.lent(typed).flatMap(rows::find).map(ConversationRows.Row::conversation);
        if (there.isEmpty()) {
            return new Passage.Refused();
        }
        guesses.forgive(here.address());
        return new Passage.Found(there.get());
    }

    @Override
    public boolean held(Ticket ticket) {
        return doors.current(ticket)
                .flatMap(rows::find)
                .filter(row ->
                        row.conversation().state().held().contains(ticket.code().digits()))
                .isPresent();
    }

    /** The ticket goes on here; where it was, an agent who held the floor lets it go, and a word is said about it. */
    Ticket go(Command.Continue move, ConversationRows.Row here, Instant now) {
        if (move.by() == Passage.Proof.CODE) {
            passcodes.use(new Passcodes.Lock(
                    Optional.of(move.code()), here.conversation().id()));
        }
        Ticket ticket = tickets.find(move.code()).orElseThrow(() -> new Tickets.NoSuchTicket(move.code()));
        Optional<Long> before = doors.current(ticket);
        doors.open(move.code(), here.conversation().id(), now);
        if (before.equals(Optional.of(here.conversation().id()))) {
            return ticket;
        }
        String kind = here.conversation().kind();
        before.flatMap(id -> rows.lockLine(id, now)).ifPresent(row -> {
            boolean warns = move.by() == Passage.Proof.DIGITS
                    && ticket.contactConsent()
                    && !sameTelephone(row.conversation(), here.conversation());
            say(voice.left(ticket, row.conversation(), kind), row, now, warns);
        });
        return tickets.continued(move.code(), kind);
    }

    /** Whether both are written to at one address: a call and the text messages of its number. */
    private boolean sameTelephone(Conversation one, Conversation other) {
        return lines.written(one.address()).equals(lines.written(other.address()));
    }

    /** Sends the code, if the ticket came from where the desk can write to and may. */
    void send(Command.SendCode sent, ConversationRows.Row here, Instant now) {
        Conversation asker = here.conversation();
        passcodes.keep(new Passcodes.Lock(Optional.of(sent.code()), asker.id()), sent.passcode());
        tickets.find(sent.code())
                .filter(Ticket::contactConsent)
                .flatMap(Ticket::conversation)
                .flatMap(id -> rows.lockLine(id, now))
                .ifPresent(row -> say(
                        voice.coded(sent.code(), sent.passcode(), row.conversation(), asker.kind()), row, now, true));
    }

    void lend(Command.Lend lent, ConversationRows.Row here) {
        passcodes.keep(new Passcodes.Lock(Optional.empty(), here.conversation().id()), lent.passcode());
    }

    /**
     * What was begun there is ended there.
     *
     * @throws OptimisticLockingFailureException the code was used meanwhile, or somebody spoke there
     */
    void take(Command.TakeOver taken, Instant now) {
        passcodes.use(new Passcodes.Lock(Optional.empty(), taken.from()));
        ConversationRows.Row there = rows.lockLine(taken.from(), now)
                .filter(row -> row.conversation().id() == taken.from())
                .filter(row -> row.conversation().state().draft().equals(taken.draft()))
                .orElseThrow(() -> new OptimisticLockingFailureException("that conversation has moved on"));
        Conversation left = there.conversation()
                .with(there.conversation()
                        .state()
                        .withoutDraft()
                        .offering(List.of())
                        .expecting(Expected.What.MOVED, taken.kind()));
        rows.save(left, there.rest(), new ConversationRows.Entry(there.turns() + 1, "desk", "MOVED_AWAY", ""), now);
    }

    /** A turn of the desk at another door. */
    private void say(DeskVoice.Heard heard, ConversationRows.Row row, Instant now, boolean aloud) {
        long turn = row.turns() + 1;
        rows.save(heard.after(), row.rest(), new ConversationRows.Entry(turn, "desk", heard.ending(), ""), now);
        Address there = row.conversation().address();
        heard.speech()
                .filter(_ -> aloud)
                .ifPresent(speech -> lines.written(there)
                        .ifPresent(to -> outbox.queue(new OutboundMessage(
                                to,
                                row.conversation().id(),
                                turn,
                                0,
                                speech.author(),
                                heard.after().words(),
                                speech.blocks(),
                                Optional.empty()))));
    }
}
