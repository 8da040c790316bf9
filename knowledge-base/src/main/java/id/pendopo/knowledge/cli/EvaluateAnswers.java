package id.pendopo.knowledge.cli;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.answering.ShippedModels;
import id.pendopo.knowledge.fitting.EmbedderFit;
import id.pendopo.knowledge.fitting.SearchWeights;
import id.pendopo.knowledge.language.OnnxEmbedder;
import id.pendopo.knowledge.language.SecondOpinions;
import id.pendopo.knowledge.language.WordVectors;
import id.pendopo.knowledge.search.Findings;
import id.pendopo.knowledge.search.Gate;
import id.pendopo.knowledge.search.Hit;
import id.pendopo.knowledge.search.Judgement;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.SearchIndex;
import id.pendopo.knowledge.search.SentenceReranker;
import id.pendopo.knowledge.text.Lexicon;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code evaluate-answers --articles FILE --questions FILE [--embedder FOLDER] [--json FILE]}: asks every question of the
 * given articles, with the classes that the desk uses, and reports how often the answer was right. What a sentence model that
 * is brought along is worth is learned from the articles first, as the desk does at start.
 */
public final class EvaluateAnswers implements ToolProvider {

    /** So many questions are asked before time is taken, until the code that answers is compiled. */
    private static final int WARM_UP = 2_000;

    /** The articles of a file and their index take less than so many times its size. */
    private static final int HEAP_PER_FILE = 6;

    /** Names the folder of a sentence model that is brought along instead of the word vectors. */
    private static final String EMBEDDER = "--embedder";

    private final JsonLines lines = new JsonLines();

    /** What tells meanings: the first stage's, and the second's if there is one. */
    private record Meanings(Embedder words, Optional<? extends Embedder> sentences, boolean own) {

        static Meanings of(Optional<Path> brought) {
            return brought.map(folder -> new Meanings(
                            new OnnxEmbedder(
                                    folder.resolve("model.onnx"), folder.resolve("tokenizer.json"), PoolingMode.MEAN),
                            Optional.empty(),
                            true))
                    .orElseGet(() -> new Meanings(
                            WordVectors.shipped(), SecondOpinions.shipped().embedder(), false));
        }

        /** As a desk that starts with these articles uses them: learned for a model that was brought along. */
        SearchWeights weights(List<Passage> passages) {
            return own ? new EmbedderFit(Lexicon.shipped(), words).over(passages) : SearchWeights.shipped();
        }
    }

    /**
     * An article of the file.
     *
     * @param examples further questions that it answers; may be left out
     */
    record ArticleLine(
            String id,
            @Nullable String service,
            String question,
            String answer,

            @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.SKIP) @Nullable
            List<String> examples) {

        ArticleLine {
            JsonLines.required("id", id);
            JsonLines.required("question", question);
            JsonLines.required("answer", answer);
        }
    }

    /** A question of the file; without {@code gold}, or with an empty one, no article answers it. */
    record QuestionLine(
            String text,

            @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.SKIP)
            List<String> gold,

            @Nullable String lang) {

        QuestionLine {
            JsonLines.required("text", text);
        }

        @Override
        public String toString() {
            return "QuestionLine[REDACTED]";
        }
    }

    @Override
    public String name() {
        return "evaluate-answers";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        return Evaluation.run(
                Set.of("--articles", "--questions", EMBEDDER), this::report, "evaluate answers", out, err, arguments);
    }

    private Map<String, Object> report(Options options) throws IOException {
        requireHeapFor(options.required("--articles"));
        List<ArticleLine> articles = lines.read(options.required("--articles"), ArticleLine.class);
        List<QuestionLine> questions = lines.read(options.required("--questions"), QuestionLine.class);
        Meanings meanings = Meanings.of(options.optional(EMBEDDER));
        long start = System.nanoTime();
        List<Passage> passages = articles.stream().map(EvaluateAnswers::passage).toList();
        SearchWeights weights = meanings.weights(passages);
        SearchIndex index = new SearchIndex(passages, Lexicon.shipped(), meanings.words(), weights.ranking());
        Optional<SentenceReranker> reranker =
                meanings.sentences().map(sentences -> SentenceReranker.over(passages, sentences));
        reranker.ifPresent(SentenceReranker::await);
        double indexSeconds = Measures.secondsSince(start);
        Gate gate = new Gate(ShippedModels.scope(), reranker, weights.gate());
        warmUp(articles, text -> ask(index, gate, new QuestionLine(text, List.of(), null)));
        Map<String, Object> report = new Evaluation<QuestionLine, AnswerFigures.Asked>(
                        "evaluate answers",
                        question -> ask(index, gate, question),
                        AnswerFigures::of,
                        AnswerFigures.Asked::language)
                .report(questions, 0, indexSeconds);
        if (meanings.own()) {
            report.put("learned_ranking", weights.ranking().weights());
        }
        return report;
    }

    /** With the articles' own questions: what was asked once may be answered from memory. */
    private static void warmUp(List<ArticleLine> articles, Consumer<String> ask) {
        for (int i = 0; i < WARM_UP; i++) {
            ask.accept(articles.get(i % articles.size()).question());
        }
    }

    /** Says before it is too late how to give more memory. */
    private static void requireHeapFor(Path articles) throws IOException {
        long needed = Files.exists(articles) ? Files.size(articles) * HEAP_PER_FILE : 0;
        if (needed > Runtime.getRuntime().maxMemory()) {
            throw new IllegalArgumentException(
                    "%s needs about %d MB of memory and may take %d MB; allow it with PENDOPO_JAVA_OPTS=\"-Xmx%dm -XX:+UseSerialGC\""
                            .formatted(
                                    articles,
                                    needed >> 20,
                                    Runtime.getRuntime().maxMemory() >> 20,
                                    needed * 5 / 4 >> 20));
        }
    }

    private static AnswerFigures.Asked ask(SearchIndex index, Gate gate, QuestionLine question) {
        long start = System.nanoTime();
        Findings findings =
                gate.reranked(question.text(), index.search(question.text(), Optional.empty()), Optional.empty());
        Judgement judgement = gate.judge(question.text(), findings, Optional.empty());
        long nanos = System.nanoTime() - start;
        List<String> ids = findings.hits().stream().map(Hit::id).toList();
        int rank = question.gold().stream()
                .mapToInt(gold -> ids.indexOf(gold) + 1)
                .filter(place -> place > 0)
                .min()
                .orElse(0);
        boolean among = rank > 0 && rank <= judgement.choices().size();
        return new AnswerFigures.Asked(
                Objects.requireNonNullElse(question.lang(), "id"),
                !question.gold().isEmpty(),
                rank,
                judgement.answerable(),
                judgement.outcome(),
                among,
                findings.compared(),
                nanos);
    }

    private static Passage passage(ArticleLine article) {
        String service = Objects.requireNonNullElse(article.service(), "");
        List<String> questions = Stream.concat(
                        Stream.of(article.question()),
                        Objects.requireNonNullElse(article.examples(), List.<String>of()).stream())
                .toList();
        return new Passage(article.id(), service, questions, article.answer(), false);
    }
}
