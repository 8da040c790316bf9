package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import id.pendopo.channels.adapter.ChannelAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What citizens get of each kind of block on a kind of line, in each language, as somebody has looked at it and found it
 * good. A kind's test extends this and says what goes out of a {@link Sample}. What was looked at lies in
 * {@code src/test/resources/snapshots/<kind>/<block>.<language>.txt}; {@code -Dpendopo.snapshots=write} writes it anew, and
 * fails, so that it is looked at before it is committed.
 */
public abstract class LineSnapshots {

    private static final Path FOLDER = Path.of("src/test/resources/snapshots");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final boolean WRITE = Objects.equals(System.getProperty("pendopo.snapshots"), "write");

    private final TreeSet<String> written = new TreeSet<>();

    /**
     * What goes out of a sample.
     *
     * @param shown as the provider gets it, with line feeds for those who look at it
     * @param words what the citizen reads or hears of it, without any markup
     */
    public record Delivered(String shown, String words) {}

    protected abstract ChannelAdapter adapter();

    protected abstract Delivered deliver(Sample sample) throws Exception;

    /** What this kind keeps of every reply, whatever its snapshot says. */
    protected abstract void check(Sample sample, Delivered delivered) throws Exception;

    @TestFactory
    Stream<DynamicTest> deliversWhatWasLookedAt() {
        Stream<DynamicTest> looked = Samples.blocks()
                .flatMap(block -> Samples.LANGUAGES.stream()
                        .map(language ->
                                DynamicTest.dynamicTest(file(block, language), () -> compare(block, language))));
        return WRITE ? Stream.concat(looked, Stream.of(DynamicTest.dynamicTest("written", this::lookNow))) : looked;
    }

    @TestFactory
    Stream<DynamicTest> keepsWhatEveryReplyMust() {
        return all().map(sample -> DynamicTest.dynamicTest(sample.language() + ": " + sample, () -> {
            Delivered delivered = deliver(sample);
            assertThat(delivered.words()).isNotBlank();
            check(sample, delivered);
        }));
    }

    @TestFactory
    Stream<DynamicTest> showsNoKeyAndNoPlaceholder() throws IOException {
        List<String> keys = keys();
        return all().map(sample -> DynamicTest.dynamicTest(sample.language() + ": " + sample, () -> {
            String words = deliver(sample).words();
            assertThat(keys).hasSizeGreaterThan(100).noneMatch(words::contains);
            assertThat(words)
                    .doesNotContain("??")
                    .doesNotContainPattern("\\{\\d")
                    .doesNotContain("null");
        }));
    }

    /** What has no words of its own shows those of the line: none, or others in each language. */
    @TestFactory
    Stream<DynamicTest> addsWordsInTheLanguageOfTheReply() {
        return Samples.blocks()
                .map(block -> DynamicTest.dynamicTest(block.getSimpleName(), () -> {
                    String indonesian = letters(wordless(block, Samples.LANGUAGES.getFirst()));
                    String english = letters(wordless(block, Samples.LANGUAGES.getLast()));
                    if (indonesian.isEmpty()) {
                        assertThat(english).isEmpty();
                    } else {
                        assertThat(english).isNotEmpty().isNotEqualTo(indonesian);
                    }
                }));
    }

    private static Stream<Sample> all() {
        return Samples.blocks()
                .flatMap(block -> Samples.LANGUAGES.stream().flatMap(language -> Samples.of(block, language).stream()));
    }

    private String wordless(Class<?> block, Locale language) throws Exception {
        List<Sample> samples =
                Samples.of(block, language).stream().filter(Sample::wordless).toList();
        assertThat(samples)
                .as("samples of " + block.getSimpleName() + " without words")
                .isNotEmpty();
        StringBuilder words = new StringBuilder();
        for (Sample sample : samples) {
            words.append(deliver(sample).words());
        }
        return words.toString();
    }

    private static String letters(String words) {
        return words.replaceAll("https?://\\S+", "").replaceAll("\\P{L}", "");
    }

    private void compare(Class<?> block, Locale language) throws Exception {
        String now = shown(block, language);
        Path snapshot = FOLDER.resolve(adapter().capabilities().kind()).resolve(file(block, language));
        if (WRITE) {
            write(snapshot, now);
        }
        assertThat(snapshot)
                .as("write it with -Dpendopo.snapshots=write, look at it, commit it")
                .exists();
        assertThat(now)
                .as("if this is better, write it with -Dpendopo.snapshots=write and look at it: " + snapshot)
                .isEqualTo(Files.readString(snapshot));
    }

    private String shown(Class<?> block, Locale language) throws Exception {
        StringBuilder shown = new StringBuilder();
        for (Sample sample : Samples.of(block, language)) {
            shown.append(shown.isEmpty() ? "" : "\n")
                    .append("=== ")
                    .append(sample.name())
                    .append('\n');
            shown.append(deliver(sample).shown().strip()).append('\n');
        }
        return shown.toString();
    }

    private void write(Path snapshot, String now) throws IOException {
        if (!Files.exists(snapshot) || !Files.readString(snapshot).equals(now)) {
            Files.createDirectories(snapshot.getParent());
            Files.writeString(snapshot, now);
            written.add(snapshot.toString());
        }
    }

    private void lookNow() {
        fail("written, look at them, then test without -Dpendopo.snapshots: "
                + (written.isEmpty() ? "(nothing changed)" : String.join(", ", written)));
    }

    /** The name of every snapshot that a kind of line has. */
    public static Set<String> files() {
        return Samples.blocks()
                .flatMap(block -> Samples.LANGUAGES.stream().map(language -> file(block, language)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code location-request.id.txt} */
    private static String file(Class<?> block, Locale language) {
        String name = block.getSimpleName().replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
        return name + "." + language + ".txt";
    }

    private static List<String> keys() throws IOException {
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            return bundles.flatMap(LineSnapshots::keys).distinct().toList();
        }
    }

    private static Stream<String> keys(Path bundle) {
        Properties properties = new Properties();
        try (var file = Files.newBufferedReader(bundle)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream();
    }
}
