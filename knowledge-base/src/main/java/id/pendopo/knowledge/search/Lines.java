package id.pendopo.knowledge.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All questions of all articles with what was counted over them. */
final class Lines {

    private final Lexicon lexicon;
    private final Stems stems;
    private final Emphasis emphasis;
    private final Map<String, Integer> frequency = new HashMap<>();
    private final Map<String, Set<String>> stemsOfArticles = new HashMap<>();
    private final Map<String, Set<String>> stemsOfTitles = new HashMap<>();
    private final Map<String, Set<String>> stemsOfServices = new HashMap<>();
    private final List<Set<String>> lettersOfPassages = new ArrayList<>();
    private final Subjects subjects = new Subjects();
    private final List<Line> all = new ArrayList<>();
    private final Set<String> usedStems = new HashSet<>();
    private final Spelling spelling;
    private final Rarity rarity;
    private final Rarity letterRarity;
    private final Rarity lineRarity;

    /**
     * Counts everything once.
     *
     * @param furtherWords written correctly, but not counted
     */
    Lines(List<Passage> passages, Lexicon lexicon, Stems stems, Emphasis emphasis, Set<String> furtherWords) {
        this.lexicon = lexicon;
        this.stems = stems;
        this.emphasis = emphasis;
        lexicon.words().forEach(word -> frequency.put(word, 0));
        furtherWords.forEach(word -> frequency.put(word, 0));
        passages.forEach(this::count);
        stemsOfArticles.values().forEach(usedStems::addAll);
        spelling = new Spelling(frequency);
        rarity = new Rarity(emphasis.fielded() ? stemsOfServices.values() : stemsOfArticles.values());
        letterRarity = new Rarity(lettersOfPassages);
        passages.forEach(this::add);
        lineRarity = new Rarity(all.stream().map(Line::stems).toList());
    }

    private void count(Passage passage) {
        Set<String> questions = questionWords(passage);
        Set<String> words = new HashSet<>(Tokens.of(passage.body()));
        words.addAll(questions);
        words.forEach(word -> frequency.merge(word, 1, Integer::sum));
        lettersOfPassages.add(letters(words));
        List<String> title = stems.of(standard(passage.questions().getFirst()));
        stemsOfArticles.computeIfAbsent(passage.id(), id -> new HashSet<>()).addAll(stems.of(words));
        stemsOfTitles.computeIfAbsent(passage.id(), id -> new HashSet<>()).addAll(title);
        stemsOfServices.computeIfAbsent(passage.service(), s -> new HashSet<>()).addAll(stems.of(questions));
        subjects.add(passage.service(), title);
    }

    private void add(Passage passage) {
        Set<String> title = stemsOfTitles.getOrDefault(passage.id(), Set.of());
        Set<String> anywhere = stemsOfArticles.getOrDefault(passage.id(), Set.of());
        for (String question : passage.questions()) {
            all.add(Line.of(passage, weighted(standard(question)), title, anywhere, rarity, letterRarity));
        }
    }

    /** Every stem that some article uses. */
    Set<String> usedStems() {
        return usedStems;
    }

    List<Line> all() {
        return all;
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

    /** What services are called by; empty where articles are a plain list of questions and answers. */
    Optional<Subjects> subjects() {
        return emphasis.fielded() ? Optional.of(subjects) : Optional.empty();
    }

    private List<Line.Word> weighted(List<String> words) {
        double[] weights = emphasis.of(words);
        List<Line.Word> weighted = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            weighted.add(new Line.Word(words.get(i), stems.of(List.of(words.get(i))), weights[i]));
        }
        return weighted;
    }

    private Set<String> questionWords(Passage passage) {
        return passage.questions().stream()
                .flatMap(question -> standard(question).stream())
                .collect(Collectors.toSet());
    }

    private List<String> standard(String text) {
        return QuestionReader.standard(Tokens.of(text), lexicon);
    }

    private static Set<String> letters(Set<String> words) {
        Map<String, Double> counts = new HashMap<>();
        words.forEach(word -> TermVector.countLetters(word, 1, counts));
        return counts.keySet();
    }
}
