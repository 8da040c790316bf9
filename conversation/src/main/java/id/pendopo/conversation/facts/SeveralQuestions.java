package id.pendopo.conversation.facts;

import id.pendopo.conversation.engine.Confidence;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.Question;
import id.pendopo.knowledge.Questions;
import id.pendopo.knowledge.TextClassifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A message that asks several things at once: each gets its answer, and what got none is told apart. */
final class SeveralQuestions {

    /** More than three answers at once are not read. */
    private static final int MOST = 3;

    /** Characters of a message that are taken apart, as many as the knowledge base reads of a question. */
    private static final int READ = 1600;

    /** How sure both answers to one question of two services must be. */
    private static final double TWO_SERVICES = 0.75;

    private final Understanding understanding;

    SeveralQuestions(Understanding understanding) {
        this.understanding = understanding;
    }

    /** A part of a message. */
    private record Piece(String text, boolean asks, boolean complains, Optional<Answer.Found> found) {

        Optional<String> article() {
            return found.map(answer -> answer.version().slug());
        }
    }

    /**
     * The answers to the parts of a message; empty if it has but one part, or none of them has an answer.
     *
     * @param about the article that was quoted last
     */
    Optional<Answered> of(String message, Optional<String> about, Locale language) {
        String text = message.substring(0, Math.min(READ, message.length()));
        List<String> parts = Questions.apart(text);
        boolean one = parts.size() < 2 && Questions.services(text).isEmpty();
        return one
                ? Optional.empty()
                : Optional.of(answered(pieces(parts, about, language)))
                        .filter(answered -> !answered.answers().isEmpty());
    }

    /** What tells something and asks nothing says what the questions are about; it is answered if no question is. */
    private static Answered answered(List<Piece> pieces) {
        boolean questioned =
                pieces.stream().anyMatch(piece -> piece.asks() && piece.found().isPresent());
        List<Answer> answers = new ArrayList<>();
        List<String> left = new ArrayList<>();
        Set<String> quoted = new HashSet<>();
        for (Piece piece : pieces) {
            Optional<Answer.Found> answer = piece.found().filter(_ -> piece.asks() || !questioned);
            boolean open = answer.isEmpty() && (piece.asks() || piece.complains());
            boolean fresh = answer.isPresent() && quoted.add(field(answer.get()));
            if (fresh && answers.size() < MOST) {
                answers.add(answer.get());
            } else if (fresh || open) {
                left.add(piece.text());
            }
        }
        return new Answered(answers, left);
    }

    private static String field(Answer.Found found) {
        return found.version().slug() + found.aspect();
    }

    /** A part that names no service asks for more of the one before it, or else of the first one that is named. */
    private List<Piece> pieces(List<String> parts, Optional<String> about, Locale language) {
        List<Piece> pieces = new ArrayList<>();
        Optional<String> topic = about;
        for (String part : parts) {
            for (Piece piece : asked(part, topic, language)) {
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

    /** One question of two services is two, if there is little doubt of either. */
    private List<Piece> asked(String part, Optional<String> topic, Locale language) {
        List<Piece> pieces = Questions.services(part).stream()
                .map(service -> piece(service, Optional.empty(), language))
                .toList();
        long services = pieces.stream()
                .flatMap(piece -> piece.found().stream())
                .filter(answer -> answer.confidence() >= TWO_SERVICES)
                .map(answer -> answer.version().service())
                .distinct()
                .count();
        return services == 2 ? pieces : List.of(piece(part, topic, language));
    }

    private Piece piece(String part, Optional<String> topic, Locale language) {
        boolean asks = Questions.asks(part);
        boolean complains = !asks && complains(part);
        Optional<Answer.Found> found = complains ? Optional.empty() : found(new Question(part, language, topic));
        return new Piece(part, asks, complains, found);
    }

    private Optional<Answer.Found> found(Question question) {
        return understanding.knowledge().ask(question) instanceof Answer.Found found
                ? Optional.of(found)
                : Optional.empty();
    }

    private boolean complains(String part) {
        return understanding
                        .acts()
                        .classify(part)
                        .filter(act -> act.label().equals("complaint"))
                        .filter(SeveralQuestions::sure)
                        .isPresent()
                && understanding
                        .categories()
                        .classify(part)
                        .filter(SeveralQuestions::sure)
                        .isPresent();
    }

    private static boolean sure(TextClassifier.Guess guess) {
        return guess.confidence() >= Confidence.COMPLAINT;
    }
}
