package id.pendopo.conversation.cli;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Choice;
import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.facts.FactFinder;
import id.pendopo.conversation.wording.AgentEventReplies;
import id.pendopo.conversation.wording.RenderingContext;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketEvent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One script's conversation, kept in memory: the same facts, decisions and words as the desk's, without its database. */
final class Rehearsal {

    private static final Instant BEGIN =
            OffsetDateTime.parse("2026-03-17T09:00+07:00").toInstant();
    private static final String AGENT = "Ani";
    private static final String MESSAGE = "Kami sudah menanganinya.";

    private final Company company;
    private final Script script;
    private final MemoryBook book;
    private final FactFinder facts;
    private final PlainText plain;
    private Conversation conversation;
    private Instant now = BEGIN;
    private int messages;
    private List<Block> last = List.of();

    Rehearsal(Company company, Script script) {
        this.company = company;
        this.script = script;
        this.book = company.book();
        this.facts = company.facts(book);
        Capabilities channel = company.channel(script.channel());
        this.plain = new PlainText(channel.family());
        Address address = new Address("script", channel.family().brief() ? "+6281200001234" : "session-1");
        this.conversation =
                Conversation.fresh(1, address, channel, script.language().orElse(Locale.of("id")));
    }

    /**
     * What a turn came to.
     *
     * @param said the desk's messages as somebody reads them
     */
    record Outcomes(List<String> said, String ending, List<String> articles) {}

    void at(Instant moment) {
        now = moment;
    }

    /** @param text nothing, where somebody dials a code to begin */
    Outcomes hear(String text) {
        InboundMessage message = new InboundMessage(
                "script",
                "m" + ++messages,
                now,
                conversation.kind(),
                conversation.address(),
                text,
                text.isEmpty() && conversation.paged() ? Optional.of(Choice.MENU) : Optional.empty(),
                Optional.empty(),
                List.of(),
                script.language());
        Facts found = facts.about(conversation, message, now);
        Decision decision = company.engine().decide(conversation, message, found, now);
        decision.commands().forEach(command -> book.carryOut(command, now));
        conversation = decision.after();
        RenderingContext around = RenderingContext.of(conversation, book.all()).after(last, List.of());
        List<List<Block>> said = decision.replies().stream()
                .map(reply -> company.wording().blocks(reply, around))
                .toList();
        if (!said.isEmpty()) {
            last = said.stream().flatMap(List::stream).toList();
        }
        return new Outcomes(
                said.stream().map(plain::of).toList(), decision.ending().name(), articles(decision));
    }

    /** Something the desk does with the newest ticket of this conversation. */
    Outcomes act(Script.Step.Desk step) {
        Ticket ticket = book.latest(conversation.id())
                .orElseThrow(() -> new Difference(step.number(), "a ticket", "none was opened"));
        TicketEvent event = switch (step.act()) {
            case "agent" ->
                new TicketEvent.AgentReplied(
                        book.happens(ticket.code(), new HistoryEvent.Replied(step.text(), false, false), now),
                        step.text(),
                        Optional.of(AGENT));
            case "take" -> new TicketEvent.FloorTaken(ticket, AGENT);
            case "return" ->
                new TicketEvent.FloorReturned(book.happens(ticket.code(), new HistoryEvent.FloorReturned(), now));
            case "close" -> closed(ticket, step.text().isEmpty() ? MESSAGE : step.text());
            default -> throw new Script.Malformed(step.number(), "\"*\" is followed by agent, take, return or close");
        };
        AgentEventReplies.Reaction heard = new AgentEventReplies(company.wording()).of(event, conversation, now);
        conversation = heard.after();
        List<String> said =
                heard.speech().stream().map(speech -> plain.of(speech.blocks())).toList();
        return new Outcomes(said, heard.ending().name(), List.of());
    }

    private TicketEvent closed(Ticket ticket, String text) {
        HistoryEvent closing = new HistoryEvent.Closed(Outcome.FIXED, text);
        return new TicketEvent.TicketClosed(book.happens(ticket.code(), closing, now), Outcome.FIXED, text);
    }

    private static List<String> articles(Decision decision) {
        List<String> slugs = new ArrayList<>();
        decision.replies()
                .forEach(reply -> reply.parts().forEach(part -> {
                    if (part instanceof Part.Quote quote) {
                        slugs.add(quote.found().version().slug());
                    }
                }));
        return slugs;
    }
}
