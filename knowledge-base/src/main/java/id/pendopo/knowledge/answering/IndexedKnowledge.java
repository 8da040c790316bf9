package id.pendopo.knowledge.answering;

import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.Answer.Ambiguous;
import id.pendopo.knowledge.Answer.Candidate;
import id.pendopo.knowledge.Answer.Found;
import id.pendopo.knowledge.Answer.Unknown;
import id.pendopo.knowledge.Article;
import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.Question;
import id.pendopo.knowledge.Questions;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.feedback.LearnedLines.Line;
import id.pendopo.knowledge.fitting.SearchWeights;
import id.pendopo.knowledge.search.Finder;
import id.pendopo.knowledge.search.Findings;
import id.pendopo.knowledge.search.Gate;
import id.pendopo.knowledge.search.Hit;
import id.pendopo.knowledge.search.Judgement;
import id.pendopo.knowledge.search.Mishaps;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.SearchIndex;
import id.pendopo.knowledge.search.SentenceReranker;
import id.pendopo.knowledge.text.ShortTextCache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Knowledge base with its search index over a fixed set of editions, an immutable snapshot with a cache of answers;
 * never changes once it is built.
 */
final class IndexedKnowledge implements KnowledgeBase, Finder {

    private static final int MOST_CHARACTERS = 1600;
    private static final int MOST_RESULTS = 10;

    /** How likely an article of the service talked about must be the right one to answer what turns to another case. */
    private static final double OF_THE_SERVICE = 0.5;

    /** An aspect asked of the article that is being talked about leaves little to doubt. */
    private static final double ASKED_ON = 0.9;

    private final Map<String, Map<String, Edition>> editions = new TreeMap<>();
    private final Locale main;
    private final Questions questions;
    private final SearchIndex index;
    private final Gate gate;
    private final AnswerTexts texts;
    private final Map<Wording, Found> worded = new ConcurrentHashMap<>();
    private final AskedField asked;
    private final ShortTextCache<Question, Answer> answers = new ShortTextCache<>();

    /** What an answer's words depend on. */
    private record Wording(String slug, Locale language, Optional<Aspect> aspect) {}

    IndexedKnowledge(Collection<Edition> published, SearchTools tools) {
        this(published, List.of(), tools);
    }

    /** @param learned lines by which articles are found beside their own */
    IndexedKnowledge(Collection<Edition> published, List<Line> learned, SearchTools tools) {
        main = tools.pack().language();
        questions = tools.questions();
        texts = new AnswerTexts(tools.pack());
        asked = new AskedField(published);
        for (Edition edition : published) {
            editions.computeIfAbsent(edition.text().slug(), slug -> new HashMap<>())
                    .put(edition.text().language().getLanguage(), edition);
        }
        LearnedQuestions further = new LearnedQuestions(learned, editions.values(), main, tools.lexicon());
        List<Passage> passages = published.stream()
                .map(edition -> Passages.of(edition, further.of(edition)))
                .toList();
        SearchWeights weights = tools.weights();
        index = new SearchIndex(passages, tools.lexicon(), tools.embedder(), weights.ranking());
        gate = new Gate(
                tools.scope(),
                tools.sentences().map(sentences -> SentenceReranker.over(passages, sentences)),
                weights.gate());
    }

    @Override
    public Answer ask(Question question) {
        return gate.settled() ? answers.of(question, question.text(), this::lookUp) : lookUp(question);
    }

    private Answer lookUp(Question question) {
        String text = question.text()
                .substring(0, Math.min(MOST_CHARACTERS, question.text().length()));
        Answer whole = askOne(text, question);
        List<String> parts = questions.split(text);
        return Stream.concat(
                        Stream.of(whole),
                        parts.stream().skip(parts.size() == 1 ? 1 : 0).map(part -> askOne(part, question)))
                .filter(Found.class::isInstance)
                .map(Found.class::cast)
                .filter(found -> isNear(found, whole))
                .reduce((a, b) -> b.confidence() > a.confidence() ? b : a)
                .map(Answer.class::cast)
                .orElse(whole);
    }

    /** What stands around a part says what it is about: a part answers only where the whole comes nearest to the same. */
    private static boolean isNear(Found found, Answer whole) {
        String slug = found.version().slug();
        return switch (whole) {
            case Found other -> other.version().slug().equals(slug);
            case Ambiguous few -> few.candidates().getFirst().slug().equals(slug);
            case Unknown _ -> true;
        };
    }

    private Answer askOne(String text, Question question) {
        Optional<String> about = question.about().filter(editions::containsKey);
        Findings findings = index.search(text, about);
        if (about.isPresent() && findings.aspect().isPresent() && asksOn(findings, about.get())) {
            return found(about.get(), field(about.get(), findings), question.language(), ASKED_ON);
        }
        Optional<String> service = about.flatMap(this::service);
        Judgement judgement = gate.judge(text, findings, service);
        if (judgement.outcome() == Judgement.Outcome.ASK) {
            judgement = about.flatMap(slug -> sameMishap(text, slug))
                    .or(() -> service.flatMap(name -> sameService(text, name)))
                    .orElse(judgement);
        }
        return switch (judgement.outcome()) {
            case ANSWER ->
                found(
                        judgement.choices().getFirst().id(),
                        field(judgement.choices().getFirst().id(), findings),
                        question.language(),
                        judgement.confidence());
            case ASK -> new Ambiguous(candidates(judgement, question.language()), judgement.confidence());
            case GIVE_UP -> new Unknown(judgement.confidence());
        };
    }

    /** Nothing is named but a field, or what is named with it stands in that field of the article. */
    private boolean asksOn(Findings findings, String about) {
        return !findings.namesSomething()
                || !findings.namesMore()
                        && edition(about, main)
                                .map(edition -> edition.text().fields().keySet())
                                .filter(fields -> findings.aspect()
                                        .filter(fields::contains)
                                        .isPresent())
                                .isPresent();
    }

    private Optional<Aspect> field(String slug, Findings findings) {
        return edition(slug, main).flatMap(edition -> asked.of(edition.text(), findings.aspect(), findings.reports()));
    }

    /** "Kalau SIM?" asks of the licence what was asked of the lost card. */
    private Optional<Judgement> sameMishap(String text, String about) {
        return edition(about, main)
                .filter(_ -> questions.instead(text))
                .flatMap(edition -> Mishaps.in(edition.text().title()))
                .map(mishap -> text + " " + mishap)
                .map(this::judged)
                .filter(judged -> judged.outcome() == Judgement.Outcome.ANSWER
                        && judged.choices().getFirst().mishap());
    }

    /** "Kalau calonnya beda kota?" asks of a marriage what was asked of another before. */
    private Optional<Judgement> sameService(String text, String service) {
        return Optional.of(text + " " + service.replace('-', ' '))
                .filter(_ -> questions.turns(text))
                .map(this::judged)
                .filter(judged -> judged.confidence() >= OF_THE_SERVICE)
                .filter(judged -> saysNoOther(judged.choices().getFirst(), service))
                .map(Judgement::answering);
    }

    /** What happened to a paper is told by whom it happened to. */
    private static boolean saysNoOther(Hit hit, String service) {
        return hit.service().equals(service) && (!hit.mishap() || hit.titleSaysAll());
    }

    private Judgement judged(String text) {
        return gate.judge(text, index.search(text, Optional.empty()), Optional.empty());
    }

    private Optional<String> service(String slug) {
        return edition(slug, main).map(edition -> edition.text().service());
    }

    private Found found(String slug, Optional<Aspect> aspect, Locale language, double confidence) {
        Edition edition = edition(slug, language).orElseThrow();
        Wording wording = new Wording(slug, edition.text().language(), aspect);
        Found found = worded.computeIfAbsent(wording, w -> texts.found(edition, aspect, 1));
        return new Found(
                found.version(), found.aspect(), found.web(), found.sms(), found.voice(), found.citation(), confidence);
    }

    private List<Candidate> candidates(Judgement judgement, Locale language) {
        List<Candidate> candidates = new ArrayList<>();
        for (Hit hit : judgement.choices()) {
            edition(hit.id(), language)
                    .map(Edition::text)
                    .ifPresent(text -> candidates.add(new Candidate(text.slug(), text.title(), hit.score())));
        }
        return candidates;
    }

    @Override
    public Optional<ArticleVersion> published(String slug, Locale language) {
        return edition(slug, language).map(Edition::text);
    }

    @Override
    public Optional<Found> answer(String slug, Optional<Aspect> aspect, Locale language) {
        return edition(slug, language)
                .map(edition -> found(slug, asked.of(edition.text(), aspect, false), language, 1));
    }

    @Override
    public List<Article> articles(Locale language) {
        return readable(language).stream()
                .filter(article -> article.language().getLanguage().equals(language.getLanguage()))
                .toList();
    }

    /** All texts of an article, the main language first; empty for one that is not published. */
    List<Edition> texts(String slug) {
        return editions.getOrDefault(slug, Map.of()).values().stream()
                .sorted(Comparator.comparing(
                                (Edition edition) -> !edition.text().language().equals(main))
                        .thenComparing(edition -> edition.text().language().toLanguageTag()))
                .toList();
    }

    List<Article> readable(Locale language) {
        return editions.keySet().stream()
                .flatMap(slug -> edition(slug, language).stream())
                .map(IndexedKnowledge::article)
                .sorted(Comparator.comparing(Article::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    List<Article> search(String text, Locale language) {
        Findings findings = index.search(text, Optional.empty());
        return gate.worthShowing(findings).stream()
                .limit(MOST_RESULTS)
                .flatMap(hit -> edition(hit.id(), language).stream())
                .map(IndexedKnowledge::article)
                .toList();
    }

    private static Article article(Edition edition) {
        ArticleVersion text = edition.text();
        return new Article(text.slug(), text.service(), text.title(), text.language());
    }

    @Override
    public Findings find(String text) {
        return index.search(text.substring(0, Math.min(MOST_CHARACTERS, text.length())), Optional.empty());
    }

    List<Edition> editions() {
        return editions.values().stream()
                .flatMap(languages -> languages.values().stream())
                .toList();
    }

    private Optional<Edition> edition(String slug, Locale language) {
        Map<String, Edition> languages = editions.getOrDefault(slug, Map.of());
        return Optional.ofNullable(languages.get(language.getLanguage()))
                .or(() -> Optional.ofNullable(languages.get(main.getLanguage())));
    }
}
