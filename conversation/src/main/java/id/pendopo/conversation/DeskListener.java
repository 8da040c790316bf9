package id.pendopo.conversation;

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
    private final Outbox outbox;
    private final DeskVoice voice;
    private final Clock clock;

    DeskListener(ConversationRows rows, Outbox outbox, DeskVoice voice, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.voice = voice;
        this.clock = clock;
    }

    @EventListener
    void on(TicketEvent event) {
        Instant now = clock.instant();
        event.ticket().conversation().flatMap(id -> rows.lockLine(id, now)).ifPresent(row -> on(event, row, now));
    }

    private void on(TicketEvent event, ConversationRows.Row row, Instant now) {
        DeskVoice.Heard heard = voice.of(event, row.conversation());
        long turn = row.turns() + 1;
        rows.save(heard.after(), row.rest(), new ConversationRows.Entry(turn, "desk", heard.ending(), ""), now);
        heard.speech().ifPresent(speech -> outbox.queue(message(speech, heard.after(), event.ticket(), turn)));
    }

    private static OutboundMessage message(DeskVoice.Speech speech, Conversation line, Ticket ticket, long turn) {
        return new OutboundMessage(
                line.address(),
                line.id(),
                turn,
                0,
                speech.author(),
                line.language(),
                speech.blocks(),
                Optional.of(ticket.code().digits()),
                speech.speaker());
    }
}
