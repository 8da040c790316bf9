package id.pendopo.conversation.facts;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.dialogue.AnswerLanguage;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.floor.FloorReturn;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.TicketCode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gathers the facts of one message, the input of a decision. Reads tickets from the database, all else in process, and
 * changes nothing, so that a turn that is tried again may gather them again. Any thread may call.
 */
public final class FactFinder {

    private final Engine engine;
    private final NluServices understanding;
    private final KnowledgeSearch answering;
    private final TicketFinder tickets;
    private final AlarmFinder alarms;
    private final FactSources sources;

    /** @param engine says what it needs to know of a message */
    public FactFinder(Engine engine, NluServices understanding, FactSources sources) {
        this.engine = engine;
        this.understanding = understanding;
        this.answering = new KnowledgeSearch(understanding, engine.phrasebook());
        this.tickets = new TicketFinder(sources, engine.phrasebook());
        this.alarms = new AlarmFinder(sources.alarms());
        this.sources = sources;
    }

    /**
     * The facts of a message to a conversation as it stood a moment ago: what somebody needs of it, the dearest last.
     *
     * @throws CancellationException the thread was interrupted: nobody waits for them any more
     */
    public Facts about(Conversation conversation, InboundMessage message, Instant now) {
        FloorReturn.Heard heard = engine.heard(conversation, message, now);
        return of(heard.conversation(), heard.message(), now);
    }

    private Facts of(Conversation conversation, InboundMessage message, Instant now) {
        Set<Need> needs = engine.needs(conversation, message);
        Optional<Locale> detected = understanding.languages().detect(message.text());
        List<Category> categories = sources.tickets().categories();
        boolean learned = engine.languages().learned();
        goesOn();
        Optional<TextClassifier.Guess> danger =
                learned ? understanding.dangers().in(message.text()) : Optional.empty();
        TicketFacts about = tickets.about(needs, conversation, message);
        goesOn();
        Optional<Suggestions.Guess> suggestion = suggestion(needs, message);
        KnowledgeResult answered = answered(
                needs,
                conversation,
                message,
                AnswerLanguage.of(engine.languages(), engine.phrasebook(), conversation, message, detected));
        goesOn();
        return new Facts(
                detected,
                needs.contains(Need.Plain.ACT) ? understanding.acts().classify(message.text()) : Optional.empty(),
                needs.contains(Need.Plain.TASK_ACT)
                        ? understanding.taskActs().classify(message.text())
                        : Optional.empty(),
                danger,
                needs.contains(Need.Plain.OPENING) && learned
                        ? understanding.openings().classify(message.text())
                        : Optional.empty(),
                needs.contains(Need.Plain.FOLLOW_UP)
                                && learned
                                && !(about.open().isEmpty() && about.latest().isEmpty())
                        ? understanding.followUps().classify(message.text())
                        : Optional.empty(),
                answered.answers(),
                answered.left(),
                suggestion,
                categories,
                about.named(),
                about.open(),
                about.latest(),
                needs.contains(Need.Plain.OFFICES) ? offices(categories, now) : Map.of(),
                about.transfer(),
                about.tried(),
                alarms.about(needs, danger, conversation, about.open()),
                sources.lines().of(conversation.address()),
                TicketCode.random(),
                TicketCode.anonymousReceipt());
    }

    /** Between steps that each end soon: within one a class may be on its way to be loaded, which must not be broken off. */
    private static void goesOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("told to stop reading");
        }
    }

    private Optional<Suggestions.Guess> suggestion(Set<Need> needs, InboundMessage message) {
        String said = TicketFinder.first(needs, Need.Words.class)
                .map(Need.Words::text)
                .orElse(message.text());
        boolean wanted = needs.contains(Need.Plain.SUGGESTION)
                && !engine.phrasebook().places().alone(said);
        return wanted
                ? understanding
                        .categories()
                        .classify(said)
                        .map(guess -> new Suggestions.Guess(guess.label(), guess.confidence()))
                : Optional.empty();
    }

    private KnowledgeResult answered(
            Set<Need> needs, Conversation conversation, InboundMessage message, Locale language) {
        Optional<String> article =
                TicketFinder.first(needs, Need.OneArticle.class).map(Need.OneArticle::slug);
        if (article.isPresent()) {
            return answering.picked(article.get(), language);
        }
        Optional<List<String>> offered =
                TicketFinder.first(needs, Need.Articles.class).map(Need.Articles::slugs);
        if (offered.isPresent()) {
            return answering.choice(offered.get(), language);
        }
        return needs.contains(Need.Plain.ANSWERS)
                ? answering.of(conversation, message.text(), language)
                : KnowledgeResult.of(Optional.empty());
    }

    private Map<String, Facts.Office> offices(List<Category> categories, Instant now) {
        return categories.stream()
                .map(Category::unit)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), unit -> office(unit, categories, now)));
    }

    private Facts.Office office(String unit, List<Category> categories, Instant now) {
        return new Facts.Office(
                sources.calendar().zone(unit),
                sources.calendar().open(unit, now),
                sources.calendar().nextOpening(unit, now),
                categories.stream()
                        .filter(category -> category.unit().equals(unit))
                        .collect(Collectors.toUnmodifiableMap(
                                Category::key, category -> sources.tickets().promised(category))));
    }
}
