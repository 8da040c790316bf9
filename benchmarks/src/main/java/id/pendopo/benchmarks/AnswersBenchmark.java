package id.pendopo.benchmarks;

import id.pendopo.knowledge.answering.ShippedModels;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.Sheet;
import id.pendopo.knowledge.language.WordVectors;
import id.pendopo.knowledge.search.Findings;
import id.pendopo.knowledge.search.Gate;
import id.pendopo.knowledge.search.Judgement;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.SearchIndex;
import id.pendopo.knowledge.text.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much longer an answer takes among very many passages than among a thousand. Rounds of both alternate, so that a noisy
 * machine disturbs both; what counts is the median of the paired ratios of the p50s.
 */
final class AnswersBenchmark {

    private static final int FEW = 1_000;
    private static final int QUESTIONS = 1_000;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 9;

    private final int passages;
    private final Path corpus;
    private final Optional<Path> json;

    /** An index, what it took, and the sorted times of each round. */
    private record Side(SearchIndex index, double builtIn, long heapMiB, List<Round> rounds) {

        Round median() {
            return rounds.stream()
                    .sorted((a, b) -> Double.compare(a.p50(), b.p50()))
                    .toList()
                    .get(rounds.size() / 2);
        }

        Map<String, Object> figures() {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("p50_ms", median().p50());
            figures.put("p95_ms", median().p95());
            figures.put("index_s", builtIn);
            figures.put("heap_mb", heapMiB);
            return figures;
        }
    }

    /** One round over all questions, in milliseconds. */
    private record Round(double p50, double p95) {

        @Override
        public String toString() {
            return "p50 %.2f ms, p95 %.2f ms".formatted(p50, p95);
        }
    }

    AnswersBenchmark(int passages, Path corpus, Optional<Path> json) {
        this.passages = passages;
        this.corpus = corpus;
        this.json = json;
    }

    void run() throws IOException {
        List<String> questions = questions();
        List<Passage> articles = ShippedModels.passages();
        Side few = built(new ManyPassages(articles, FEW));
        Side many = built(new ManyPassages(articles, passages));
        for (int round = 0; round < WARM_UP; round++) {
            ask(few, questions);
            ask(many, questions);
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            few.rounds().add(ask(few, questions));
            many.rounds().add(ask(many, questions));
            ratios.add(many.rounds().getLast().p50() / few.rounds().getLast().p50());
            System.out.printf(
                    "round %d: %,d: %s; %,d: %s; ratio %.2f%n",
                    round + 1,
                    FEW,
                    few.rounds().getLast(),
                    passages,
                    many.rounds().getLast(),
                    ratios.getLast());
        }
        Collections.sort(ratios);
        report(few, many, ratios);
    }

    /** The corpus' own questions, which are none of the articles'; each is asked once in a round. */
    private List<String> questions() {
        List<String> questions = new ArrayList<>(CivicCorpus.read(corpus).lines(Sheet.QUESTIONS).stream()
                .map(line -> line.cell("text"))
                .distinct()
                .toList());
        Collections.shuffle(questions, new Random(QUESTIONS));
        return questions.subList(0, Math.min(QUESTIONS, questions.size()));
    }

    private static Side built(List<Passage> passages) {
        long before = usedMiB();
        long start = System.nanoTime();
        SearchIndex index = new SearchIndex(passages, Lexicon.shipped(), WordVectors.shipped());
        double seconds = (System.nanoTime() - start) / 1e9;
        long heap = usedMiB() - before;
        System.out.printf("%,d passages indexed in %.1f s, %d MiB%n", passages.size(), seconds, heap);
        return new Side(index, seconds, heap, new ArrayList<>());
    }

    private static long usedMiB() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20;
    }

    /** By a gate that remembers nothing: what tells the scope of a text keeps what it was asked. */
    private static Round ask(Side side, List<String> questions) {
        Gate gate = new Gate(ShippedModels.scope());
        long[] nanos = new long[questions.size()];
        int answered = 0;
        for (int i = 0; i < nanos.length; i++) {
            long before = System.nanoTime();
            Findings findings = side.index().search(questions.get(i), Optional.empty());
            Judgement judgement = gate.judge(questions.get(i), findings, Optional.empty());
            nanos[i] = System.nanoTime() - before;
            answered += judgement.choices().isEmpty() ? 0 : 1;
        }
        if (answered == 0) {
            throw new IllegalStateException("nothing was found");
        }
        Arrays.sort(nanos);
        return new Round(nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 95 / 100] / 1e6);
    }

    private void report(Side few, Side many, List<Double> ratios) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", "bench answers --passages " + passages);
        result.put("machine", Machine.name());
        result.put(
                "ratio", Map.of("median", ratios.get(ROUNDS / 2), "min", ratios.getFirst(), "max", ratios.getLast()));
        result.put("few", few.figures());
        result.put("many", many.figures());
        String text =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(result);
        if (json.isPresent()) {
            Files.writeString(json.get(), text);
        }
        System.out.println(text);
    }
}
