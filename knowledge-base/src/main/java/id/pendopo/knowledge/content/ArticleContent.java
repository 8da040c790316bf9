package id.pendopo.knowledge.content;

import id.pendopo.knowledge.ArticleOwners;
import id.pendopo.knowledge.articles.ArticleYaml;
import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.articles.Drafts;
import id.pendopo.knowledge.editor.Lint;
import id.pendopo.ui.ChangeLog.Change;
import id.pendopo.ui.ContentFiles;
import id.pendopo.ui.CountryPack;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Export and import of articles, a file each, in the format of a country pack: {@code articles/<slug>.yaml}. */
@Component
@Order(20)
class ArticleContent implements ContentFiles {

    private final Articles articles;
    private final Cards cards;
    private final Drafts drafts;
    private final ArticleSteps steps;
    private final CountryPack pack;
    private final ObjectProvider<ArticleOwners> owners;
    private final MessageSource messages;
    private final Clock clock;

    ArticleContent(
            Articles articles,
            Cards cards,
            Drafts drafts,
            ArticleSteps steps,
            CountryPack pack,
            ObjectProvider<ArticleOwners> owners,
            MessageSource messages,
            Clock clock) {
        this.articles = articles;
        this.cards = cards;
        this.drafts = drafts;
        this.steps = steps;
        this.pack = pack;
        this.owners = owners;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public boolean owns(String path) {
        return path.matches("articles/[^/]+\\.yaml");
    }

    /** What is withdrawn, only begun or written without its text in the main language stays at home. */
    @Override
    public Map<String, String> export() {
        PublishedArticles published = published();
        Set<String> units = units();
        Map<String, String> files = new TreeMap<>();
        published.all().stream()
                .filter(card -> !card.withdrawn())
                .filter(card -> card.text(pack.language())
                        .filter(text -> text.version() > 0)
                        .isPresent())
                .forEach(card -> files.put(
                        "articles/" + card.slug() + ".yaml",
                        ArticleYaml.write(
                                card,
                                card.owner().filter(units::contains),
                                published.editions(card),
                                published.golden())));
        return files;
    }

    @Override
    public Taken take(Map<String, String> files, Import how) {
        PublishedArticles published = published();
        ArticleReader reader =
                new ArticleReader(pack.languages(), units(), LocalDate.now(clock), published, this::words);
        List<Fault> faults = new ArrayList<>();
        List<ReadArticle> read = new ArrayList<>();
        new TreeMap<>(files)
                .forEach((path, text) -> reader.read(path, text, faults).ifPresent(read::add));
        if (!faults.isEmpty()) {
            return new Taken(faults, List.of(), List.of());
        }
        List<Change> changes = new ArrayList<>();
        read.forEach(article -> changes.addAll(steps.take(article, published, how.actor())));
        if (how.remove() && !files.isEmpty()) {
            Set<String> kept = read.stream().map(ReadArticle::slug).collect(Collectors.toSet());
            published.all().stream()
                    .filter(card -> !card.withdrawn() && !kept.contains(card.slug()))
                    .forEach(card -> changes.add(steps.withdraw(card, how)));
        }
        return new Taken(faults, changes, List.of());
    }

    private PublishedArticles published() {
        return PublishedArticles.read(cards, articles, drafts);
    }

    private Set<String> units() {
        return Optional.ofNullable(owners.getIfAvailable())
                .map(known -> known.names(pack.language()).keySet())
                .orElse(Set.of());
    }

    private String words(Lint.Finding finding) {
        return messages.getMessage(finding.message(), finding.args(), Locale.ENGLISH);
    }
}
