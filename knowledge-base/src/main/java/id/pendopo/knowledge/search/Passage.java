package id.pendopo.knowledge.search;

import java.util.List;

/**
 * Searchable document, what is searched: the questions that one article answers in one language, and its text.
 *
 * @param id the article's name; the languages of one article share it
 * @param questions title first; each is compared on its own
 * @param fielded whether the article keeps aspects apart, so that a question's aspect word tells little about the article
 * @param directory whether it tells of an office and of no service: whoever names a service beside the office asks for that
 */
public record Passage(
        String id, String service, List<String> questions, String body, boolean fielded, boolean directory) {

    public Passage {
        questions = List.copyOf(questions);
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("an article without a title or question cannot be found: " + id);
        }
    }

    /** Of a service. */
    public Passage(String id, String service, List<String> questions, String body, boolean fielded) {
        this(id, service, questions, body, fielded, false);
    }
}
