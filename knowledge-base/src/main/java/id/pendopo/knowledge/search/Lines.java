package id.pendopo.knowledge.search;

import id.pendopo.knowledge.Embedder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All questions of all articles with what was counted over them; the texts themselves are not kept. */
final class Lines {

    /** What a title says of a paper that something happened to. */
    private static final Pattern MISHAP = Pattern.compile(
            "\\b(?:" + String.join("|", WordList.lines("/nlu/mishaps.txt")) + ")\\b", Pattern.CASE_INSENSITIVE);

    private final Lexicon lexicon;
    private final Embedder embedder;
    private final Emphasis emphasis;
    private final Vocabulary vocabulary;
    private final Map<String, Integer> frequency = new HashMap<>();
    private final Map<String, Content> articles = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> stemsOfServices = new HashMap<>();
    private final Subjects subjects = new Subjects();
    private final List<Line> all = new ArrayList<>();
    private final Postings postings;
    private final Spelling spelling;
    private final Rarity rarity;
    private final Rarity letterRarity;
    private final Rarity lineRarity;

    /** A question before all were counted. */
    private record Uncounted(Content article, List<Word> words, float[] meaning) {}

    /**
     * Counts everything once.
     *
     * @param furtherWords written correctly, but not counted
     */
    Lines(
            List<Passage> passages,
            Lexicon lexicon,
            Embedder embedder,
            Stems stems,
            Emphasis emphasis,
            Set<String> furtherWords) {
        this.embedder = embedder;
        this.lexicon = lexicon;
        this.emphasis = emphasis;
        vocabulary = new Vocabulary(stems);
        lexicon.words().forEach(word -> frequency.put(word, 0));
        furtherWords.forEach(word -> frequency.put(word, 0));
        Postings.Builder finder = new Postings.Builder(vocabulary.stems());
        Rarity.Count letters = new Rarity.Count(vocabulary.letters());
        List<Uncounted> uncounted = new ArrayList<>();
        passages.forEach(passage -> uncounted.addAll(read(passage, finder, letters)));
        postings = finder.postings();
        spelling = new Spelling(frequency);
        letterRarity = letters.rarity();
        rarity = emphasis.fielded()
                ? rarity(stemsOfServices.values().stream().map(Lines::numbers))
                : rarity(articles.values().stream().map(Content::anywhere));
        lineRarity = rarity(uncounted.stream().map(line -> stems(line.words())));
        uncounted.forEach(line -> all.add(Line.of(line.article(), line.words(), line.meaning(), rarity, letterRarity)));
    }

    private List<Uncounted> read(Passage passage, Postings.Builder finder, Rarity.Count letters) {
        List<List<String>> questions =
                passage.questions().stream().map(this::standard).toList();
        List<Word> body = vocabulary.words(Tokens.of(passage.body()));
        List<Word> asked =
                vocabulary.words(questions.stream().flatMap(List::stream).toList());
        Set<String> counted = new HashSet<>();
        letters.begin();
        Stream.concat(asked.stream(), body.stream())
                .filter(word -> counted.add(word.text()))
                .forEach(word -> {
                    frequency.merge(word.text(), 1, Integer::sum);
                    Arrays.stream(word.letters()).forEach(letters::add);
                });
        Content article = content(passage, vocabulary.words(questions.getFirst()), asked, body);
        List<Uncounted> lines = new ArrayList<>();
        for (List<String> question : questions) {
            List<Word> words = weighted(question);
            finder.add(words, body);
            lines.add(new Uncounted(article, words, embedder.embed(String.join(" ", question))));
        }
        return lines;
    }

    private Content content(Passage passage, List<Word> title, List<Word> asked, List<Word> body) {
        Content article = articles.computeIfAbsent(passage.id(), id -> new Content(id, passage.service()));
        int[] titleStems = stems(title);
        int[] askedStems = stems(asked);
        article.add(titleStems, askedStems, stems(body));
        if (MISHAP.matcher(passage.questions().getFirst()).find()) {
            article.tellsOfAMishap();
        }
        if (emphasis.fielded()) {
            Set<Integer> ofService = stemsOfServices.computeIfAbsent(passage.service(), s -> new HashSet<>());
            Arrays.stream(askedStems).forEach(ofService::add);
            subjects.add(
                    passage.service(),
                    Arrays.stream(titleStems).mapToObj(vocabulary.stems()::term).toList());
        }
        return article;
    }

    Terms stems() {
        return vocabulary.stems();
    }

    Terms letters() {
        return vocabulary.letters();
    }

    List<Line> all() {
        return all;
    }

    Postings postings() {
        return postings;
    }

    Rarity rarity() {
        return rarity;
    }

    Rarity letterRarity() {
        return letterRarity;
    }

    Spelling spelling() {
        return spelling;
    }

    /** How rare a stem is among the questions, as Lucene sees them. */
    Rarity lineRarity() {
        return lineRarity;
    }

    /** The service of an article. */
    Optional<String> serviceOf(String article) {
        return Optional.ofNullable(articles.get(article)).map(Content::service);
    }

    /** What services are called by; empty where articles are a plain list of questions and answers. */
    Optional<Subjects> subjects() {
        return emphasis.fielded() ? Optional.of(subjects) : Optional.empty();
    }

    private Rarity rarity(Stream<int[]> texts) {
        Rarity.Count count = new Rarity.Count(vocabulary.stems());
        texts.forEach(text -> {
            count.begin();
            Arrays.stream(text).forEach(count::add);
        });
        return count.rarity();
    }

    private List<Word> weighted(List<String> question) {
        double[] weights = emphasis.of(question);
        List<Word> words = vocabulary.words(question);
        List<Word> weighted = new ArrayList<>(weights.length);
        for (int i = 0; i < weights.length; i++) {
            weighted.add(words.get(i).weighing(weights[i]));
        }
        return List.copyOf(weighted);
    }

    private List<String> standard(String text) {
        return lexicon.standardWords(text);
    }

    private static int[] stems(List<Word> words) {
        return words.stream().flatMapToInt(word -> Arrays.stream(word.stems())).toArray();
    }

    private static int[] numbers(Set<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
