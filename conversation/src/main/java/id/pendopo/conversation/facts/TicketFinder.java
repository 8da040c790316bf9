package id.pendopo.conversation.facts;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Expected;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Passcode;
import id.pendopo.conversation.dialogue.Transfer;
import id.pendopo.conversation.dialogue.Try;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a decision may know of tickets: those of the conversation, the one that a message is about in its sender's
 * sight, and the way to or from another conversation. Judges what is tried, and counts nothing.
 */
final class TicketFinder {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d(?:[ .\\-]?\\d){9,15}(?!\\d)");
    private static final Pattern PROOF = Pattern.compile("\\d{4}|\\d{3}[ .\\-]?\\d{3}");

    /** A ticket's ten digits, and the four that prove it, in one message. */
    private static final Pattern CODE_AND_DIGITS = Pattern.compile("(\\d{10})(\\d{4})");

    private final FactSources sources;
    private final Phrasebook phrasebook;

    TicketFinder(FactSources sources, Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
        this.sources = sources;
    }

    TicketFacts about(Set<Need> needs, Conversation conversation, InboundMessage message) {
        boolean own =
                needs.contains(Need.Plain.OWN_TICKETS) && conversation.state().ticketed();
        Optional<Typed> typed =
                needs.contains(Need.Plain.NAMED_TICKET) ? typed(conversation, message) : Optional.empty();
        Optional<Judged> judged = typed.map(given -> judged(conversation, given));
        Optional<Facts.Named> named = judged.map(Judged::named);
        Optional<Try.OfTransfer> moved = moved(needs, conversation);
        return new TicketFacts(
                named,
                own ? leading(answered(message), sources.tickets().active(conversation.id())) : List.of(),
                own
                        ? answered(conversation, message)
                                .or(() -> sources.tickets().latest(conversation.id()))
                        : Optional.empty(),
                wanted(needs, conversation, named)
                        .or(() -> moved.map(Try.OfTransfer::judged))
                        .or(() -> proved(typed, named)),
                Stream.concat(judged.flatMap(Judged::tried).stream(), moved.stream())
                        .toList());
    }

    /** The code of the ticket that those of our messages were about which are answered. */
    private static Optional<TicketCode> answered(InboundMessage message) {
        return message.repliesTo().flatMap(InboundMessage.RepliesTo::ticket).flatMap(TicketCode::parse);
    }

    /** The same where it is the sender's own: a thread proves nothing. */
    private Optional<Ticket> answered(Conversation conversation, InboundMessage message) {
        return answered(message)
                .flatMap(sources.tickets()::find)
                .filter(ticket -> sources.access().of(conversation, ticket) == Facts.Sight.FULL);
    }

    /** What is answered is spoken of before the newest. */
    private static List<Ticket> leading(Optional<TicketCode> answered, List<Ticket> tickets) {
        return answered.map(code -> tickets.stream()
                        .sorted(Comparator.comparing(ticket -> !ticket.code().equals(code)))
                        .toList())
                .orElse(tickets);
    }

    /** The need of a kind that the first in the list has. */
    static <T extends Need> Optional<T> first(Set<Need> needs, Class<T> kind) {
        return needs.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /**
     * The ticket that a message is about.
     *
     * @param proof what was offered to prove it: the last four digits, or a code of six
     */
    private record Typed(TicketCode code, Optional<String> proof) {

        @Override
        public String toString() {
            return "Typed[REDACTED]";
        }
    }

    private Optional<Typed> typed(Conversation conversation, InboundMessage message) {
        Optional<Expected> expected = conversation.state().expected();
        String text = message.text().strip();
        boolean proving =
                expected.filter(what -> what.what() == Expected.What.PROOF).isPresent()
                        && PROOF.matcher(text).matches();
        return rated(message)
                .or(() -> given(message))
                .or(() -> expected.map(Expected::code)
                        .flatMap(TicketCode::parse)
                        .map(code ->
                                new Typed(code, proving ? Optional.of(text.replaceAll("\\D", "")) : Optional.empty())));
    }

    /** The score stands beside the digits and is none of them. */
    private Optional<Typed> rated(InboundMessage message) {
        return phrasebook
                .rateCommands()
                .read(message.text())
                .filter(_ -> message.choice().isEmpty())
                .flatMap(command -> command.code().map(code -> new Typed(code, command.proof())));
    }

    private static Optional<Typed> given(InboundMessage message) {
        String text = message.choice()
                .filter(choice -> choice.indexOf(':') > 0)
                .map(choice -> choice.substring(choice.indexOf(':') + 1))
                .orElse(message.text());
        return CODE.matcher(text)
                .results()
                .flatMap(found -> given(found.group()).stream())
                .findFirst();
    }

    private static Optional<Typed> given(String digits) {
        Matcher both = CODE_AND_DIGITS.matcher(digits.replaceAll("\\D", ""));
        return TicketCode.parse(digits)
                .map(code -> new Typed(code, Optional.empty()))
                .or(() -> both.matches()
                        ? TicketCode.parse(both.group(1)).map(code -> new Typed(code, Optional.of(both.group(2))))
                        : Optional.empty());
    }

    /**
     * The ticket that a message is about, in the sender's sight.
     *
     * @param tried the proof, where there was something to prove
     */
    private record Judged(Facts.Named named, Optional<Try> tried) {}

    private Judged judged(Conversation conversation, Typed typed) {
        TicketCode code = typed.code();
        Optional<Ticket> ticket = sources.tickets().find(code);
        Facts.Sight sight =
                ticket.map(found -> sources.access().of(conversation, found)).orElse(Facts.Sight.CODE_ONLY);
        if (sight == Facts.Sight.FULL) {
            return new Judged(new Facts.Named(code, ticket, sight), Optional.empty());
        }
        boolean locked = sources.access().locked(conversation);
        if (ticket.isEmpty()) {
            return locked
                    ? new Judged(unseen(code), Optional.empty())
                    : new Judged(new Facts.Named(code, ticket, sight), Optional.of(new Try.OfNumber(code)));
        }
        if (typed.proof().isEmpty()) {
            return new Judged(locked ? unseen(code) : new Facts.Named(code, ticket, sight), Optional.empty());
        }
        String proof = typed.proof().get();
        Facts.Sight opened = sources.access().judge(conversation, ticket.get(), proof);
        boolean hidden = locked && opened != Facts.Sight.FULL;
        return new Judged(
                hidden ? unseen(code) : new Facts.Named(code, ticket, opened),
                Optional.of(new Try.OfTicket(code, proof, opened)));
    }

    /** Whether there is such a ticket is not told. */
    private static Facts.Named unseen(TicketCode code) {
        return new Facts.Named(code, Optional.empty(), Facts.Sight.LOCKED);
    }

    private Optional<Try.OfTransfer> moved(Set<Need> needs, Conversation conversation) {
        return first(needs, Need.Arrival.class)
                .map(Need.Arrival::code)
                .map(code -> new Try.OfTransfer(code, sources.transfers().find(conversation, code)));
    }

    private Optional<Transfer> wanted(Set<Need> needs, Conversation conversation, Optional<Facts.Named> named) {
        boolean leaves = needs.contains(Need.Plain.CODE_TO_LEAVE);
        if (!leaves && !needs.contains(Need.Plain.CODE_FOR_TICKET)) {
            return Optional.empty();
        }
        Optional<Ticket> ticket = leaves ? Optional.empty() : named.flatMap(Facts.Named::ticket);
        return Optional.of(
                new Transfer.Wanted(Passcode.random(), sources.transfers().open(conversation, ticket)));
    }

    private Optional<Transfer> proved(Optional<Typed> typed, Optional<Facts.Named> named) {
        return typed.flatMap(Typed::proof)
                .map(proof -> proof.length() == 4 ? Transfer.Proof.DIGITS : Transfer.Proof.CODE)
                .flatMap(by -> named.filter(ticket -> ticket.sight() == Facts.Sight.FULL)
                        .flatMap(Facts.Named::ticket)
                        .map(ticket ->
                                new Transfer.Proved(by, sources.transfers().held(ticket))));
    }
}
