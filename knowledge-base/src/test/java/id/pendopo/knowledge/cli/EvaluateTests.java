package id.pendopo.knowledge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateTests {

    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void reportsHowOftenAnswersAreRight() throws IOException {
        Path articles = file("articles.jsonl", """
                {"id": "a", "service": "air", "question": "Cara memasang sambungan air baru", "answer": "Datang ke kantor."}
                {"id": "b", "service": "air", "question": "Tagihan air terlalu tinggi", "answer": "Periksa meteran."}
                {"id": "c", "question": "Jadwal pengangkutan sampah", "answer": "Setiap Senin.", "lang": "id"}
                """);
        Path questions = file("questions.jsonl", """
                {"text": "mau pasang air baru gmn", "gold": ["a"], "lang": "id", "origin": "x"}
                {"text": "kapan sampah diangkut", "gold": ["c"], "lang": "id"}
                {"text": "siapa juara liga", "gold": [], "lang": "jv"}
                """);
        Path json = folder.resolve("out.json");

        assertThat(run("evaluate-answers", "--articles", articles, "--questions", questions, "--json", json))
                .isZero();

        JsonNode report = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(report.propertyNames()).containsExactly("command", "machine", "overall", "by_lang");
        assertThat(report.at("/command").asString()).isEqualTo("evaluate answers");
        assertThat(report.at("/overall").propertyNames())
                .containsExactly(
                        "n",
                        "recall@1",
                        "recall@3",
                        "recall@5",
                        "mrr",
                        "oos_auroc",
                        "precision@0.5",
                        "answered",
                        "answered_right",
                        "answered_wrong",
                        "clarified",
                        "clarified_right",
                        "escalated",
                        "oos_false_answers",
                        "looked_twice",
                        "p50_ms_once",
                        "p50_ms_twice",
                        "p95_ms_once",
                        "p95_ms_twice",
                        "p50_ms",
                        "p95_ms",
                        "train_s",
                        "index_s",
                        "rss_mb");
        assertThat(report.at("/by_lang/id").propertyNames())
                .containsAll(AnswerFigures.of(List.of()).keySet());
        assertThat(report.at("/overall/n").asInt()).isEqualTo(3);
        assertThat(report.at("/overall/recall@1").asDouble()).isEqualTo(1);
        assertThat(report.at("/overall/oos_auroc").asDouble()).isEqualTo(1);
        assertThat(report.at("/by_lang/id/n").asInt()).isEqualTo(2);
    }

    /** Of both articles the words say as much; only what they mean tells which is asked for. */
    @Test
    void measuresASentenceModelThatIsBroughtAlong() throws IOException {
        Path articles = file("articles.jsonl", """
                {"id": "a", "question": "What to do when the counter is closed here", "answer": "Wait."}
                {"id": "b", "question": "What to do when a thief takes your wallet here", "answer": "Tell the police."}
                """);
        Path questions = file("questions.jsonl", """
                {"text": "what to do when a pickpocket robbed me here", "gold": ["b"], "lang": "en"}
                """);
        Path json = folder.resolve("out.json");
        copy("all-minilm-l6-v2-q.onnx", "model.onnx");
        copy("all-minilm-l6-v2-q-tokenizer.json", "tokenizer.json");

        assertThat(run(
                        "evaluate-answers",
                        "--articles",
                        articles,
                        "--questions",
                        questions,
                        "--embedder",
                        folder,
                        "--json",
                        json))
                .isZero();

        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(json))
                        .at("/overall/recall@1")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void findsAnArticleByItsExamples() throws IOException {
        Path articles = file("articles.jsonl", """
                {"id": "a", "question": "Penutupan lajur", "answer": "Datang ke kantor.", "examples": ["mau hajatan pasang tenda"]}
                {"id": "b", "question": "Tenda pameran", "answer": "Datang ke kantor.", "examples": null}
                """);
        Path questions = file("questions.jsonl", "{\"text\": \"hajatan pasang tenda gmn\", \"gold\": [\"a\"]}\n");
        Path json = folder.resolve("out.json");

        assertThat(run("evaluate-answers", "--articles", articles, "--questions", questions, "--json", json))
                .isZero();

        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(json))
                        .at("/overall/recall@1")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void namesTheSentenceModelThatIsNotThere() throws IOException {
        Path articles = file("articles.jsonl", "{\"id\": \"a\", \"question\": \"b\", \"answer\": \"c\"}\n");

        assertThat(run(
                        "evaluate-answers",
                        "--articles",
                        articles,
                        "--questions",
                        file("questions.jsonl", "{\"text\": \"b\"}\n"),
                        "--embedder",
                        folder))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("model.onnx");
    }

    private void copy(String model, String name) throws IOException {
        try (InputStream in = EvaluateTests.class.getResourceAsStream("/" + model)) {
            Files.copy(Objects.requireNonNull(in), folder.resolve(name));
        }
    }

    @Test
    void countsAQuestionWithoutGoldAsUnanswerable() throws IOException {
        Path articles = file("articles.jsonl", """
                {"id": "a", "question": "Cara memasang sambungan air baru", "answer": "Datang ke kantor."}
                """);
        Path questions = file("questions.jsonl", """
                {"text": "mau pasang air baru gmn", "gold": ["a"]}
                {"text": "siapa juara liga"}
                {"text": "siapa juara dunia", "gold": null}
                {"text": "", "gold": [null]}
                """);
        Path json = folder.resolve("out.json");

        assertThat(run("evaluate-answers", "--articles", articles, "--questions", questions, "--json", json))
                .isZero();

        JsonNode overall = JsonMapper.shared().readTree(Files.readString(json)).at("/overall");
        assertThat(overall.at("/n").asInt()).isEqualTo(4);
        assertThat(overall.at("/recall@1").asDouble()).isEqualTo(1);
    }

    @Test
    void reportsHowOftenLanguagesAreRight() throws IOException {
        Path test = file("test.jsonl", """
                {"text": "jalan di depan rumah saya rusak parah", "label": "id"}
                {"text": "where can I renew my passport", "lang": "en"}
                {"text": "112", "label": "ms"}
                """);
        Path json = folder.resolve("out.json");

        assertThat(run("evaluate-languages", "--test", test, "--json", json)).isZero();

        JsonNode report = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(report.propertyNames()).containsExactly("command", "machine", "overall", "by_lang");
        assertThat(report.at("/command").asString()).isEqualTo("evaluate languages");
        assertThat(report.at("/by_lang/en").propertyNames())
                .containsExactly("n", "accuracy", "accuracy_without_ms", "confusion");
        JsonNode overall = report.at("/overall");
        assertThat(overall.propertyNames()).contains("p50_ms", "p95_ms", "train_s", "index_s", "rss_mb");
        assertThat(overall.at("/n").asInt()).isEqualTo(3);
        assertThat(overall.at("/accuracy").asDouble()).isEqualTo(0.6667);
        assertThat(overall.at("/accuracy_without_ms").asDouble()).isEqualTo(1);
        assertThat(overall.at("/confusion/ms/none").asInt()).isEqualTo(1);
    }

    @Test
    void reportsHowOftenIntentsAreRight() throws IOException {
        Path train = file("train.jsonl", """
                {"text": "jalan berlubang di depan pasar", "label": "jalan", "split": "train"}
                {"text": "aspal jalan rusak parah", "label": "jalan"}
                {"text": "sampah menumpuk tidak diangkut", "label": "sampah"}
                {"text": "bak sampah penuh dan bau", "label": "sampah"}
                {"text": "nyanyikan lagu", "label": "oos"}
                """);
        Path test = file("test.jsonl", """
                {"text": "jln depan sekolah berlubang", "label": "jalan", "lang": "id"}
                {"text": "truk sampah tidak datang", "label": "sampah", "lang": "id"}
                {"text": "bak sampah bau", "label": "jalan", "lang": "jv"}
                {"text": "siapa juara liga", "label": "oos", "lang": "id"}
                """);
        Path json = folder.resolve("out.json");

        assertThat(run("evaluate-intents", "--train", train, "--test", test, "--json", json))
                .isZero();

        JsonNode report = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(report.propertyNames()).containsExactly("command", "machine", "overall", "by_lang");
        assertThat(report.at("/command").asString()).isEqualTo("evaluate intents");
        JsonNode overall = report.at("/overall");
        assertThat(overall.propertyNames())
                .containsExactly(
                        "n", "accuracy", "macro_f1", "oos_auroc", "p50_ms", "p95_ms", "train_s", "index_s", "rss_mb");
        assertThat(overall.at("/n").asInt()).isEqualTo(4);
        assertThat(overall.at("/accuracy").asDouble()).isEqualTo(0.6667);
        assertThat(overall.at("/oos_auroc").asDouble()).isEqualTo(1);
        assertThat(overall.at("/train_s").asDouble()).isPositive();
        assertThat(report.at("/by_lang/jv/accuracy").asDouble()).isZero();
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() {
        assertThat(run("evaluate-answers", "--articles")).isEqualTo(2);
        assertThat(run("evaluate-languages", "--text", "x")).isEqualTo(2);
        assertThat(errors.toString()).contains("--articles needs a file").contains("unknown option --text; known:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {nonsense                        | no JSON
                    {"text": "a", "label": "id"      | no JSON
                    null                             | no JSON object
                    ["a"]                            | no JSON object
                    {"label": "id"}                  | text is missing
                    {"text": null, "lang": "id"}     | text is missing
                    {"text": "a"}                    | lang or label is missing
                    {"text": {"a": 1}, "lang": "id"} | a field has the wrong type
                    """)
    void namesTheLineThatCannotBeRead(String line, String reason) throws IOException {
        Path test = file("test.jsonl", "{\"text\": \"a\", \"label\": \"id\"}\n" + line + "\n");

        assertThat(run("evaluate-languages", "--test", test)).isEqualTo(2);
        assertThat(errors.toString().lines()).containsExactly("evaluate languages: " + test + " line 2: " + reason);
    }

    @Test
    void namesTheFileThatCannotBeRead() {
        Path nowhere = folder.resolve("nowhere.jsonl");

        assertThat(run("evaluate-answers", "--articles", nowhere, "--questions", nowhere))
                .isEqualTo(2);
        assertThat(errors.toString().lines()).containsExactly("evaluate answers: " + nowhere + " cannot be read");
    }

    /** The file is one hole, which takes no room on the disk. */
    @Test
    void saysHowToGiveTheMemoryThatManyArticlesNeed() throws IOException {
        Path articles = folder.resolve("articles.jsonl");
        try (RandomAccessFile file = new RandomAccessFile(articles.toFile(), "rw")) {
            file.setLength(Runtime.getRuntime().maxMemory());
        }

        assertThat(run("evaluate-answers", "--articles", articles, "--questions", articles))
                .isEqualTo(2);
        assertThat(errors.toString().lines())
                .singleElement()
                .asString()
                .startsWith("evaluate answers: " + articles + " needs about ")
                .contains("PENDOPO_JAVA_OPTS=\"-Xmx");
    }

    @Test
    void namesTheQuestionWithoutText() throws IOException {
        Path articles = file("articles.jsonl", "{\"id\": \"a\", \"question\": \"b\", \"answer\": \"c\"}\n");
        Path questions = file("questions.jsonl", "{\"gold\": []}\n");

        assertThat(run("evaluate-answers", "--articles", articles, "--questions", questions))
                .isEqualTo(2);
        assertThat(errors.toString().lines())
                .containsExactly("evaluate answers: " + questions + " line 1: text is missing");
    }

    private int run(String tool, Object... arguments) {
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        return ToolProvider.findFirst(tool)
                .orElseThrow()
                .run(new PrintWriter(new StringWriter()), new PrintWriter(errors, true), words);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
