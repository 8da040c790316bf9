package id.pendopo.conversation.wording;

import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import id.pendopo.channels.OutboundMessage.Author;
import id.pendopo.conversation.dialogue.AgentTalk;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.DeskEnding;
import id.pendopo.conversation.dialogue.Expected;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Passcode;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Replies to agents' events and transfers: what the citizen hears of what the desk did, and how the conversation
 * stands then. Any thread may call.
 */
public final class AgentEventReplies {

    private final Wording wording;

    public AgentEventReplies(Wording wording) {
        this.wording = wording;
    }

    /** The language of the line's own words around what is said. */
    public Locale frame(Conversation conversation) {
        return wording.frame(conversation);
    }

    /** What is said, by whom; the speaker is an agent's name. */
    public record Speech(Author author, List<Block> blocks, Optional<String> speaker) {

        public Speech {
            blocks = List.copyOf(blocks);
        }

        /** The same person says something else. */
        public Speech with(List<Block> said) {
            return new Speech(author, said, speaker);
        }
    }

    /**
     * What an event leads to.
     *
     * @param ending names the turn of the desk
     * @param speech empty when nothing is said, or the citizen does not want to be written to
     */
    public record Reaction(Conversation after, DeskEnding ending, Optional<Speech> speech) {

        private Reaction(Conversation after, DeskEnding ending, Speech speech) {
            this(after, ending, Optional.of(speech));
        }
    }

    public Reaction of(TicketEvent event, Conversation line, Instant now) {
        Reaction heard = heard(event, line, now);
        return event.ticket().contactConsent() ? heard : new Reaction(heard.after(), heard.ending(), Optional.empty());
    }

    private Reaction heard(TicketEvent event, Conversation line, Instant now) {
        return switch (event) {
            case TicketEvent.AgentReplied replied ->
                new Reaction(
                        replied.ticket().status().active() ? held(line, replied.ticket(), now) : line,
                        DeskEnding.AGENT_REPLIED,
                        new Speech(Author.AGENT, words(replied.text()), replied.agentName()));
            case TicketEvent.FloorTaken taken ->
                new Reaction(taken(line, taken.ticket(), now), DeskEnding.FLOOR_TAKEN, takes(line, taken));
            case TicketEvent.FloorReturned returned -> {
                Conversation after = released(line, returned.ticket());
                yield new Reaction(after, DeskEnding.FLOOR_RETURNED, returns(line, after));
            }
            case TicketEvent.CitizenNotice notice -> {
                String words = wording.text(
                        notice.key(), line.language(), notice.args().toArray());
                yield new Reaction(line, DeskEnding.NOTICE, desk(List.of(Block.Text.of(words))));
            }
            case TicketEvent.TicketClosed closed ->
                new Reaction(asked(line, closed.ticket()), DeskEnding.CLOSED, closing(line, closed));
        };
    }

    /**
     * How another line of the same person stands after it carried these words: what is answered there belongs to the
     * ticket, whose own conversation is a call.
     */
    public Conversation carried(TicketEvent event, Conversation other) {
        String digits = event.ticket().code().digits();
        return switch (event) {
            case TicketEvent.AgentReplied _ -> other.with(other.state().expecting(Expected.What.INFORMATION, digits));
            case TicketEvent.TicketClosed _ ->
                other.with(
                        other.state().expecting(Expected.What.CLOSING, digits).offering(List.of()));
            case TicketEvent.FloorTaken _, TicketEvent.FloorReturned _, TicketEvent.CitizenNotice _ -> other;
        };
    }

    /** How a line stands that the citizen left with a ticket, and what is said there lest it was somebody else. */
    public Reaction left(Ticket ticket, Conversation line, String kind) {
        String code = ticket.code().grouped();
        String where = wording.line(kind, line.language());
        return new Reaction(
                released(line, ticket),
                DeskEnding.MOVED_AWAY,
                desk(List.of(text(DeskEnding.MOVED_AWAY, line, code, where))));
    }

    /** A code for proving a ticket elsewhere, for whoever reported it. */
    public Reaction coded(TicketCode code, Passcode passcode, Conversation line, String kind) {
        String where = wording.line(kind, line.language());
        return new Reaction(
                line,
                DeskEnding.CODE_SENT,
                desk(List.of(text(DeskEnding.CODE_SENT, line, passcode.grouped(), code.grouped(), where))));
    }

    private Block text(DeskEnding ending, Conversation line, Object... args) {
        String key = ending.key();
        return new Block.Text(
                wording.text(key, line.language(), args),
                Optional.of(wording.text(key + ".brief", line.language(), args)),
                Optional.empty());
    }

    private static Conversation taken(Conversation line, Ticket ticket, Instant now) {
        Conversation held = held(line, ticket, now);
        return held.with(held.state().hinted(false));
    }

    /** Files may say it all. */
    private static List<Block> words(String text) {
        return text.isBlank() ? List.of() : List.of(Block.Text.of(text));
    }

    /** The citizen's next words answer the agent, not what the desk asked before. */
    private static Conversation held(Conversation line, Ticket ticket, Instant now) {
        return line.held(Floor.AGENT)
                .with(line.state()
                        .withTicket()
                        .heldBy(ticket.code().digits())
                        .talking(AgentTalk.at(now))
                        .settled()
                        .expectingNothing()
                        .offering(List.of()));
    }

    /** The floor goes back to the bot when no other agent speaks with the citizen. */
    public static Conversation released(Conversation line, Ticket ticket) {
        State state = line.state().releasedBy(ticket.code().digits());
        return state.held().isEmpty()
                ? line.held(Floor.BOT).with(state.released())
                : line.held(Floor.AGENT).with(state);
    }

    /** On lines that pay by the segment, or call for one, the agent's own words, which follow, must do. */
    private Optional<Speech> takes(Conversation line, TicketEvent.FloorTaken taken) {
        String words = wording.text(DeskEnding.FLOOR_TAKEN.key(), line.language(), taken.agentName());
        return line.brief() || line.spoken()
                ? Optional.empty()
                : Optional.of(desk(List.of(new Block.HandoverNotice(words))));
    }

    private Optional<Speech> returns(Conversation line, Conversation after) {
        String words = wording.text(DeskEnding.FLOOR_RETURNED.key(), line.language());
        return line.floor() == Floor.AGENT && after.floor() == Floor.BOT && !line.spoken()
                ? Optional.of(desk(List.of(new Block.HandoverNotice(words))))
                : Optional.empty();
    }

    /** "1" and "2" answer the closing question from now on. */
    private static Conversation asked(Conversation line, Ticket ticket) {
        String digits = ticket.code().digits();
        Conversation released = released(line, ticket);
        return released.with(released.state()
                .withTicket()
                .expecting(Expected.What.CLOSING, digits)
                .offering(List.of(ChoiceIds.SOLVED + digits, ChoiceIds.UNSOLVED + digits)));
    }

    private Speech closing(Conversation line, TicketEvent.TicketClosed closed) {
        String digits = closed.ticket().code().digits();
        Locale language = line.language();
        Block words = text(DeskEnding.CLOSED, line, closed.ticket().code().grouped(), closed.text());
        List<String> options = DeskEnding.CLOSED.keys().subList(1, 3);
        Block choices = new Block.Choices(List.of(
                new Choice(ChoiceIds.SOLVED + digits, wording.text(options.getFirst(), language)),
                new Choice(ChoiceIds.UNSOLVED + digits, wording.text(options.getLast(), language))));
        return desk(List.of(words, choices));
    }

    private static Speech desk(List<Block> blocks) {
        return new Speech(Author.DESK, blocks, Optional.empty());
    }
}
