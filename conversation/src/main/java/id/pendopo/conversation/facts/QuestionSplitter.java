package id.pendopo.conversation.facts;

import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.Question;
import id.pendopo.knowledge.TextClassifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Splits a message that asks several things at once: each question gets its answer, and what got none is told apart.
 */
final class QuestionSplitter {

    /** More than three answers at once are not read. */
    private static final int MOST = 3;

    /** Characters of a message that are taken apart, as many as the knowledge base reads of a question. */
    private static final int READ = 1600;

    /** How sure the answers to a part of a question must be, where it is answered instead of the whole. */
    private static final double SURE = 0.75;

    /** How surely a sentence is a complaint that is none of the question beside it; before a comma it must be surer. */
    private static final double COMPLAINT = 0.5;

    private static final double COMPLAINT_BEFORE_A_COMMA = 0.65;

    /** The same where it tells of a place: nobody asks about papers there. */
    private static final double COMPLAINT_OF_A_PLACE = 0.4;

    private final NluServices understanding;
    private final Phrasebook phrasebook;

    QuestionSplitter(NluServices understanding, Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
        this.understanding = understanding;
    }

    /**
     * The answers to the parts of a message; empty if it has but one part, or none of them has an answer.
     *
     * @param about the article that was quoted last
     */
    Optional<KnowledgeResult> of(String message, Optional<String> about, Locale language) {
        String text = message.substring(0, Math.min(READ, message.length()));
        List<String> parts = phrasebook.questions().apart(text);
        boolean one = parts.size() < 2
                && phrasebook.questions().services(text).isEmpty()
                && phrasebook.questions().told(text).stream().limit(1).noneMatch(this::clear);
        return one
                ? Optional.empty()
                : Optional.of(answered(pieces(parts, about, language)))
                        .filter(answered -> !answered.answers().isEmpty());
    }

    /** What tells something and asks nothing says what the questions are about; it is answered if no question is. */
    private static KnowledgeResult answered(List<MessagePart> pieces) {
        boolean questioned =
                pieces.stream().anyMatch(piece -> piece.asks() && piece.found().isPresent());
        List<Answer.Found> answers = new ArrayList<>();
        List<MessagePart> rest = new ArrayList<>();
        Set<String> quoted = new HashSet<>();
        for (MessagePart piece : pieces) {
            Optional<Answer.Found> answer = piece.found().filter(_ -> piece.asks() || !questioned);
            boolean fresh = answer.isPresent() && quoted.add(field(answer.get()));
            if (fresh && answers.size() < MOST) {
                answers.add(answer.get());
            } else if (fresh || answer.isEmpty()) {
                rest.add(piece);
            }
        }
        return new KnowledgeResult(
                List.copyOf(answers),
                rest.stream()
                        .filter(piece ->
                                piece.asks() || piece.found().isPresent() && !questioned || piece.apart(answers))
                        .map(MessagePart::text)
                        .toList());
    }

    private static String field(Answer.Found found) {
        return found.version().slug() + found.aspect();
    }

    /** A part that names no service asks for more of the one before it, or else of the first one that is named. */
    private List<MessagePart> pieces(List<String> parts, Optional<String> about, Locale language) {
        List<MessagePart> pieces = new ArrayList<>();
        Optional<String> topic = about;
        for (String part : parts) {
            for (MessagePart piece : asked(part, topic, language)) {
                pieces.add(piece);
                topic = piece.article().isPresent() ? piece.article() : topic;
            }
        }
        Optional<String> first =
                pieces.stream().flatMap(piece -> piece.article().stream()).findFirst();
        return about.isPresent()
                ? pieces
                : pieces.stream()
                        .map(piece -> piece.found().isPresent() ? piece : piece(piece.text(), first, language))
                        .toList();
    }

    /** One question of two services is two, if there is little doubt of either, or of one while the other is another. */
    private List<MessagePart> asked(String part, Optional<String> topic, Locale language) {
        List<MessagePart> pieces = phrasebook.questions().services(part).stream()
                .map(service -> piece(service, Optional.empty(), language))
                .toList();
        List<Answer.Found> sure = pieces.stream()
                .flatMap(piece -> piece.found().stream())
                .filter(answer -> answer.confidence() >= SURE)
                .toList();
        long services = sure.stream()
                .map(answer -> answer.version().service())
                .distinct()
                .count();
        boolean oneLeft = services == 1 && pieces.stream().anyMatch(piece -> another(piece, sure.getFirst()));
        return services == 2 || oneLeft ? pieces : told(piece(part, topic, language), topic, language);
    }

    /** Whether a part is about one of a few articles, and none of them is of that answer's service. */
    private boolean another(MessagePart piece, Answer.Found answer) {
        return piece.answer() instanceof Answer.Ambiguous few
                && few.candidates().stream()
                        .flatMap(article -> understanding.knowledge().published(article.slug(), Locale.ROOT).stream())
                        .noneMatch(article ->
                                article.service().equals(answer.version().service()));
    }

    /** What is told before a comma or an "and" stands apart where the answer is about the question alone. */
    private List<MessagePart> told(MessagePart whole, Optional<String> topic, Locale language) {
        List<String> both = phrasebook.questions().told(whole.text());
        if (both.isEmpty() || !clear(both.getFirst())) {
            return List.of(whole);
        }
        MessagePart told = piece(both.getFirst(), topic, language);
        MessagePart asked = piece(both.getLast(), topic, language);
        Optional<Answer.Found> answer =
                whole.found().filter(asked::about).or(() -> told.complains() ? sure(asked) : Optional.empty());
        return answer.filter(found -> told.apart(List.of(found))).isPresent()
                ? List.of(told, asked.found().isPresent() ? asked : whole)
                : List.of(whole);
    }

    private static Optional<Answer.Found> sure(MessagePart asked) {
        return asked.found().filter(answer -> answer.confidence() >= SURE);
    }

    private boolean clear(String told) {
        return waits(told) || complaint(told) >= (somewhere(told) ? COMPLAINT_OF_A_PLACE : COMPLAINT_BEFORE_A_COMMA);
    }

    private boolean somewhere(String told) {
        return phrasebook.places().in(told).isPresent();
    }

    /** What may be a matter of its own is asked for itself, not as more of the one before it. */
    private MessagePart piece(String part, Optional<String> topic, Locale language) {
        boolean asks = phrasebook.questions().asks(part);
        boolean complains = !asks && complaint(part) >= (somewhere(part) ? COMPLAINT_OF_A_PLACE : COMPLAINT);
        boolean waits = !asks && waits(part);
        Optional<String> before = complains || waits ? Optional.empty() : topic;
        Answer answer = understanding.knowledge().ask(new Question(part, language, before));
        return new MessagePart(part, asks, complains, waits, answer);
    }

    /** How surely a part is a complaint about something that the desk has a category for, from 0 to 1. */
    private double complaint(String part) {
        double complains = understanding
                .acts()
                .classify(part)
                .filter(act -> act.label().equals("complaint"))
                .map(TextClassifier.Guess::confidence)
                .orElse(0.0);
        return complains
                * understanding
                        .categories()
                        .classify(part)
                        .map(TextClassifier.Guess::confidence)
                        .orElse(0.0);
    }

    /** "bansos saya belum cair", but not "saya belum punya KTP": what is due is about something, or about a report. */
    private boolean waits(String part) {
        return phrasebook.in(part).says(Said.DUE)
                && (understanding
                                .categories()
                                .classify(part)
                                .filter(QuestionSplitter::sure)
                                .isPresent()
                        || understanding
                                .acts()
                                .classify(part)
                                .filter(act -> act.label().equals("status"))
                                .filter(QuestionSplitter::sure)
                                .isPresent());
    }

    private static boolean sure(TextClassifier.Guess guess) {
        return guess.confidence() >= Confidence.COMPLAINT;
    }
}
