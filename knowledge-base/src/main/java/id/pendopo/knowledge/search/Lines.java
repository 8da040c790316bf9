package id.pendopo.knowledge.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All questions of all articles with what was counted over them. */
final class Lines {

    private final List<Line> all = new ArrayList<>();
    private final Rarity rarity;
    private final Rarity letterRarity;
    private final Spelling spelling;

    Lines(List<Passage> passages, Lexicon lexicon, Stems stems, Set<String> furtherWords) {
        Map<String, Integer> frequency = new HashMap<>();
        lexicon.words().forEach(word -> frequency.put(word, 0));
        furtherWords.forEach(word -> frequency.put(word, 0));
        List<Set<String>> stemsOfPassages = new ArrayList<>();
        List<Set<String>> lettersOfPassages = new ArrayList<>();
        for (Passage passage : passages) {
            Set<String> words = words(passage, lexicon);
            words.forEach(word -> frequency.merge(word, 1, Integer::sum));
            stemsOfPassages.add(Set.copyOf(new HashSet<>(stems.of(List.copyOf(words)))));
            lettersOfPassages.add(letters(words));
        }
        spelling = new Spelling(frequency);
        rarity = new Rarity(stemsOfPassages);
        letterRarity = new Rarity(lettersOfPassages);
        for (int i = 0; i < passages.size(); i++) {
            add(passages.get(i), stemsOfPassages.get(i), lexicon, stems);
        }
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

    private void add(Passage passage, Set<String> anywhere, Lexicon lexicon, Stems stems) {
        for (String question : passage.questions()) {
            List<String> words = QuestionReader.standard(Tokens.of(question), lexicon);
            all.add(Line.of(passage, words, stems.of(words), anywhere, rarity, letterRarity));
        }
    }

    private static Set<String> words(Passage passage, Lexicon lexicon) {
        Set<String> words = new HashSet<>(Tokens.of(passage.body()));
        passage.questions().forEach(q -> words.addAll(QuestionReader.standard(Tokens.of(q), lexicon)));
        return words;
    }

    private static Set<String> letters(Set<String> words) {
        Map<String, Double> counts = new HashMap<>();
        words.forEach(word -> TermVector.countLetters(word, 1, counts));
        return counts.keySet();
    }
}
