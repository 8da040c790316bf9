package id.pendopo.knowledge.exchange;

import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.articles.Drafts;
import id.pendopo.knowledge.exchange.ImportEntry.Fault;
import id.pendopo.knowledge.exchange.ImportEntry.Read;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Export and import: the articles as they go out, and those that come in: as drafts, never past the second pair of
 * eyes.
 */
@Component
class Exchange {

    private final Cards cards;
    private final Articles articles;
    private final Drafts drafts;

    Exchange(Cards cards, Articles articles, Drafts drafts) {
        this.cards = cards;
        this.articles = articles;
        this.drafts = drafts;
    }

    /**
     * What became of a file.
     *
     * @param same how many texts are published like this already
     * @param waiting texts of which somebody is writing a draft, which was left alone
     * @param faults what could not be taken, in the order of lines
     */
    record Taken(int begun, int same, List<String> waiting, List<Fault> faults) {}

    /** What an article has in all languages, decided once. */
    private record Frame(String service, boolean internal) {}

    /** The newest version of every article in every language. */
    List<ExchangedArticle> all() {
        Map<String, Card> bySlug = cards.all().stream().collect(Collectors.toMap(Card::slug, Function.identity()));
        Map<Articles.Name, List<String>> golden = articles.golden();
        return articles.newest().stream()
                .map(edition -> ExchangedArticle.of(
                        edition,
                        bySlug.get(edition.text().slug()) instanceof Card card && card.internal(),
                        golden.getOrDefault(Articles.Name.of(edition), List.of())))
                .toList();
    }

    /** Begins a draft for each text that says something new; the others, and the faulty ones, keep none from it. */
    Taken take(List<ImportEntry> entries, String login) {
        List<Fault> faults = new ArrayList<>();
        List<Read> once = once(entries, faults);
        Map<String, ExchangedArticle> published =
                all().stream().collect(Collectors.toMap(Exchange::name, Function.identity()));
        Map<String, Frame> frames = new HashMap<>();
        cards.all().forEach(card -> frames.put(card.slug(), new Frame(card.service(), card.internal())));
        int begun = 0;
        int same = 0;
        List<String> waiting = new ArrayList<>();
        for (Read read : once) {
            ExchangedArticle article = read.article();
            Frame frame = new Frame(article.service(), article.internal());
            Frame decided = frames.putIfAbsent(article.slug(), frame);
            if (decided != null && !decided.equals(frame)) {
                faults.add(otherFrame(read, decided).inRow(read.row()));
            } else if (published.get(name(article)) instanceof ExchangedArticle now && now.says(article)) {
                same++;
            } else if (drafts.save(article.edition(), article.golden(), article.internal(), 0, login)
                    .isPresent()) {
                begun++;
            } else {
                waiting.add(name(article));
            }
        }
        faults.sort(Comparator.comparingInt(Fault::line));
        return new Taken(begun, same, waiting, faults);
    }

    /** The articles that stand in the file once; of two nobody knows which one is meant. */
    private static List<Read> once(List<ImportEntry> entries, List<Fault> faults) {
        Map<String, List<Read>> byName = new LinkedHashMap<>();
        for (ImportEntry entry : entries) {
            switch (entry) {
                case Fault fault -> faults.add(fault);
                case Read read ->
                    byName.computeIfAbsent(name(read.article()), n -> new ArrayList<>())
                            .add(read);
            }
        }
        List<Read> once = new ArrayList<>();
        byName.forEach((name, reads) -> {
            if (reads.size() == 1) {
                once.addAll(reads);
            } else {
                String places = reads.stream().map(read -> "" + read.place()).collect(Collectors.joining(", "));
                reads.forEach(read -> faults.add(Fault.of(read.line(), "editor.import.fault.twice", name, places)
                        .inRow(read.row())));
            }
        });
        return once;
    }

    private static Fault otherFrame(Read read, Frame decided) {
        return decided.service().equals(read.article().service())
                ? Fault.of(
                        read.line(),
                        decided.internal() ? "editor.import.fault.is.internal" : "editor.import.fault.is.public",
                        read.article().slug())
                : Fault.of(
                        read.line(),
                        "editor.import.fault.service",
                        read.article().slug(),
                        decided.service());
    }

    private static String name(ExchangedArticle article) {
        return article.slug() + "/" + article.language();
    }
}
