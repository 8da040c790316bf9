package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.CorpusLine;
import id.pendopo.knowledge.corpus.Sheet;
import id.pendopo.knowledge.text.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The build's step that trains what ships from the house's own lines; the same lines give the same bytes. */
final class TrainModels {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    /** What {@code sha256sum --check} reads. */
    private static final String SUMS = "SHA256SUMS";

    /** As many as people write in a short message. */
    private static final int WORDS_OF_A_LINE = 6;

    private TrainModels() {}

    /** First argument: the folder of compiled classes and resources, where models are put as well; then the corpus and the word lists. */
    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        Path classes = Path.of(arguments[0]);
        CivicCorpus corpus = CivicCorpus.read(Path.of(arguments[1]));
        Map<String, byte[]> models = new TreeMap<>();
        models.put(TrainedLanguageDetector.MODEL, languages(corpus, Path.of(arguments[2])));
        models.put(DoccatClassifier.ACTS, linear(acts(corpus), 1));
        models.put(DoccatClassifier.TASK_ACTS, linear(TrainingSets.taskActs(corpus, _ -> true), TrainingSets.CUTOFF));
        models.put(
                DoccatClassifier.OPENINGS, linear(TrainingSets.openings(corpus, _ -> true), TrainingSets.CUTOFF + 1));
        models.put(DoccatClassifier.FOLLOW_UPS, linear(TrainingSets.followUps(corpus, _ -> true), TrainingSets.CUTOFF));
        models.put(DangerModel.RESOURCE, linear(DangerModel.examples(corpus, _ -> true), DangerModel.CUTOFF));
        models.put(DoccatClassifier.SCOPE, linear(ScopeModel.examples(corpus, _ -> true), 1));
        models.put(LabelledLines.COMPLAINTS, LabelledLines.written(complaints(corpus)));
        StringBuilder sums = new StringBuilder();
        for (Map.Entry<String, byte[]> model : models.entrySet()) {
            Path file = classes.resolve(model.getKey().substring(1));
            Files.createDirectories(file.getParent());
            Files.write(file, model.getValue());
            sums.append(sum(file, model.getValue()));
        }
        sums.append(sum(Path.of(WordVectors.SHIPPED), WordVectors.bytes()));
        sums.append(sum(Path.of(SecondOpinions.SHIPPED), SecondOpinions.bytes()));
        Files.writeString(classes.resolve("models").resolve(SUMS), sums);
    }

    private static String sum(Path file, byte[] content) throws NoSuchAlgorithmException {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
        return "%s  %s%n".formatted(HexFormat.of().formatHex(sum), file.getFileName());
    }

    private static byte[] languages(CivicCorpus corpus, Path words) throws IOException {
        List<Example> lines = new ArrayList<>(LabelledLines.of("/nlu/language.tsv"));
        corpus.lines().stream()
                .filter(line -> !line.sheet().columns().contains("author"))
                .flatMap(CorpusLine::texts)
                .map(text -> new Example(text.text(), text.language()))
                .forEach(lines::add);
        for (String language : EnglishNames.LANGUAGES) {
            addWords(language, List.copyOf(EnglishNames.of(language, words).keySet()), lines);
        }
        List<String> english = EnglishNames.of("id", words).values().stream()
                .map(List::getFirst)
                .toList();
        addWords("en", english, lines);
        ByteArrayOutputStream trained = new ByteArrayOutputStream();
        NaiveBayes.train(lines, TrainedLanguageDetector::words).serialize(trained);
        ByteArrayOutputStream timeless = new ByteArrayOutputStream();
        copyWithoutTimes(trained.toByteArray(), timeless);
        return timeless.toByteArray();
    }

    private static void addWords(String language, List<String> words, List<Example> lines) {
        EnglishNames.mixed(words, WORDS_OF_A_LINE).forEach(line -> lines.add(new Example(line, language)));
    }

    private static List<Example> acts(CivicCorpus corpus) {
        List<Example> lines = new ArrayList<>(LabelledLines.of("/nlu/acts.tsv"));
        corpus.lines(Sheet.ACTS).stream()
                .map(line -> new Example(line.cell("text"), line.cell("label")))
                .forEach(lines::add);
        return lines;
    }

    private static List<Example> complaints(CivicCorpus corpus) {
        return corpus.lines(Sheet.COMPLAINTS).stream()
                .map(line -> new Example(line.cell("text"), line.cell("category")))
                .toList();
    }

    private static byte[] linear(List<Example> lines, int cutoff) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(written))) {
            LinearCategorizer.train(lines, Lexicon.shipped()::standardWords, cutoff)
                    .write(out);
        }
        return written.toByteArray();
    }

    /** OpenNLP notes the time of training in its archive, which would make every build differ. */
    private static void copyWithoutTimes(byte[] model, OutputStream out) throws IOException {
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(model));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(NO_TIME);
                to.putNextEntry(timeless);
                byte[] content = from.readAllBytes();
                to.write(entry.getName().endsWith(".properties") ? withoutTimes(content) : content);
            }
        }
    }

    private static byte[] withoutTimes(byte[] manifest) {
        List<String> kept = new String(manifest, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("Timestamp="))
                .sorted()
                .toList();
        return String.join("\n", kept).getBytes(StandardCharsets.ISO_8859_1);
    }
}
