package id.pendopo.knowledge.articles;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A published version together with what only this module needs.
 *
 * @param questions the ways in which citizens ask for it, in the version's language
 * @param readIn the source in which each field was read; a field without a figure may have none
 * @param reviewPending whether nobody who grew up with the language has read it yet
 */
public record Edition(ArticleVersion text, List<String> questions, Map<Aspect, Source> readIn, boolean reviewPending) {

    public Edition {
        questions = List.copyOf(questions);
        readIn = Map.copyOf(readIn);
        if (!text.sources().containsAll(readIn.values())) {
            throw new IllegalArgumentException("a field of " + text.slug() + " names a source that is not listed");
        }
    }

    /** A text that waits for nobody. */
    public Edition(ArticleVersion text, List<String> questions, Map<Aspect, Source> readIn) {
        this(text, questions, readIn, false);
    }

    /** The same with further questions; those that it has already are left out. */
    public Edition asking(List<String> further) {
        List<String> all =
                Stream.concat(questions.stream(), further.stream()).distinct().toList();
        return new Edition(text, all, readIn, reviewPending);
    }

    /** The same without some of its questions. */
    public Edition withoutQuestions(List<String> some) {
        List<String> left =
                questions.stream().filter(question -> !some.contains(question)).toList();
        return new Edition(text, left, readIn, reviewPending);
    }

    /** Whether both say the same and are found by the same questions, whichever version they are. */
    public boolean says(Edition other) {
        return words().equals(other.words());
    }

    private Edition words() {
        ArticleVersion plain = new ArticleVersion(
                text.slug(),
                text.service(),
                text.language(),
                1,
                LocalDate.EPOCH,
                text.title(),
                text.summary(),
                text.sms(),
                text.voice(),
                text.fields(),
                text.sources());
        return new Edition(plain, questions, readIn, reviewPending);
    }

    /** The source to name under an answer: the field's own, otherwise the first of the article. */
    public Optional<Source> sourceOf(Optional<Aspect> aspect) {
        return aspect.map(readIn::get).or(() -> text.sources().stream().findFirst());
    }
}
