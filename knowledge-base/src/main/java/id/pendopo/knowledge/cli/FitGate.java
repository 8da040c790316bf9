package id.pendopo.knowledge.cli;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.answering.ShippedModels;
import id.pendopo.knowledge.cli.GateTrials.Stages;
import id.pendopo.knowledge.cli.GateTrials.Trial;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.language.SecondOpinions;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.Ranking;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * {@code fit-gate --corpus FOLDER [--out FILE]}: fits the weights of the ranking and of the gate on the civic corpus and the shipped articles,
 * prints how well they tell, and writes them.
 */
public final class FitGate implements ToolProvider {

    @Override
    public String name() {
        return "fit-gate";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        try {
            Options options = new Options(Set.of("--corpus", "--out"), arguments);
            CivicCorpus corpus = CivicCorpus.read(options.required("--corpus"));
            Embedder sentences = SecondOpinions.shipped()
                    .embedder()
                    .orElseThrow(() -> new IllegalArgumentException("there is no sentence model to learn with"));
            Fitted fitted = fitted(CivicCorpus.read(options.required("--corpus")), sentences);
            out.println(new JsonLines().write(fitted.figures()));
            Optional<Path> file = options.optional("--out");
            if (file.isPresent()) {
                Files.writeString(file.get(), fitted.rows());
            }
            return 0;
        } catch (IllegalArgumentException | IOException e) {
            err.println("fit-gate: " + e.getMessage());
            return 2;
        }
    }

    private static Fitted fitted(CivicCorpus corpus, Embedder sentences) {
        List<Passage> articles = ShippedModels.passages();
        List<List<Passage>> sets = List.of(articles, titles(articles));
        FitRanking ranking = new FitRanking(corpus);
        Ranking first = ranking.over(sets);
        Ranking second = ranking.ofSentences(sets, first, sentences);
        GateTrials trials = new GateTrials(corpus, new Stages(first, second, sentences));
        List<Trial> ofPlain = trials.all(plain(articles));
        List<Trial> ofArticles = trials.all(articles);
        return new Fitted(
                first,
                second,
                GateFit.of(ofPlain, ofArticles, Trial::byWords),
                GateFit.of(ofPlain, ofArticles, Trial::bySentences));
    }

    /** What was learned. */
    private record Fitted(Ranking first, Ranking second, GateFit byWords, GateFit bySentences) {

        String rows() {
            return "# Written by ./pendopo train.\n"
                    + row("rank", first.weights())
                    + row("answerable", byWords.answerable())
                    + row("right", byWords.right())
                    + row("rank-sentence", second.weights())
                    + row("answerable-sentence", bySentences.answerable())
                    + row("right-sentence", bySentences.right());
        }

        Map<String, Object> figures() {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("by words", byWords.figures());
            figures.put("by sentences", bySentences.figures());
            return figures;
        }

        private static String row(String name, double[] weights) {
            return Arrays.stream(weights)
                    .mapToObj(weight -> String.format(Locale.ROOT, "\t%.2f", weight))
                    .collect(Collectors.joining("", name, "\n"));
        }
    }

    /** The articles as a list of questions without fields: whether anything answers is harder to tell there. */
    private static List<Passage> plain(List<Passage> articles) {
        return articles.stream()
                .flatMap(article -> article.questions().stream()
                        .map(question ->
                                new Passage(article.id(), article.service(), List.of(question), article.body(), false)))
                .toList();
    }

    /** The articles as a list of their titles and texts, as an agency may bring it. */
    static List<Passage> titles(List<Passage> articles) {
        return articles.stream()
                .map(article -> new Passage(
                        article.id(), article.service(), article.questions().subList(0, 1), article.body(), false))
                .toList();
    }
}
