package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier.Example;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The build's step that trains the language model from {@code nlu/language.tsv}; the same lines give the same bytes. */
final class TrainLanguageModel {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private TrainLanguageModel() {}

    /** First argument: the folder of compiled classes and resources, where the model is put as well. */
    public static void main(String[] arguments) throws IOException {
        List<Example> lines = LabelledLines.of("/nlu/language.tsv");
        ByteArrayOutputStream trained = new ByteArrayOutputStream();
        NaiveBayes.train(lines, TrainedLanguageDetector::words).serialize(trained);
        Path file = Path.of(arguments[0]).resolve(TrainedLanguageDetector.MODEL.substring(1));
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            copyWithoutTimes(trained.toByteArray(), out);
        }
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
