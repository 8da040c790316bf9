package id.pendopo.knowledge.content;

import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.articles.ArticleFile;
import id.pendopo.knowledge.articles.ArticleFile.Wording;
import id.pendopo.knowledge.articles.ArticleYaml;
import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.articles.SourceChecks;
import id.pendopo.knowledge.editor.Lint;
import id.pendopo.knowledge.editor.Names;
import id.pendopo.ui.ContentFiles.Fault;
import id.pendopo.ui.LinedDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Import validation of {@code articles/<slug>.yaml}: the article if all of it is right, otherwise each fault with its line. */
final class ArticleReader {

    private static final Set<String> HEAD =
            Set.of("slug", "service", "essential", "sources", "internal", "owner", "review_by");

    private final List<Locale> languages;
    private final Set<String> owners;
    private final LocalDate today;
    private final PublishedArticles published;
    private final LintWords words;

    /** What a finding of the editor's checks says. */
    @FunctionalInterface
    interface LintWords {

        String of(Lint.Finding finding);
    }

    /**
     * @param languages of the desk, the main one first
     * @param owners keys of the units; empty where nobody knows them
     * @param published what is published like this already is not judged again
     */
    ArticleReader(
            List<Locale> languages, Set<String> owners, LocalDate today, PublishedArticles published, LintWords words) {
        this.languages = List.copyOf(languages);
        this.owners = Set.copyOf(owners);
        this.today = today;
        this.published = published;
        this.words = words;
    }

    /** The names above the texts. */
    private record Head(
            @Nullable String slug,
            @Nullable String service,
            @Nullable Boolean essential,
            @Nullable Map<String, Source> sources,
            @Nullable Boolean internal,
            @Nullable String owner,
            @Nullable LocalDate review_by) {}

    /** @param faults where the mistakes are added */
    Optional<ReadArticle> read(String path, String text, List<Fault> faults) {
        int before = faults.size();
        Optional<LinedDocument> document = LinedDocument.of(path, text, ArticleYaml.MAPPER, faults);
        Optional<ArticleFile> file = document.flatMap(found -> file(path, found));
        if (document.isEmpty() || file.isEmpty() || faults.size() > before) {
            return Optional.empty();
        }
        try {
            List<Edition> editions = file.get().editions(languages);
            editions.stream()
                    .filter(edition -> !published.says(edition))
                    .forEach(edition -> judge(document.get(), edition));
            return faults.size() > before ? Optional.empty() : Optional.of(new ReadArticle(file.get(), editions));
        } catch (IllegalArgumentException e) {
            document.get().fault("", e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private Optional<ArticleFile> file(String path, LinedDocument document) {
        Set<String> texts = new LinkedHashSet<>(document.names());
        texts.removeAll(HEAD);
        Optional<Head> head = document.readWithout(texts, Head.class);
        head.ifPresent(read -> head(path, document, read));
        Map<String, Wording> wordings = new HashMap<>();
        for (String tag : texts) {
            if (languages.stream()
                    .noneMatch(language -> language.toLanguageTag().equals(tag))) {
                document.fault(
                        "/" + tag,
                        "\"" + tag + "\" is neither a name that articles have nor one of the desk's languages, "
                                + languages + ".");
            } else {
                document.read("/" + tag, Wording.class).ifPresent(wording -> {
                    wordings.put(tag, wording);
                    reviewed(document, "/" + tag, wording);
                });
            }
        }
        try {
            return head.map(read -> new ArticleFile(
                    String.valueOf(read.slug()),
                    String.valueOf(read.service()),
                    read.essential(),
                    read.sources(),
                    read.internal(),
                    read.owner(),
                    read.review_by(),
                    wordings));
        } catch (IllegalArgumentException e) {
            document.fault("/slug", e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private void head(String path, LinedDocument document, Head head) {
        String slug = String.valueOf(head.slug());
        if (!path.equals("articles/" + slug + ".yaml") || !Names.fits(slug) || Names.taken(slug)) {
            document.fault(
                    "/slug",
                    "the slug is the file's name without .yaml: small letters, digits, single hyphens, at most 80; not the"
                            + " name of a page such as new or import.");
        }
        if (!Names.fits(String.valueOf(head.service()))) {
            document.fault("/service", "name the public service, in small letters, digits and single hyphens.");
        }
        published.card(slug).ifPresent(card -> stays(document, card, head));
        if (head.owner() != null && !owners.isEmpty() && !owners.contains(head.owner())) {
            document.fault(
                    "/owner", "there is no unit \"" + head.owner() + "\"; what there is: " + sorted(owners) + ".");
        }
        Optional.ofNullable(head.sources())
                .ifPresent(sources -> sources.forEach((key, source) -> source(document, "/sources/" + key, source)));
    }

    /** What an article has for good: its address and its readers depend on it. */
    private static void stays(LinedDocument document, Card card, Head head) {
        if (!card.service().equals(head.service())) {
            document.fault("/service", "the article belongs to the service " + card.service() + " and stays there.");
        }
        if (card.internal() != Boolean.TRUE.equals(head.internal())) {
            document.fault(
                    "/internal",
                    card.internal()
                            ? "the article is internal and stays so: write internal: true."
                            : "the article is for citizens and stays so: leave internal out, and begin another for the desk.");
        }
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }

    private void source(LinedDocument document, String place, @Nullable Source source) {
        if (source == null
                || source.name() == null
                || source.name().isBlank()
                || source.url() == null
                || !source.url().matches("https?://\\S+")
                || source.read() == null) {
            document.fault(
                    place, "a source has a name, a url that begins with http, and the day on which it was read, read.");
        }
    }

    private void reviewed(LinedDocument document, String place, Wording wording) {
        if (wording.reviewed() != null && wording.reviewed().on().isAfter(today)) {
            document.fault(place + "/reviewed/on", "nobody has read it over on a day that is still to come.");
        }
    }

    /** As the editor does before somebody may approve it. */
    private void judge(LinedDocument document, Edition edition) {
        String tag = "/" + edition.text().language().toLanguageTag();
        if (published.writtenOtherwise(edition)) {
            document.fault(
                    tag,
                    "somebody is writing a draft of this text: publish it or throw it away first, at /desk/knowledge.");
        }
        if (edition.text().title().isBlank()) {
            document.fault(tag + "/title", "the title is empty.");
        }
        for (String place : SourceChecks.unsourcedFigures(edition)) {
            String part = place.substring(place.lastIndexOf('/') + 1);
            boolean variant = Set.of("summary", "sms", "voice").contains(part);
            document.fault(
                    tag + (variant ? "/" : "/fields/") + part,
                    "a figure without a source: "
                            + (variant
                                    ? "say only what a field with a source says, or leave the figure out."
                                    : "name the source in which you read it, or leave it out."));
        }
        if (edition.text().sources().stream().anyMatch(source -> source.read().isAfter(today))) {
            document.fault("/sources", "nobody has read a source on a day that is still to come.");
        }
        List<String> said = new ArrayList<>();
        Lint.of(edition).findings().stream()
                .filter(Lint.Finding::must)
                .filter(finding -> !finding.message().equals(Lint.UNSOURCED))
                .forEach(finding -> {
                    String part = finding.label().substring(finding.label().lastIndexOf('.') + 1);
                    String remedy = words.of(finding);
                    if (!said.contains(part + remedy)) {
                        said.add(part + remedy);
                        document.fault(tag + "/" + part, remedy);
                    }
                });
    }
}
