package id.pendopo.conversation.dialogue;

import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The outcome of one turn.
 *
 * @param after the conversation as it stands then
 * @param replies in order; empty only while an agent holds the floor, or for who is not answered any more
 * @param responder who answered
 * @param ending how the turn ended
 */
public record Decision(
        Conversation after, List<Reply> replies, List<Command> commands, String responder, Ending ending) {

    public Decision {
        replies = List.copyOf(replies);
        commands = List.copyOf(commands);
    }

    /** One reply, or none without parts. */
    public static Decision of(TurnContext context, Ending ending, Part... parts) {
        return of(context, ending, List.of(parts));
    }

    public static Decision of(TurnContext context, Ending ending, List<Part> parts) {
        List<Reply> replies = parts.isEmpty() ? List.of() : List.of(new Reply(parts, Optional.empty()));
        return new Decision(context.conversation(), replies, List.of(), "", ending);
    }

    public Decision state(UnaryOperator<State> change) {
        return after(after.with(change.apply(after.state())));
    }

    public Decision after(Conversation changed) {
        return new Decision(changed, replies, commands, responder, ending);
    }

    public Decision command(Command command) {
        List<Command> more = new ArrayList<>(commands);
        more.add(command);
        return new Decision(after, replies, more, responder, ending);
    }

    /** Has this done first. */
    public Decision begun(Command command) {
        List<Command> more = new ArrayList<>(commands);
        more.addFirst(command);
        return new Decision(after, replies, more, responder, ending);
    }

    /** Has tries counted, whoever answers and whatever is said, before anything that they open. */
    public Decision counting(List<Try> tried) {
        Decision counting = this;
        for (Try one : tried.reversed()) {
            counting = counting.begun(new Command.Count(one));
        }
        return counting;
    }

    public Decision about(TicketCode code) {
        List<Reply> marked = replies.stream()
                .map(reply -> new Reply(reply.parts(), Optional.of(code)))
                .toList();
        return new Decision(after, marked, commands, responder, ending);
    }

    /** Says this first. */
    public Decision preceded(Part part) {
        List<Reply> more = new ArrayList<>(replies);
        Reply first = more.removeFirst();
        List<Part> parts = new ArrayList<>(first.parts());
        parts.addFirst(part);
        more.addFirst(new Reply(parts, first.ticket()));
        return new Decision(after, more, commands, responder, ending);
    }

    /** Says this last. */
    public Decision followed(Part part) {
        List<Reply> more = new ArrayList<>(replies);
        Reply last = more.removeLast();
        List<Part> parts = new ArrayList<>(last.parts());
        parts.add(part);
        more.add(new Reply(parts, last.ticket()));
        return new Decision(after, more, commands, responder, ending);
    }

    /** Does not say this. */
    public Decision without(Part part) {
        List<Reply> fewer = replies.stream()
                .map(reply -> new Reply(
                        reply.parts().stream()
                                .filter(other -> !other.equals(part))
                                .toList(),
                        reply.ticket()))
                .toList();
        return new Decision(after, fewer, commands, responder, ending);
    }

    public Decision by(String name) {
        return new Decision(after, replies, commands, name, ending);
    }

    /** The anonymous report that this is about: it is opened, or its receipt was named. */
    public Optional<TicketCode> anonymous(Facts facts) {
        return openedWithoutAName()
                .map(NewTicket::code)
                .or(() -> facts.named()
                        .flatMap(Facts.Named::ticket)
                        .filter(ticket -> ticket.visibility() == Visibility.ANONYMOUS
                                && ticket.conversation().isEmpty())
                        .map(Ticket::code));
    }

    /** The anonymous report that this opens. */
    public Optional<NewTicket> openedWithoutAName() {
        return commands.stream()
                .filter(Command.Open.class::isInstance)
                .map(command -> ((Command.Open) command).ticket())
                .filter(ticket -> ticket.visibility() == Visibility.ANONYMOUS)
                .findFirst();
    }

    /** The same, after which the conversation remembers nothing of an anonymous report. */
    public Decision sealed(Facts facts) {
        return anonymous(facts).isPresent() ? state(State::sealed) : this;
    }

    /** The choices that the citizen reads, in order. */
    public List<String> offered() {
        return replies.stream()
                .flatMap(reply -> reply.parts().stream())
                .filter(Part.Offer.class::isInstance)
                .map(Part.Offer.class::cast)
                .filter(offer -> !(offer.named() && after.worded()))
                .flatMap(offer -> offer.options().stream())
                .map(Part.Option::id)
                .toList();
    }
}
