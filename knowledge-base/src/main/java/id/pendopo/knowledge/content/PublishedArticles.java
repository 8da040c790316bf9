package id.pendopo.knowledge.content;

import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Articles.Name;
import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.articles.Draft;
import id.pendopo.knowledge.articles.Drafts;
import id.pendopo.knowledge.articles.Edition;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Snapshot of what the desk has, read once: articles with their newest texts, their test questions, and drafts. */
final class PublishedArticles {

    private final Map<String, Card> cards;
    private final Map<Name, Edition> newest;
    private final Map<Name, List<String>> golden;
    private final Map<Name, Draft> drafts;

    private PublishedArticles(
            Map<String, Card> cards,
            Map<Name, Edition> newest,
            Map<Name, List<String>> golden,
            Map<Name, Draft> drafts) {
        this.cards = cards;
        this.newest = newest;
        this.golden = golden;
        this.drafts = drafts;
    }

    static PublishedArticles read(Cards cards, Articles articles, Drafts drafts) {
        Map<String, Card> bySlug = new LinkedHashMap<>();
        cards.all().forEach(card -> bySlug.put(card.slug(), card));
        Map<Name, Edition> newest = articles.newest().stream()
                .map(edition -> asRead(
                        edition, Optional.ofNullable(bySlug.get(edition.text().slug()))))
                .collect(Collectors.toMap(Name::of, Function.identity()));
        return new PublishedArticles(
                bySlug,
                newest,
                articles.golden(),
                drafts.all().stream().collect(Collectors.toMap(draft -> Name.of(draft.words()), Function.identity())));
    }

    /** A translation that somebody has found right since waits for nobody any more. */
    private static Edition asRead(Edition edition, Optional<Card> card) {
        boolean pending = card.flatMap(found -> found.text(edition.text().language()))
                .filter(Card.Text::pending)
                .isPresent();
        return new Edition(edition.text(), edition.questions(), edition.readIn(), pending);
    }

    /** Those that have a published text, in the order of slugs. */
    List<Card> all() {
        return cards.values().stream()
                .filter(card -> card.texts().stream().anyMatch(text -> text.version() > 0))
                .sorted(Comparator.comparing(Card::slug))
                .toList();
    }

    Optional<Card> card(String slug) {
        return Optional.ofNullable(cards.get(slug));
    }

    /** The newest texts of an article, the main language first. */
    List<Edition> editions(Card card) {
        return card.texts().stream()
                .flatMap(text -> Optional.ofNullable(newest.get(new Name(card.slug(), text.language()))).stream())
                .toList();
    }

    Optional<Edition> newest(Edition read) {
        return Optional.ofNullable(newest.get(Name.of(read)));
    }

    /** Whether citizens are told exactly this already. */
    boolean says(Edition read) {
        return newest(read).filter(read::says).isPresent()
                && card(read.text().slug()).filter(Card::withdrawn).isEmpty();
    }

    Optional<Draft> draft(Edition read) {
        return Optional.ofNullable(drafts.get(Name.of(read)));
    }

    /** Whether somebody writes something else; a draft does not know whether a native speaker has read it. */
    boolean writtenOtherwise(Edition read) {
        Edition words = new Edition(read.text(), read.questions(), read.readIn());
        return draft(read).filter(draft -> !draft.words().says(words)).isPresent();
    }

    List<String> golden(Edition read) {
        return Optional.ofNullable(golden.get(Name.of(read))).orElse(List.of());
    }

    Map<Name, List<String>> golden() {
        return golden;
    }
}
