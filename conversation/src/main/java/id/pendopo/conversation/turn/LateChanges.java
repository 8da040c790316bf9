package id.pendopo.conversation.turn;

import id.pendopo.channels.Address;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.Outbox;
import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Grants;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Reply;
import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.facts.FactFinder;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.store.ConversationRow;
import id.pendopo.conversation.store.ConversationStore;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Turns that no message begins: a message was edited after its own turn, or a file of it is not kept. Called within the
 * transaction of that event; the conversation's row is locked before a ticket's, as in every turn.
 */
@Component
class LateChanges {

    private final ConversationStore rows;
    private final Engine engine;
    private final FactFinder facts;
    private final EditedDrafts drafts;
    private final Tickets tickets;
    private final CommandHandler orders;
    private final ReplyComposer utterances;
    private final Outbox outbox;

    LateChanges(
            ConversationStore rows,
            Engine engine,
            FactFinder facts,
            EditedDrafts drafts,
            Tickets tickets,
            CommandHandler orders,
            ReplyComposer utterances,
            Outbox outbox) {
        this.rows = rows;
        this.engine = engine;
        this.facts = facts;
        this.drafts = drafts;
        this.tickets = tickets;
        this.orders = orders;
        this.utterances = utterances;
        this.outbox = outbox;
    }

    /** The open form takes the new words, or else the open ticket that has the old ones. */
    void edited(MessageChanged change, Inbox.Received original, Instant now) {
        String before = original.text().strip();
        String after = change.text().orElse("").strip();
        if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
            return;
        }
        locked(change.from(), now).ifPresent(row -> {
            Optional<Draft> open = row.conversation()
                    .state()
                    .draft()
                    .filter(draft -> !draft.paused() && row.conversation().floor() != Floor.AGENT);
            boolean reread = open.isPresent() && reread(change, before, after, row, open.get(), now);
            if (!reread) {
                ticket(row, original, before).ifPresent(ticket -> added(change, before, after, row, ticket, now));
            }
        });
    }

    private Optional<ConversationRow> locked(Address from, Instant now) {
        return rows.peek(from)
                .map(ConversationRow::conversation)
                .map(line -> rows.lock(from, line.kind(), line.language(), now));
    }

    private boolean reread(
            MessageChanged change, String before, String after, ConversationRow row, Draft draft, Instant now) {
        Conversation conversation = row.conversation();
        InboundMessage message = EditedDrafts.message(change, conversation, after);
        Facts found = facts.about(conversation, message, now);
        Optional<Draft> edited = drafts.edited(draft, before, after, found);
        edited.ifPresent(mended -> {
            Conversation reading = conversation.with(conversation.state().drafting(mended.laidAside()));
            Decision decided = engine.decide(reading, message, found, now);
            Decision told =
                    decided.ending() == Ending.EMERGENCY || decided.replies().isEmpty()
                            ? decided
                            : decided.preceded(Part.say("edited.form"));
            List<Ticket> steps =
                    orders.carryOut(told.commands(), row, code -> Grants.change(conversation, found, code), now);
            rows.keepTicketEvents(conversation.id(), row.next(), steps);
            say(told, row, steps, change.externalId(), now);
        });
        return edited.isPresent();
    }

    /** The one that a turn of the message wrote to, or that was opened with its words. */
    private Optional<Ticket> ticket(ConversationRow row, Inbox.Received original, String before) {
        long conversation = row.conversation().id();
        List<Ticket> open = tickets.active(conversation);
        return open.stream()
                .filter(ticket -> rows.ticketEvents(conversation, ticket.code()).containsKey(original.turn()))
                .findFirst()
                .or(() -> open.stream()
                        .filter(ticket -> before.contains(ticket.description())
                                || ticket.description().contains(before))
                        .findFirst());
    }

    private void added(
            MessageChanged change, String before, String after, ConversationRow row, Ticket ticket, Instant now) {
        TicketCode code = ticket.code();
        Ticket mended = tickets.handle(new TicketCommand.EditInformation(code, before, after), Actor.CITIZEN);
        rows.keepTicketEvents(row.conversation().id(), row.next(), List.of(mended));
        Decision told = told(row, Ending.EDITED, Optional.of(code), Part.say("edited.ticket", new Arg.Code(code)));
        say(told, row, List.of(mended), change.externalId(), now);
    }

    /** In a call nothing was sent as a file. */
    void refused(Address from, AttachmentRefused.Reason reason, Instant now) {
        locked(from, now)
                .filter(row -> !row.conversation().spoken())
                .ifPresent(row -> say(
                        told(row, Ending.FILE_REFUSED, Optional.empty(), Part.say("file.refused." + reason)),
                        row,
                        List.of(),
                        "",
                        now));
    }

    private static Decision told(ConversationRow row, Ending ending, Optional<TicketCode> code, Part part) {
        return new Decision(row.conversation(), List.of(new Reply(List.of(part), code)), List.of(), "late", ending);
    }

    private void say(Decision decision, ConversationRow row, List<Ticket> steps, String event, Instant now) {
        Map<TicketCode, Ticket> known =
                steps.stream().collect(Collectors.toMap(Ticket::code, Function.identity(), (_, later) -> later));
        ReplyComposer.Said said = utterances.of(decision, row, known);
        ConversationStore.Entry entry = new ConversationStore.Entry(decision.responder(), decision.ending(), event);
        rows.save(List.of(new ConversationStore.Saved(row, decision.after(), said.rest(), entry)), now);
        said.messages().forEach(outbox::queue);
        utterances.queue(said);
    }
}
