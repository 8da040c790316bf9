package id.pendopo.knowledge.help;

import id.pendopo.knowledge.Answer.Ambiguous;
import id.pendopo.knowledge.Answer.Candidate;
import id.pendopo.knowledge.Answer.Found;
import id.pendopo.knowledge.Answer.Unknown;
import id.pendopo.knowledge.Article;
import id.pendopo.knowledge.Citation;
import id.pendopo.knowledge.Question;
import id.pendopo.knowledge.answering.LiveKnowledge;
import id.pendopo.ui.DateLabels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Full-text search of the help centre: looks up what was typed into the help centre, with the very answers that the
 * desk gives on its lines.
 */
@Component
class HelpSearch {

    private static final int MOST_CHARACTERS = 300;

    private final LiveKnowledge knowledge;

    HelpSearch(LiveKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * What a search brought, in one of three ways.
     *
     * @param answer the answer, if the desk would give one
     * @param choices otherwise the articles that may be meant, best first; empty when the desk does not know
     * @param others further articles that are like what was typed
     */
    record Results(String q, Optional<Quoted> answer, List<Article> choices, List<Article> others) {

        public boolean asked() {
            return !q.isEmpty();
        }

        public int pages() {
            return (answer.isPresent() ? 1 : 0) + choices.size() + others.size();
        }

        public boolean unknown() {
            return answer.isEmpty() && choices.isEmpty();
        }
    }

    /** An answer with its place, its language and the day from which on it holds. */
    record Quoted(FieldText words, String language, Citation citation, String date) {}

    /** Results for the first 300 characters that were typed; nothing for a blank. */
    Results of(String typed, Locale language) {
        String q = typed.strip();
        q = q.substring(0, Math.min(MOST_CHARACTERS, q.length())).strip();
        if (q.isEmpty()) {
            return new Results(q, Optional.empty(), List.of(), List.of());
        }
        return switch (knowledge.ask(new Question(q, language, Optional.empty()))) {
            case Found found ->
                new Results(
                        q,
                        Optional.of(quoted(found, language)),
                        List.of(),
                        others(q, language, Set.of(found.version().slug())));
            case Ambiguous ambiguous -> asked(q, language, ambiguous.candidates());
            case Unknown _ -> new Results(q, Optional.empty(), List.of(), others(q, language, Set.of()));
        };
    }

    private Results asked(String q, Locale language, List<Candidate> candidates) {
        Set<String> slugs = candidates.stream().map(Candidate::slug).collect(Collectors.toSet());
        List<Article> choices = candidates.stream()
                .flatMap(candidate -> knowledge.published(candidate.slug(), language).stream())
                .map(text -> new Article(text.slug(), text.service(), text.title(), text.language()))
                .toList();
        return new Results(q, Optional.empty(), choices, others(q, language, slugs));
    }

    private List<Article> others(String q, Locale language, Set<String> shown) {
        return knowledge.search(q, language).stream()
                .filter(article -> !shown.contains(article.slug()))
                .toList();
    }

    private static Quoted quoted(Found found, Locale reader) {
        return new Quoted(
                FieldText.of(found.web()),
                found.version().language().getLanguage(),
                found.citation(),
                DateLabels.date(found.citation().date(), reader));
    }
}
