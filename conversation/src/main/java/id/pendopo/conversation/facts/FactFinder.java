package id.pendopo.conversation.facts;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Expected;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Passcode;
import id.pendopo.conversation.dialogue.Transfer;
import id.pendopo.conversation.dialogue.Try;
import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.understanding.RateCommand;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers the facts of one message, the input of a decision. Reads tickets from the database, all else in process, and
 * changes nothing, so that a turn that is tried again may gather them again. Any thread may call.
 */
public final class FactFinder {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d(?:[ .\\-]?\\d){9,15}(?!\\d)");
    private static final Pattern PROOF = Pattern.compile("\\d{4}|\\d{3}[ .\\-]?\\d{3}");

    /** A ticket's ten digits, and the four that prove it, in one message. */
    private static final Pattern CODE_AND_DIGITS = Pattern.compile("(\\d{10})(\\d{4})");

    private final NluServices understanding;
    private final KnowledgeSearch answering;
    private final FactSources sources;

    public FactFinder(NluServices understanding, FactSources sources) {
        this.understanding = understanding;
        this.answering = new KnowledgeSearch(understanding);
        this.sources = sources;
    }

    /** The facts of a message to a conversation as it stood a moment ago. */
    public Facts about(Conversation conversation, InboundMessage message, Instant now) {
        String text = message.text();
        boolean ticketed = conversation.state().ticketed();
        Optional<Locale> detected = understanding.languages().detect(text);
        List<Category> categories = sources.tickets().categories();
        Optional<Typed> typed = typed(conversation, message);
        KnowledgeResult answered = answered(conversation, message, Engine.language(conversation, message, detected));
        Optional<Judged> judged = typed.map(given -> judged(conversation, given));
        Optional<Facts.Named> named = judged.map(Judged::named);
        Optional<Passcode> passcode = Engine.typedCode(conversation, message);
        Optional<Transfer> moved = passcode.map(code -> sources.transfers().find(conversation, code));
        return new Facts(
                detected,
                understanding.acts().classify(text),
                answered.answers(),
                answered.left(),
                understanding
                        .categories()
                        .classify(Engine.saying(conversation, message))
                        .map(guess -> new Suggestions.Guess(guess.label(), guess.confidence())),
                categories,
                named,
                ticketed ? sources.tickets().active(conversation.id()) : List.of(),
                ticketed ? sources.tickets().latest(conversation.id()) : Optional.empty(),
                Engine.asksForAPerson(conversation, message) ? offices(categories, now) : Map.of(),
                wanted(conversation, message, named).or(() -> moved).or(() -> proved(typed, named)),
                tried(judged, passcode, moved),
                TicketCode.random(),
                TicketCode.anonymousReceipt());
    }

    private KnowledgeResult answered(Conversation conversation, InboundMessage message, Locale language) {
        Optional<String> article = Engine.pickedArticle(conversation, message);
        if (article.isPresent()) {
            return answering.picked(article.get(), language);
        }
        boolean mute = conversation.floor() == Floor.AGENT || message.choice().isPresent();
        boolean words = message.text().codePoints().anyMatch(Character::isLetter);
        return mute || !words
                ? KnowledgeResult.of(Optional.empty())
                : answering.of(conversation, message.text(), language);
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

    private static Optional<Typed> typed(Conversation conversation, InboundMessage message) {
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
    private static Optional<Typed> rated(InboundMessage message) {
        return RateCommand.read(message.text())
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
        if (ticket.isEmpty() || typed.proof().isEmpty() || sight == Facts.Sight.FULL) {
            return new Judged(new Facts.Named(code, ticket, sight), Optional.empty());
        }
        String proof = typed.proof().get();
        Facts.Sight opened = sources.access().judge(conversation, ticket.get(), proof);
        return new Judged(new Facts.Named(code, ticket, opened), Optional.of(new Try.OfTicket(code, proof, opened)));
    }

    private static List<Try> tried(Optional<Judged> judged, Optional<Passcode> passcode, Optional<Transfer> moved) {
        Optional<Try> move = passcode.flatMap(code -> moved.map(found -> new Try.OfTransfer(code, found)));
        return Stream.concat(judged.flatMap(Judged::tried).stream(), move.stream())
                .toList();
    }

    private Optional<Transfer> wanted(Conversation conversation, InboundMessage message, Optional<Facts.Named> named) {
        boolean leaves = Engine.leaves(conversation, message);
        if (!leaves && !Engine.asksForACode(conversation, message)) {
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

    private Map<String, Facts.Office> offices(List<Category> categories, Instant now) {
        return categories.stream()
                .map(Category::unit)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), unit -> office(unit, now)));
    }

    private Facts.Office office(String unit, Instant now) {
        return new Facts.Office(
                sources.calendar().zone(unit),
                sources.calendar().open(unit, now),
                sources.calendar().nextOpening(unit, now));
    }
}
