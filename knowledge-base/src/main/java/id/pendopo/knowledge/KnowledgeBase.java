package id.pendopo.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Question answering over published articles: question in, answer out; in process, no database and no network on the
 * way. Any thread may call.
 */
public interface KnowledgeBase {

    /** Finds the answer, or the few articles it could be, or says that it does not know. Takes milliseconds. */
    Answer ask(Question question);

    /** The published version of an article in a language, or in the default language if there is none. */
    Optional<ArticleVersion> published(String slug, Locale language);

    /**
     * The answer of one article, as if it had been found: used when the citizen picks a choice or asks on.
     *
     * @param aspect the field wanted; empty gives the summary
     */
    Optional<Answer.Found> answer(String slug, Optional<Aspect> aspect, Locale language);

    /** Published articles in the language, in the order of their titles. */
    List<Article> articles(Locale language);
}
