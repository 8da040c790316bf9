package id.pendopo.conversation.desk;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.DeskEnding;
import id.pendopo.conversation.linking.LinkedConversations;
import id.pendopo.conversation.store.ConversationRow;
import id.pendopo.conversation.store.ConversationStore;
import id.pendopo.conversation.wording.AgentEventReplies;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A listener of ticket events that tells the citizen what the desk did: called inside the desk's transaction, so that
 * both commit or neither does.
 */
@Component
class DeskListener {

    private final ConversationStore rows;
    private final LinkedConversations linked;
    private final Outbox outbox;
    private final AgentEventReplies voice;
    private final ChannelAccounts lines;
    private final ReplyOutlooks outlooks;
    private final SentFiles files;
    private final Clock clock;

    DeskListener(
            ConversationStore rows,
            LinkedConversations linked,
            Outbox outbox,
            AgentEventReplies voice,
            ChannelAccounts lines,
            ReplyOutlooks outlooks,
            SentFiles files,
            Clock clock) {
        this.outlooks = outlooks;
        this.files = files;
        this.rows = rows;
        this.linked = linked;
        this.lines = lines;
        this.outbox = outbox;
        this.voice = voice;
        this.clock = clock;
    }

    @EventListener
    void on(TicketEvent event) {
        Instant now = clock.instant();
        List<Block.Media> sent = files.take(event);
        Optional<Long> current = linked.current(event.ticket());
        current.flatMap(id -> rows.lockLine(id, now)).ifPresent(row -> on(event, sent, row, now));
        if (event instanceof TicketEvent.FloorReturned || event instanceof TicketEvent.TicketClosed) {
            linked.all(event.ticket()).stream()
                    .filter(id -> !current.equals(Optional.of(id)))
                    .flatMap(id -> rows.lockLine(id, now).stream())
                    .forEach(row -> release(event.ticket(), row, now));
        }
    }

    /** A conversation that the citizen left while the agent spoke there is the bot's again. */
    private void release(Ticket ticket, ConversationRow row, Instant now) {
        if (row.conversation().state().held().contains(ticket.code().digits())) {
            rows.save(
                    row,
                    AgentEventReplies.released(row.conversation(), ticket),
                    new ConversationStore.Entry("desk", DeskEnding.FLOOR_RETURNED, ""),
                    now);
        }
    }

    private void on(TicketEvent event, List<Block.Media> sent, ConversationRow row, Instant now) {
        AgentEventReplies.Reaction heard = voice.of(event, row.conversation(), now);
        rows.save(row, heard.after(), new ConversationStore.Entry("desk", heard.ending(), ""), now);
        Address called = heard.after().address();
        Address written = lines.written(called).orElse(called);
        heard.speech().ifPresent(speech -> {
            Address there = written;
            List<List<Block>> parts = SentFiles.messages(speech.blocks(), sent, family(written));
            for (int part = 0; part < parts.size(); part++) {
                OutboundMessage message =
                        message(speech.with(parts.get(part)), written, heard.after(), event.ticket(), row.next(), part);
                if (isHandover(event) && outlooks.closed(message)) {
                    return;
                }
                there = outlooks.leaves(message);
                outbox.queue(message.to(there));
            }
            if (event instanceof TicketEvent.AgentReplied || event instanceof TicketEvent.TicketClosed) {
                rows.keepTicketEvents(row.conversation().id(), row.next(), List.of(event.ticket()));
            }
            if (!there.equals(called)) {
                carried(event, there, heard, now);
            }
        });
    }

    /** That somebody takes over is not worth a template or a text message, which are paid for: the agent's words follow. */
    private static boolean isHandover(TicketEvent event) {
        return event instanceof TicketEvent.FloorTaken || event instanceof TicketEvent.FloorReturned;
    }

    /** A caller, or somebody whose reply window has closed, is written to on another line, and may answer there. */
    private void carried(TicketEvent event, Address written, AgentEventReplies.Reaction heard, Instant now) {
        String kind = lines.find(written.account()).orElseThrow().kind();
        ConversationRow other = rows.lock(written, kind, heard.after().language(), now);
        rows.save(
                other,
                voice.carried(event, other.conversation()),
                new ConversationStore.Entry("desk", heard.ending(), ""),
                now);
    }

    private Family family(Address written) {
        return lines.find(written.account())
                .map(account -> lines.kinds().of(account.kind()).family())
                .orElse(Family.RICH);
    }

    private OutboundMessage message(
            AgentEventReplies.Speech speech, Address to, Conversation line, Ticket ticket, long turn, int part) {
        return new OutboundMessage(
                to,
                line.id(),
                turn,
                part,
                speech.author(),
                voice.frame(line),
                speech.blocks(),
                Optional.of(ticket.code().digits()),
                speech.speaker());
    }
}
