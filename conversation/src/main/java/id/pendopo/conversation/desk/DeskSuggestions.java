package id.pendopo.conversation.desk;

import id.pendopo.conversation.facts.NluServices;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.Question;
import id.pendopo.ticketing.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Articles and categories for the desk, from the same understanding that answers citizens. */
@Component
class DeskSuggestions implements Suggestions {

    private final NluServices understanding;

    DeskSuggestions(NluServices understanding) {
        this.understanding = understanding;
    }

    @Override
    public List<Article> articles(String text, Locale language) {
        return switch (understanding.knowledge().ask(new Question(text, language, Optional.empty()))) {
            case Answer.Found found -> List.of(article(found));
            case Answer.Ambiguous ambiguous ->
                ambiguous.candidates().stream()
                        .limit(3)
                        .flatMap(candidate ->
                                understanding.knowledge().answer(candidate.slug(), Optional.empty(), language).stream())
                        .map(DeskSuggestions::article)
                        .toList();
            case Answer.Unknown _ -> List.of();
        };
    }

    @Override
    public Optional<Article> article(String slug, Locale language) {
        return understanding
                .knowledge()
                .answer(slug, Optional.empty(), language)
                .map(DeskSuggestions::article);
    }

    @Override
    public Optional<Guess> category(String text) {
        return understanding.categories().classify(text).map(guess -> new Guess(guess.label(), guess.confidence()));
    }

    private static Article article(Answer.Found found) {
        return new Article(
                found.version().slug(),
                found.version().language(),
                found.citation().title(),
                found.citation().url(),
                found.sms());
    }
}
