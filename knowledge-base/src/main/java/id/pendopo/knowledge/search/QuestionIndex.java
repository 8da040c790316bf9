package id.pendopo.knowledge.search;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.knowledge.text.SpellingCorrector;
import id.pendopo.knowledge.text.Stems;
import id.pendopo.knowledge.text.TermWeights;
import id.pendopo.knowledge.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Forward index: all questions of all articles with what was counted over them; the texts themselves are not kept. */
final class QuestionIndex {

    private final Lexicon lexicon;
    private final Embedder embedder;
    private final TermWeights emphasis;
    private final Vocabulary vocabulary;
    private final Map<String, Integer> frequency = new HashMap<>();
    private final Map<String, ArticleTerms> articles = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> stemsOfServices = new HashMap<>();
    private final ServiceNames subjects = new ServiceNames();
    private final List<IndexedQuestion> all = new ArrayList<>();
    private final LuceneIndex postings;
    private final SpellingCorrector spelling;
    private final InverseDocumentFrequency rarity;
    private final InverseDocumentFrequency letterRarity;
    private final InverseDocumentFrequency lineRarity;

    /** A question before all were counted. */
    private record Uncounted(ArticleTerms article, List<IndexedWord> words, float[] meaning) {}

    /**
     * Counts everything once.
     *
     * @param furtherWords written correctly, but not counted
     */
    QuestionIndex(
            List<Passage> passages,
            Lexicon lexicon,
            Embedder embedder,
            Stems stems,
            TermWeights emphasis,
            Set<String> furtherWords) {
        this.embedder = embedder;
        this.lexicon = lexicon;
        this.emphasis = emphasis;
        vocabulary = new Vocabulary(stems);
        lexicon.words().forEach(word -> frequency.put(word, 0));
        furtherWords.forEach(word -> frequency.put(word, 0));
        LuceneIndex.Builder finder = new LuceneIndex.Builder(vocabulary.stems());
        InverseDocumentFrequency.Count letters = new InverseDocumentFrequency.Count(vocabulary.letters());
        List<Uncounted> uncounted = new ArrayList<>();
        passages.forEach(passage -> uncounted.addAll(read(passage, finder, letters)));
        postings = finder.postings();
        spelling = new SpellingCorrector(frequency);
        letterRarity = letters.rarity();
        rarity = emphasis.fielded()
                ? rarity(stemsOfServices.values().stream().map(QuestionIndex::numbers))
                : rarity(articles.values().stream().map(ArticleTerms::anywhere));
        lineRarity = rarity(uncounted.stream().map(line -> stems(line.words())));
        uncounted.forEach(line ->
                all.add(IndexedQuestion.of(line.article(), line.words(), line.meaning(), rarity, letterRarity)));
    }

    private List<Uncounted> read(Passage passage, LuceneIndex.Builder finder, InverseDocumentFrequency.Count letters) {
        List<List<String>> questions =
                passage.questions().stream().map(this::standard).toList();
        List<IndexedWord> body = vocabulary.words(Tokens.of(passage.body()));
        List<IndexedWord> asked =
                vocabulary.words(questions.stream().flatMap(List::stream).toList());
        Set<String> counted = new HashSet<>();
        letters.begin();
        Stream.concat(asked.stream(), body.stream())
                .filter(word -> counted.add(word.text()))
                .forEach(word -> {
                    frequency.merge(word.text(), 1, Integer::sum);
                    Arrays.stream(word.letters()).forEach(letters::add);
                });
        ArticleTerms article = content(passage, vocabulary.words(questions.getFirst()), asked, body);
        List<Uncounted> lines = new ArrayList<>();
        for (List<String> question : questions) {
            List<IndexedWord> words = weighted(question);
            finder.add(words, body);
            lines.add(new Uncounted(article, words, embedder.embed(String.join(" ", question))));
        }
        return lines;
    }

    private ArticleTerms content(
            Passage passage, List<IndexedWord> title, List<IndexedWord> asked, List<IndexedWord> body) {
        ArticleTerms article = articles.computeIfAbsent(passage.id(), id -> new ArticleTerms(id, passage.service()));
        int[] titleStems = stems(title);
        int[] askedStems = stems(asked);
        article.add(titleStems, askedStems, stems(body));
        if (Mishaps.in(passage.questions().getFirst()).isPresent()) {
            article.tellsOfAMishap();
        }
        if (passage.directory()) {
            article.tellsOfAnOffice();
        } else if (emphasis.fielded()) {
            Set<Integer> ofService = stemsOfServices.computeIfAbsent(passage.service(), s -> new HashSet<>());
            Arrays.stream(askedStems).forEach(ofService::add);
            subjects.add(
                    passage.service(),
                    Arrays.stream(titleStems).mapToObj(vocabulary.stems()::term).toList());
        }
        return article;
    }

    TermDictionary stems() {
        return vocabulary.stems();
    }

    TermDictionary letters() {
        return vocabulary.letters();
    }

    List<IndexedQuestion> all() {
        return all;
    }

    LuceneIndex postings() {
        return postings;
    }

    InverseDocumentFrequency rarity() {
        return rarity;
    }

    InverseDocumentFrequency letterRarity() {
        return letterRarity;
    }

    SpellingCorrector spelling() {
        return spelling;
    }

    /** How rare a stem is among the questions, as Lucene sees them. */
    InverseDocumentFrequency lineRarity() {
        return lineRarity;
    }

    /** The service of an article. */
    Optional<String> serviceOf(String article) {
        return Optional.ofNullable(articles.get(article)).map(ArticleTerms::service);
    }

    /** What services are called by; empty where articles are a plain list of questions and answers. */
    Optional<ServiceNames> subjects() {
        return emphasis.fielded() ? Optional.of(subjects) : Optional.empty();
    }

    private InverseDocumentFrequency rarity(Stream<int[]> texts) {
        InverseDocumentFrequency.Count count = new InverseDocumentFrequency.Count(vocabulary.stems());
        texts.forEach(text -> {
            count.begin();
            Arrays.stream(text).forEach(count::add);
        });
        return count.rarity();
    }

    private List<IndexedWord> weighted(List<String> question) {
        double[] weights = emphasis.of(question);
        List<IndexedWord> words = vocabulary.words(question);
        List<IndexedWord> weighted = new ArrayList<>(weights.length);
        for (int i = 0; i < weights.length; i++) {
            weighted.add(words.get(i).weighing(weights[i]));
        }
        return List.copyOf(weighted);
    }

    private List<String> standard(String text) {
        return lexicon.standardWords(text);
    }

    private static int[] stems(List<IndexedWord> words) {
        return words.stream().flatMapToInt(word -> Arrays.stream(word.stems())).toArray();
    }

    private static int[] numbers(Set<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
