package id.pendopo.conversation.facts;

import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.Question;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Searches the knowledge base for what a message asks, follow-up questions in the light of the article before. */
final class KnowledgeSearch {

    private final KnowledgeBase knowledge;
    private final QuestionSplitter several;
    private final Phrasebook phrasebook;

    KnowledgeSearch(NluServices understanding, Phrasebook phrasebook) {
        this.knowledge = understanding.knowledge();
        this.phrasebook = phrasebook;
        this.several = new QuestionSplitter(understanding, phrasebook);
    }

    /** The answer of an article that was picked. */
    KnowledgeResult picked(String article, Locale language) {
        return KnowledgeResult.of(
                knowledge.answer(article, Optional.empty(), language).map(Answer.class::cast));
    }

    /** Those of the articles that are published, to choose from. */
    KnowledgeResult choice(List<String> articles, Locale language) {
        List<Answer.Candidate> published = articles.stream()
                .flatMap(slug -> knowledge.published(slug, language).stream())
                .map(text -> new Answer.Candidate(text.slug(), text.title(), 1))
                .toList();
        return KnowledgeResult.of(Optional.of(new Answer.Ambiguous(published, 1)));
    }

    /** Each question of the message gets its answer; if none of several does, the message as a whole is asked. */
    KnowledgeResult of(Conversation conversation, String text, Locale language) {
        Optional<String> about = conversation.state().about();
        KnowledgeResult found = several.of(text, about, language)
                .orElseGet(() -> KnowledgeResult.of(completed(conversation, text, language)
                        .or(() -> Optional.of(knowledge.ask(new Question(text, language, about))))));
        return phrasebook.in(text).says(Said.RUMOUR) ? nearest(found, language) : found;
    }

    /** Who asks whether something is true is told what is known that comes nearest, and is not asked back. */
    private KnowledgeResult nearest(KnowledgeResult result, Locale language) {
        Optional<Answer> nearest = result.answers().stream()
                .filter(Answer.Ambiguous.class::isInstance)
                .map(Answer.Ambiguous.class::cast)
                .findFirst()
                .filter(_ -> result.answers().stream().noneMatch(Answer.Found.class::isInstance))
                .flatMap(few -> few.candidates().stream().findFirst())
                .flatMap(article -> knowledge.answer(article.slug(), Optional.empty(), language));
        return nearest.isPresent() ? KnowledgeResult.of(nearest) : result;
    }

    /** "hilang" after "paspor" and a choice of three: the two together may be the question. */
    private Optional<Answer> completed(Conversation conversation, String text, Locale language) {
        boolean choosing = conversation.state().options().stream().anyMatch(option -> option.startsWith("article:"));
        return conversation
                .state()
                .question()
                .filter(_ -> choosing && text.strip().split("\\s+").length <= 4)
                .map(before -> knowledge.ask(new Question(before + " " + text, language, Optional.empty())))
                .filter(Answer.Found.class::isInstance);
    }
}
