package id.pendopo.knowledge.search;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.search.ParsedQuery.Concept;
import id.pendopo.knowledge.text.TermVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Feature vectors of a query: a question in the form in which it is compared with every candidate. Of its stems those
 * that the index knows have places, by which a text's share of them is told; what follows from a word of a candidate is
 * worked out once.
 */
final class QueryFeatures {

    private final List<QueryConcept> concepts;
    private final TermDictionary terms;
    private final float[] meaning;
    private final int[] stems;
    private final double[] rarities;
    private final double[] stemWeights;
    private final double[] searched;
    private final Map<Integer, Double> letterWeights = new HashMap<>();
    private final Map<String, Share> shares = new HashMap<>();
    private final Map<ArticleTerms, BitSet> heldAnywhere = new HashMap<>();

    /** What a word of a candidate adds to its likenesses. */
    private record Share(int[] held, double stems, double letters) {}

    QueryFeatures(ParsedQuery reading, QuestionIndex lines, Embedder embedder) {
        meaning = embedder.embed(reading.standard());
        terms = lines.stems();
        Map<String, Double> weights = reading.stems();
        stems = weights.keySet().stream()
                .mapToInt(lines.stems()::of)
                .filter(stem -> stem != TermDictionary.NONE)
                .sorted()
                .toArray();
        rarities = Arrays.stream(stems).mapToDouble(lines.rarity()::of).toArray();
        searched = Arrays.stream(stems)
                .mapToDouble(stem -> weights.getOrDefault(terms.term(stem), 0.0)
                        * lines.lineRarity().of(stem))
                .toArray();
        stemWeights = new double[stems.length];
        TermVector.of(weights, lines.rarity()::of).forEach((stem, weight) -> {
            int place = place(stem);
            if (place >= 0) {
                stemWeights[place] = weight * rarities[place];
            }
        });
        Map<String, Double> letters = new HashMap<>();
        reading.words().forEach(word -> TermVector.countLetters(word.word(), word.weight(), letters));
        TermVector.of(letters, lines.letterRarity()::of)
                .forEach((letter, weight) -> letterWeights.put(
                        lines.letters().of(letter),
                        weight * lines.letterRarity().of(letter)));
        concepts =
                reading.concepts().stream().map(concept -> told(concept, lines)).toList();
    }

    private QueryConcept told(Concept concept, QuestionIndex lines) {
        List<QueryConcept.Equal> equals = new ArrayList<>();
        for (ParsedQuery.Equal equal : concept.equals()) {
            int[] phrase = equal.phrase().stream().mapToInt(stem -> place(stem)).toArray();
            if (Arrays.stream(phrase).allMatch(place -> place >= 0)) {
                equals.add(new QueryConcept.Equal(phrase, equal.well()));
            }
        }
        return new QueryConcept(concept, concept.weight() * rarestKnown(concept, lines.rarity()), equals);
    }

    /** What all of it means. */
    float[] meaning() {
        return meaning;
    }

    List<QueryConcept> concepts() {
        return concepts;
    }

    @Override
    public String toString() {
        return "Asked[REDACTED]";
    }

    /** Which asked stems a text holds, by their places; the text's stems are in ascending order. */
    BitSet held(int[] text) {
        BitSet held = new BitSet(stems.length);
        int i = 0;
        for (int stem : text) {
            while (i < stems.length && stems[i] < stem) {
                i++;
            }
            if (i == stems.length) {
                break;
            }
            if (stems[i] == stem) {
                held.set(i);
            }
        }
        return held;
    }

    /** Which asked stems an article holds anywhere, by their places. */
    BitSet held(ArticleTerms article) {
        return heldAnywhere.computeIfAbsent(article, _ -> held(article.anywhere()));
    }

    /** Which asked stems a question holds, by their places. */
    BitSet held(IndexedQuestion line) {
        BitSet held = new BitSet(stems.length);
        for (IndexedWord word : line.words()) {
            for (int place : share(word).held()) {
                held.set(place);
            }
        }
        return held;
    }

    /** The known stems with the weight at which they are searched, by how rare they are among the questions. */
    Map<Integer, Double> weights() {
        return IntStream.range(0, stems.length)
                .boxed()
                .collect(Collectors.toMap(place -> stems[place], place -> searched[place]));
    }

    /** What the held stems weigh together. */
    double weightOf(BitSet held) {
        return held.stream().mapToDouble(place -> searched[place]).sum();
    }

    /** The share of what the question tells that a text with these stems satisfies. */
    double covered(BitSet held) {
        double all = 0;
        double covered = 0;
        for (QueryConcept told : concepts) {
            all += told.tells();
            covered += told.tells() * told.satisfiedBy(held);
        }
        return all == 0 ? 0 : covered / all;
    }

    /** Whether a text with these stems holds every word that the question stresses. */
    boolean stressedAllIn(BitSet held) {
        return concepts.stream().allMatch(told -> told.concept().weight() < 1 || told.satisfiedBy(held) > 0);
    }

    /** The share of what an article's question tells that was asked, 0 to 1, from the asked stems that it holds. */
    double said(IndexedQuestion line, BitSet held) {
        double said = held.stream().mapToDouble(place -> rarities[place]).sum();
        return line.tells() == 0 ? 0 : said / line.tells();
    }

    /** The cosine of the stems, 0 to 1. */
    double likenessOfStems(IndexedQuestion line) {
        double likeness = 0;
        for (IndexedWord word : line.words()) {
            likeness += word.weight() * share(word).stems();
        }
        return line.stemLength() == 0 ? 0 : likeness / line.stemLength();
    }

    /** The cosine of the letters, 0 to 1. */
    double likenessOfLetters(IndexedQuestion line) {
        double likeness = 0;
        for (IndexedWord word : line.words()) {
            likeness += word.weight() * share(word).letters();
        }
        return line.letterLength() == 0 ? 0 : likeness / line.letterLength();
    }

    private Share share(IndexedWord word) {
        return shares.computeIfAbsent(word.text(), _ -> shareOf(word));
    }

    private Share shareOf(IndexedWord word) {
        int[] held = Arrays.stream(word.stems())
                .map(this::place)
                .filter(place -> place >= 0)
                .toArray();
        double ofStems =
                Arrays.stream(held).mapToDouble(place -> stemWeights[place]).sum();
        double ofLetters = 0;
        for (int letter : word.letters()) {
            ofLetters += letterWeights.getOrDefault(letter, 0.0);
        }
        return new Share(held, ofStems, ofLetters);
    }

    /** The place of a stem, negative for one that the index does not know. */
    int place(String stem) {
        return place(terms.of(stem));
    }

    private int place(int stem) {
        return Arrays.binarySearch(stems, stem);
    }

    /** As much as its rarest known stem, or all when none is known. */
    private static double rarestKnown(Concept concept, InverseDocumentFrequency rarity) {
        return concept.stems().keySet().stream()
                .filter(rarity::isKnown)
                .mapToDouble(rarity::of)
                .max()
                .orElseGet(() -> rarity.of(""));
    }
}
