package id.pendopo.knowledge.articles;

import id.pendopo.ui.CountryPack;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Adds questions to those that an article is found by, as a draft. Any thread may call. */
@Component
public class Takeover {

    private final Cards cards;
    private final Articles articles;
    private final Drafts drafts;
    private final Locale main;

    Takeover(Cards cards, Articles articles, Drafts drafts, CountryPack pack) {
        this.main = pack.language();
        this.cards = cards;
        this.articles = articles;
        this.drafts = drafts;
    }

    /** What became of a question; the name is the end of a key of the bundle. */
    public enum Outcome {
        TAKEN,
        /** It is a question of the text already. */
        KNOWN,
        /** The draft waits for somebody's approval, or somebody changed it at this moment. */
        BUSY,
        /** There is no such article any more. */
        GONE
    }

    /**
     * An article as far as a question of it matters.
     *
     * @param words of the draft, or else of the newest version
     */
    public record Standing(Card card, Edition words, Optional<Draft> draft) {

        public boolean knows(String question) {
            return words.questions().contains(question);
        }
    }

    /** The text that a question in this language belongs to: its own, or the one in the main language where there is none. */
    public Optional<Standing> standing(String slug, Locale asked) {
        return cards.of(slug).flatMap(card -> {
            Locale written = card.text(asked).isPresent() ? asked : main;
            Optional<Draft> draft = drafts.of(slug, written);
            return draft.map(Draft::words)
                    .or(() -> newest(card, written))
                    .map(words -> new Standing(card, words, draft));
        });
    }

    /** Adds the questions, those that it does not know yet, to the text that they belong to. */
    public Outcome take(String slug, Locale asked, List<String> questions, String login) {
        return standing(slug, asked)
                .map(standing -> questions.stream().allMatch(standing::knows)
                        ? Outcome.KNOWN
                        : taken(standing, questions, login))
                .orElse(Outcome.GONE);
    }

    private Outcome taken(Standing standing, List<String> questions, String login) {
        Optional<Draft> draft = standing.draft();
        if (draft.filter(one -> one.state() == Card.State.REVIEW).isPresent()) {
            return Outcome.BUSY;
        }
        Edition words = standing.words();
        List<String> golden = draft.map(Draft::golden)
                .orElseGet(
                        () -> articles.golden(words.text().slug(), words.text().language()));
        int revision = draft.map(Draft::revision).orElse(0);
        return drafts.save(words.asking(questions), golden, standing.card().internal(), revision, login)
                        .isPresent()
                ? Outcome.TAKEN
                : Outcome.BUSY;
    }

    private Optional<Edition> newest(Card card, Locale written) {
        return card.text(written).flatMap(text -> articles.version(card.slug(), written, text.version()));
    }
}
