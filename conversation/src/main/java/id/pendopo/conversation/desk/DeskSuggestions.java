package id.pendopo.conversation.desk;

import id.pendopo.conversation.facts.NluServices;
import id.pendopo.conversation.understanding.GlobalCommand;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.Question;
import id.pendopo.ticketing.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Articles and categories for the desk, from the same understanding that answers citizens. */
@Component
class DeskSuggestions implements Suggestions {

    /** What citizens are asked back about may still be far off; an agent who reads it for nothing loses time. */
    private static final double WORTH_READING = 0.5;

    private final NluServices understanding;
    private final Phrasebook phrasebook;
    private final String publicUrl;

    DeskSuggestions(
            NluServices understanding, Phrasebook phrasebook, @Value("${pendopo.public-url:}") String publicUrl) {
        this.understanding = understanding;
        this.phrasebook = phrasebook;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @Override
    public List<Article> articles(String text, Locale language) {
        return GlobalCommand.exactly(phrasebook.in(text)).isPresent() ? List.of() : found(text, language);
    }

    private List<Article> found(String text, Locale language) {
        return switch (understanding.knowledge().ask(new Question(text, language, Optional.empty()))) {
            case Answer.Found found -> List.of(article(found));
            case Answer.Ambiguous ambiguous ->
                ambiguous.candidates().stream()
                        .filter(candidate -> candidate.confidence() >= WORTH_READING)
                        .limit(3)
                        .flatMap(candidate ->
                                understanding.knowledge().answer(candidate.slug(), Optional.empty(), language).stream())
                        .map(this::article)
                        .toList();
            case Answer.Unknown _ -> List.of();
        };
    }

    @Override
    public Optional<Article> article(String slug, Locale language) {
        return understanding
                .knowledge()
                .answer(slug, Optional.empty(), language)
                .map(this::article);
    }

    @Override
    public Optional<Guess> category(String text) {
        return understanding.categories().classify(text).map(guess -> new Guess(guess.label(), guess.confidence()));
    }

    private Article article(Answer.Found found) {
        return new Article(
                found.version().slug(),
                found.version().language(),
                found.citation().title(),
                found.citation().url(),
                publicUrl + found.citation().url(),
                found.sms());
    }
}
