package id.pendopo.conversation;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.conversation.engine.Conversation;
import id.pendopo.conversation.wording.DeskVoice;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the desk does reaches the citizen: called inside the desk's transaction, so that both commit or neither does. */
@Component
class DeskListener {

    private final ConversationRows rows;
    private final Doors doors;
    private final Outbox outbox;
    private final DeskVoice voice;
    private final ChannelAccounts lines;
    private final Clock clock;

    DeskListener(
            ConversationRows rows, Doors doors, Outbox outbox, DeskVoice voice, ChannelAccounts lines, Clock clock) {
        this.rows = rows;
        this.doors = doors;
        this.lines = lines;
        this.outbox = outbox;
        this.voice = voice;
        this.clock = clock;
    }

    @EventListener
    void on(TicketEvent event) {
        Instant now = clock.instant();
        Optional<Long> current = doors.current(event.ticket());
        current.flatMap(id -> rows.lockLine(id, now)).ifPresent(row -> on(event, row, now));
        if (event instanceof TicketEvent.FloorReturned || event instanceof TicketEvent.TicketClosed) {
            doors.all(event.ticket()).stream()
                    .filter(id -> !current.equals(Optional.of(id)))
                    .flatMap(id -> rows.lockLine(id, now).stream())
                    .forEach(row -> release(event.ticket(), row, now));
        }
    }

    /** A door that the citizen left while the agent spoke there is the bot's again. */
    private void release(Ticket ticket, ConversationRows.Row row, Instant now) {
        if (row.conversation().state().held().contains(ticket.code().digits())) {
            rows.save(
                    DeskVoice.released(row.conversation(), ticket),
                    row.rest(),
                    new ConversationRows.Entry(row.turns() + 1, "desk", "FLOOR_RETURNED", ""),
                    now);
        }
    }

    private void on(TicketEvent event, ConversationRows.Row row, Instant now) {
        DeskVoice.Heard heard = voice.of(event, row.conversation());
        long turn = row.turns() + 1;
        rows.save(heard.after(), row.rest(), new ConversationRows.Entry(turn, "desk", heard.ending(), ""), now);
        Address called = heard.after().address();
        Address written = lines.written(called).orElse(called);
        heard.speech().ifPresent(speech -> {
            outbox.queue(message(speech, written, heard.after(), event.ticket(), turn));
            if (!written.equals(called)) {
                carried(event, written, heard, now);
            }
        });
    }

    /** A caller is written to on another line, and may answer there. */
    private void carried(TicketEvent event, Address written, DeskVoice.Heard heard, Instant now) {
        String kind = lines.find(written.account()).orElseThrow().kind();
        ConversationRows.Row other = rows.lock(written, kind, heard.after().language(), now);
        rows.save(
                voice.carried(event, other.conversation()),
                other.rest(),
                new ConversationRows.Entry(other.turns() + 1, "desk", heard.ending(), ""),
                now);
    }

    private static OutboundMessage message(
            DeskVoice.Speech speech, Address to, Conversation line, Ticket ticket, long turn) {
        return new OutboundMessage(
                to,
                line.id(),
                turn,
                0,
                speech.author(),
                line.words(),
                speech.blocks(),
                Optional.of(ticket.code().digits()),
                speech.speaker());
    }
}
