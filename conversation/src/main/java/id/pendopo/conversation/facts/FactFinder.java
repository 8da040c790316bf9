package id.pendopo.conversation.facts;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.engine.Conversation;
import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.engine.Expected;
import id.pendopo.conversation.engine.Facts;
import id.pendopo.conversation.engine.Floor;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.Question;
import id.pendopo.knowledge.Questions;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gathers the facts of one message. Reads tickets from the database, all else in process. Any thread may call. */
public final class FactFinder {

    private static final int QUESTIONS = 3;
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d(?:[ .\\-]?\\d){9,15}(?!\\d)");
    private static final Pattern FOUR = Pattern.compile("\\s*(\\d{4})\\s*");

    private final Understanding understanding;
    private final Desk desk;

    public FactFinder(Understanding understanding, Desk desk) {
        this.understanding = understanding;
        this.desk = desk;
    }

    /** The facts of a message to a conversation as it stood a moment ago. */
    public Facts about(Conversation conversation, InboundMessage message, Instant now) {
        String text = message.text();
        boolean ticketed = conversation.state().ticketed();
        Optional<Locale> detected = understanding.languages().detect(text);
        List<Category> categories = desk.book().categories();
        return new Facts(
                detected,
                understanding.acts().classify(text),
                answers(conversation, message, Engine.language(conversation, message, detected)),
                understanding
                        .categories()
                        .classify(text)
                        .map(guess -> new Suggestions.Guess(guess.label(), guess.confidence())),
                categories,
                named(conversation, message),
                ticketed ? desk.book().active(conversation.id()) : List.of(),
                ticketed ? desk.book().latest(conversation.id()) : Optional.empty(),
                Engine.asksForAPerson(conversation, message) ? offices(categories, now) : Map.of(),
                TicketCode.random(),
                TicketCode.anonymousReceipt());
    }

    private List<Answer> answers(Conversation conversation, InboundMessage message, Locale language) {
        Optional<String> article = Engine.pickedArticle(conversation, message);
        if (article.isPresent()) {
            return understanding.knowledge().answer(article.get(), Optional.empty(), language).stream()
                    .map(Answer.class::cast)
                    .toList();
        }
        boolean mute = conversation.floor() == Floor.AGENT || message.choice().isPresent();
        boolean words = message.text().codePoints().anyMatch(Character::isLetter);
        return mute || !words ? List.of() : asked(conversation, message.text(), language);
    }

    /** Each question of the message gets its answer; if none of several does, the message as a whole is asked. */
    private List<Answer> asked(Conversation conversation, String text, Locale language) {
        List<String> parts = Questions.split(text);
        Optional<String> about = conversation.state().about();
        if (parts.size() > 1) {
            List<Answer> found = each(parts, about, language);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of(completed(conversation, text, language)
                .orElseGet(() -> understanding.knowledge().ask(new Question(text, language, about))));
    }

    /** "hilang" after "paspor" and a choice of three: the two together may be the question. */
    private Optional<Answer> completed(Conversation conversation, String text, Locale language) {
        boolean choosing = conversation.state().options().stream().anyMatch(option -> option.startsWith("article:"));
        return conversation
                .state()
                .question()
                .filter(_ -> choosing && text.strip().split("\\s+").length <= 4)
                .map(before ->
                        understanding.knowledge().ask(new Question(before + " " + text, language, Optional.empty())))
                .filter(Answer.Found.class::isInstance);
    }

    private List<Answer> each(List<String> parts, Optional<String> about, Locale language) {
        List<Answer> found = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        Optional<String> topic = about;
        for (String part : parts) {
            Answer answer = understanding.knowledge().ask(new Question(part, language, topic));
            if (answer instanceof Answer.Found fact) {
                topic = Optional.of(fact.version().slug());
                String quote = fact.version().slug() + fact.aspect();
                if (!quoted.contains(quote) && found.size() < QUESTIONS) {
                    quoted.add(quote);
                    found.add(fact);
                }
            }
        }
        return found;
    }

    private Optional<Facts.Named> named(Conversation conversation, InboundMessage message) {
        Optional<TicketCode> typed = code(message);
        Optional<Expected> expected = conversation.state().expected();
        Optional<TicketCode> code = typed.or(() -> expected.map(Expected::code).flatMap(TicketCode::parse));
        boolean proving = typed.isEmpty()
                && expected.filter(what -> what.what() == Expected.What.PROOF).isPresent();
        Matcher four = FOUR.matcher(message.text());
        Optional<String> digits = proving && four.matches() ? Optional.of(four.group(1)) : Optional.empty();
        return code.map(given -> {
            Optional<Ticket> ticket = desk.book().find(given);
            Facts.Sight sight = ticket.map(found -> desk.sights().of(conversation, found, digits))
                    .orElse(Facts.Sight.CODE_ONLY);
            return new Facts.Named(given, ticket, sight);
        });
    }

    private static Optional<TicketCode> code(InboundMessage message) {
        String text = message.choice()
                .filter(choice -> choice.indexOf(':') > 0)
                .map(choice -> choice.substring(choice.indexOf(':') + 1))
                .orElse(message.text());
        return CODE.matcher(text)
                .results()
                .flatMap(found -> TicketCode.parse(found.group()).stream())
                .findFirst();
    }

    private Map<String, Facts.Office> offices(List<Category> categories, Instant now) {
        return categories.stream()
                .map(Category::unit)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), unit -> office(unit, now)));
    }

    private Facts.Office office(String unit, Instant now) {
        return new Facts.Office(
                desk.calendar().zone(unit),
                desk.calendar().open(unit, now),
                desk.calendar().nextOpening(unit, now));
    }
}
