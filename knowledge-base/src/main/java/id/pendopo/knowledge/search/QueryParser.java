package id.pendopo.knowledge.search;

import id.pendopo.knowledge.search.ParsedQuery.Concept;
import id.pendopo.knowledge.search.ParsedQuery.Equal;
import id.pendopo.knowledge.search.ParsedQuery.WeightedWord;
import id.pendopo.knowledge.text.AspectWords;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.knowledge.text.PhraseTable;
import id.pendopo.knowledge.text.SpellingCorrector;
import id.pendopo.knowledge.text.Stems;
import id.pendopo.knowledge.text.TermWeights;
import id.pendopo.knowledge.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Query parser, reads a careless question: informal words, slips of the finger, other words for the same thing, aspect
 * words.
 */
final class QueryParser {

    /** Longer questions are cut: a long complaint says at its beginning what it is about. */
    private static final int MOST_WORDS = 120;

    private static final double CORRECTED = 0.9;
    private static final double RELATED = 0.6;
    private static final double TRANSLATED = 0.9;

    private final Lexicon lexicon;
    private final SpellingCorrector spelling;
    private final Stems stems;
    private final AspectWords aspects;
    private final TermWeights emphasis;
    private final TermDictionary usedStems;

    QueryParser(Lexicon lexicon, QuestionIndex lines, Stems stems, AspectWords aspects, TermWeights emphasis) {
        this.lexicon = lexicon;
        this.spelling = lines.spelling();
        this.usedStems = lines.stems();
        this.stems = stems;
        this.aspects = aspects;
        this.emphasis = emphasis;
    }

    ParsedQuery read(String text) {
        List<String> typed = Tokens.of(lexicon.spelledOut(text));
        List<String> standard = lexicon.standard(typed.subList(0, Math.min(typed.size(), MOST_WORDS)));
        List<String> words = standard.stream()
                .map(word -> spelling.correct(word).orElse(word))
                .toList();
        double[] weights = emphasis.of(words);
        List<Concept> concepts = new ArrayList<>();
        List<WeightedWord> letters = new ArrayList<>();
        List<List<List<String>>> related = related(words);
        for (int i = 0; i < words.size(); i++) {
            boolean asTyped = words.get(i).equals(standard.get(i));
            List<Equal> equals = equals(words.get(i), asTyped ? 1 : CORRECTED, related.get(i));
            if (!equals.isEmpty()) {
                concepts.add(new Concept(equals, weights[i]));
                letters.add(new WeightedWord(words.get(i), weights[i]));
            }
        }
        AspectWords.Found asked = aspects.in(words);
        boolean namesMore = IntStream.range(0, weights.length)
                .anyMatch(i -> weights[i] == 1 && !asked.places().get(i));
        return new ParsedQuery(String.join(" ", words), concepts, letters, asked.aspect(), asked.reports(), namesMore);
    }

    /** For each word the phrases that mean the same as it, or as the longer phrase that it stands in. */
    private List<List<List<String>>> related(List<String> words) {
        List<List<List<String>>> related = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            related.add(new ArrayList<>());
        }
        int i = 0;
        while (i < words.size()) {
            Optional<PhraseTable.Match<List<List<String>>>> match =
                    lexicon.related().at(words, i);
            int length = match.map(PhraseTable.Match::length).orElse(1);
            for (int j = i; match.isPresent() && j < i + length; j++) {
                related.get(j).addAll(match.get().value());
            }
            i += length;
        }
        return related;
    }

    /** The word and what means the same; others only where some article uses them. */
    private List<Equal> equals(String word, double own, List<List<String>> related) {
        List<Equal> equals = new ArrayList<>();
        List<String> stem = stems.of(List.of(word));
        if (!stem.isEmpty()) {
            equals.add(new Equal(stem, own));
        }
        double weight = spelling.isIndexed(word) ? RELATED : TRANSLATED;
        for (List<String> phrase : related) {
            List<String> other = stems.of(phrase);
            if (!other.isEmpty() && other.stream().allMatch(usedStems::has)) {
                equals.add(new Equal(other, weight));
            }
        }
        return equals;
    }
}
