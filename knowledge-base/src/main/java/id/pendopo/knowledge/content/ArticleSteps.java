package id.pendopo.knowledge.content;

import id.pendopo.knowledge.articles.ArticleFile;
import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Articles.Name;
import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.articles.Drafts;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.articles.Withdrawals;
import id.pendopo.knowledge.editor.Part;
import id.pendopo.ui.ChangeLog.Change;
import id.pendopo.ui.ContentFiles.Import;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Import of articles that were read: what somebody answers for is published, the rest waits as a draft for approval, and what
 * is missing is withdrawn where that is wanted.
 */
@Component
class ArticleSteps {

    private static final String TEXT = "knowledge.content.text";
    private static final String DRAFT = "knowledge.content.draft";
    private static final String CARE = "knowledge.content.care";
    private static final String ARTICLE = "knowledge.content.article";
    private static final String TITLE = "editor.part.title";
    private static final String GOLDEN = "editor.part.golden";
    private static final String REVIEWED = "knowledge.content.reviewed";
    private static final String REASON = "import --remove";
    private static final int MOST_CHARACTERS = 200;

    private final Articles articles;
    private final Cards cards;
    private final Drafts drafts;
    private final Withdrawals withdrawals;

    ArticleSteps(Articles articles, Cards cards, Drafts drafts, Withdrawals withdrawals) {
        this.articles = articles;
        this.cards = cards;
        this.drafts = drafts;
        this.withdrawals = withdrawals;
    }

    /** What changed of one article. */
    List<Change> take(ReadArticle read, PublishedArticles published, String actor) {
        List<Change> changes = new ArrayList<>();
        for (Edition edition : read.editions()) {
            if (!published.says(edition)) {
                text(read, edition, published, actor).ifPresent(changes::add);
            } else if (!published.golden(edition).equals(read.golden(edition))) {
                articles.keep(Name.of(edition), read.golden(edition));
                changes.add(new Change(
                        actor,
                        TEXT,
                        name(edition),
                        Map.of(GOLDEN, cut(String.join("\n", published.golden(edition)))),
                        Map.of(GOLDEN, cut(String.join("\n", read.golden(edition))))));
            }
        }
        care(read, published.card(read.slug()), actor).ifPresent(changes::add);
        return changes;
    }

    private Optional<Change> text(ReadArticle read, Edition edition, PublishedArticles published, String actor) {
        Optional<ArticleFile.Reviewed> reviewed = read.reviewed(edition);
        if (reviewed.isEmpty() && published.draft(edition).isPresent()) {
            return Optional.empty();
        }
        Map<String, String> before = new TreeMap<>();
        Map<String, String> after = new TreeMap<>();
        parts(edition, published.newest(edition), before, after);
        if (reviewed.isPresent()) {
            publish(read, edition, published, actor);
            after.put(REVIEWED, reviewed.get().by() + ", " + reviewed.get().on());
            return Optional.of(new Change(actor, TEXT, name(edition), before, after));
        }
        drafts.save(edition, read.golden(edition), read.internal(), 0, actor);
        drafts.submit(read.slug(), edition.text().language(), 1);
        return Optional.of(new Change(actor, DRAFT, name(edition), before, after));
    }

    private void publish(ReadArticle read, Edition edition, PublishedArticles published, String actor) {
        published
                .draft(edition)
                .ifPresent(draft -> drafts.discard(read.slug(), edition.text().language(), draft.revision()));
        articles.found(read.slug(), edition.text().service(), read.internal());
        articles.keep(Name.of(edition), read.golden(edition));
        articles.publish(
                edition,
                actor,
                read.reviewed(edition).map(ArticleFile.Reviewed::by).orElse(actor));
    }

    private static void parts(
            Edition edition, Optional<Edition> published, Map<String, String> before, Map<String, String> after) {
        List<Part> now = Part.of(edition);
        if (published.isEmpty()) {
            after.put(TITLE, cut(edition.text().title()));
            return;
        }
        List<Part> then = Part.of(published.get());
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(then.get(i))) {
                before.put(now.get(i).label(), cut(then.get(i).whole()));
                after.put(now.get(i).label(), cut(now.get(i).whole()));
            }
        }
        if (edition.reviewPending() != published.get().reviewPending()) {
            before.put("editor.pending", published.get().reviewPending() ? "editor.pending" : "");
            after.put("editor.pending", edition.reviewPending() ? "editor.pending" : "");
        }
        if (before.isEmpty()) {
            before.put(TITLE, cut(edition.text().title()));
            after.put(TITLE, cut(edition.text().title()));
        }
    }

    /** What the file leaves out stays. */
    private Optional<Change> care(ReadArticle read, Optional<Card> card, String actor) {
        Optional<String> owner = card.flatMap(Card::owner);
        Optional<LocalDate> day = card.flatMap(Card::reviewBy);
        Optional<String> newOwner = Optional.ofNullable(read.file().owner()).or(() -> owner);
        Optional<LocalDate> newDay = Optional.ofNullable(read.file().reviewBy()).or(() -> day);
        if (owner.equals(newOwner) && day.equals(newDay)) {
            return Optional.empty();
        }
        articles.found(read.slug(), read.file().service(), read.internal());
        cards.care(read.slug(), newOwner, newDay, actor);
        return Optional.of(new Change(actor, CARE, read.slug(), care(owner, day), care(newOwner, newDay)));
    }

    private static Map<String, String> care(Optional<String> owner, Optional<LocalDate> day) {
        return Map.of(
                "editor.owner",
                owner.orElse(""),
                "editor.due",
                day.map(LocalDate::toString).orElse(""));
    }

    Change withdraw(Card card, Import how) {
        withdrawals.withdraw(card.slug(), REASON, how.actor());
        return new Change(how.actor(), ARTICLE, card.slug(), Map.of(TITLE, cut(card.title())), Map.of());
    }

    private static String name(Edition edition) {
        return edition.text().slug() + "/" + edition.text().language().toLanguageTag();
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
    }
}
