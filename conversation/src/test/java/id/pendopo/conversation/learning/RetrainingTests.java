package id.pendopo.conversation.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.conversation.SettableClock;
import id.pendopo.conversation.facts.TrainingSet;
import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.ticketing.BundledCatalogue;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Category.CatalogueChanged;
import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.TicketType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RetrainingTests {

    private static final Path CORPUS = Path.of("../knowledge-base/corpus/complaints.tsv");

    private final TextClassifier live = BundledModels.load().classifiers().create();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final SettableClock clock = new SettableClock();
    private final List<Retraining> started = new ArrayList<>();
    private List<Category> categories = BundledCatalogue.load().categories();
    private List<Example> corrections = List.of();

    private Retraining started(TextClassifier.Factory classifiers) {
        return started(classifiers, false);
    }

    private Retraining started(TextClassifier.Factory classifiers, boolean workers) {
        Retraining retraining = new Retraining(
                live,
                new Examination(classifiers),
                () -> TrainingSet.of(categories, corrections),
                clock,
                meters,
                workers);
        started.add(retraining);
        retraining.begin();
        retraining.start();
        return retraining;
    }

    @AfterEach
    void stop() {
        started.forEach(Retraining::stop);
    }

    private double counted(String outcome) {
        return Optional.ofNullable(meters.find("pendopo.learning.models")
                        .tag("outcome", outcome)
                        .counter())
                .map(counter -> counter.count())
                .orElse(0.0);
    }

    /** Complaints that no category has as its example, some of each. */
    private static List<Example> complaints() throws IOException {
        List<String> lines = Files.readAllLines(CORPUS).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        return IntStream.range(0, lines.size())
                .filter(i -> i % 4 == 0)
                .mapToObj(i -> lines.get(i).split("\t"))
                .map(cells -> new Example(cells[3], cells[0]))
                .toList();
    }

    /** Each under the category after its own. */
    private List<Example> mislabelled(List<Example> lines) {
        List<String> keys = categories.stream().map(Category::key).toList();
        return lines.stream()
                .map(line -> new Example(line.text(), keys.get((keys.indexOf(line.label()) + 1) % keys.size())))
                .toList();
    }

    private long right(List<Example> lines) {
        return lines.stream()
                .filter(line -> live.classify(line.text()).orElseThrow().label().equals(line.label()))
                .count();
    }

    @Test
    void knowsTheDesksCategoriesOnceItIsStarted() {
        started(BundledModels.load().classifiers());

        assertThat(live.classify("jalan depan pasar berlubang").orElseThrow().label())
                .isEqualTo("jalan-rusak");
    }

    @Test
    void learnsCorrectionsThatMakeItBetter() throws IOException {
        Retraining retraining = started(BundledModels.load().classifiers());
        corrections = complaints();
        long before = right(corrections);

        retraining.look();

        assertThat(right(corrections)).isGreaterThan(before);
        assertThat(counted("accepted")).isEqualTo(1);
        assertThat(counted("refused")).isZero();
    }

    @Test
    void refusesCorrectionsThatMakeItWorseAndGoesOnAsBefore(CapturedOutput output) throws IOException {
        Retraining retraining = started(BundledModels.load().classifiers());
        List<Example> complaints = complaints();
        List<Optional<TextClassifier.Guess>> before =
                complaints.stream().map(line -> live.classify(line.text())).toList();
        corrections = mislabelled(complaints);

        retraining.look();
        retraining.look();

        assertThat(complaints).map(line -> live.classify(line.text())).isEqualTo(before);
        assertThat(counted("accepted")).isZero();
        assertThat(counted("refused")).as("the same is not tried twice").isEqualTo(1);
        assertThat(output).containsOnlyOnce("stay as they were").contains("WARN");
        assertThat(complaints).allSatisfy(line -> assertThat(output.toString()).doesNotContain(line.text()));
    }

    @Test
    void learnsFromWhatIsMendedAfterARefusal() throws IOException {
        Retraining retraining = started(BundledModels.load().classifiers());
        corrections = mislabelled(complaints());
        retraining.look();
        corrections = complaints();

        retraining.look();

        assertThat(counted("accepted")).isEqualTo(1);
    }

    @Test
    void learnsANewCategoryAndForgetsOneThatIsNoMore() {
        Retraining retraining = started(BundledModels.load().classifiers());
        trainsInsteadOfAnimals();

        retraining.look();

        assertThat(live.classify("palang kereta dekat stasiun rusak")
                        .orElseThrow()
                        .label())
                .isEqualTo("kereta");
        assertThat(live.classify("anjing liar mengejar orang").orElseThrow().label())
                .isNotEqualTo("hewan");
    }

    @Test
    void learnsAsSoonAsItHearsThatCategoriesChanged() {
        Retraining retraining = started(BundledModels.load().classifiers(), true);
        trainsInsteadOfAnimals();

        retraining.learn(new CatalogueChanged());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(live.classify("palang kereta dekat stasiun rusak")
                                .orElseThrow()
                                .label())
                        .isEqualTo("kereta"));
    }

    private void trainsInsteadOfAnimals() {
        List<String> said = List.of(
                "rel kereta bengkok dekat stasiun",
                "palang pintu kereta tidak menutup",
                "kereta lokal terlambat terus",
                "stasiun gelap dan kereta penuh",
                "bantalan rel kereta hilang",
                "palang kereta rusak tertabrak truk");
        Category trains = new Category(
                "kereta",
                "dinas-pupr",
                TicketType.COMPLAINT,
                new Names("id", Map.of("id", "Kereta api", "en", "Trains")),
                said);
        categories = Stream.concat(categories.stream().filter(one -> !one.key().equals("hewan")), Stream.of(trains))
                .toList();
    }

    @Test
    void waitsForTenCorrectionsOrTheNextDay() {
        Retraining retraining = started(BundledModels.load().classifiers());
        retraining.look();
        corrections = some(Retraining.ENOUGH - 1);
        retraining.look();
        assertThat(counted("accepted")).isZero();

        corrections = some(Retraining.ENOUGH);
        retraining.look();
        assertThat(counted("accepted")).isEqualTo(1);

        corrections = some(Retraining.ENOUGH + 1);
        retraining.look();
        assertThat(counted("accepted")).isEqualTo(1);

        clock.advance(Duration.ofDays(1));
        retraining.look();
        assertThat(counted("accepted")).isEqualTo(2);

        clock.advance(Duration.ofDays(1));
        retraining.look();
        assertThat(counted("accepted")).as("nothing is new").isEqualTo(2);
    }

    private static List<Example> some(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Example("jalan rusak di gang " + i, "jalan-rusak"))
                .toList();
    }

    @Test
    @Timeout(30)
    void answersAndIsAskedWhileItLearns() throws InterruptedException {
        CountDownLatch learning = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Retraining retraining =
                started(() -> new Held(BundledModels.load().classifiers().create(), learning, goOn));
        corrections = some(Retraining.ENOUGH);

        Thread background = Thread.ofVirtual().start(retraining::look);
        learning.await();
        assertThat(live.classify("jalan depan pasar berlubang").orElseThrow().label())
                .isEqualTo("jalan-rusak");
        assertThat(counted("accepted")).isZero();
        goOn.countDown();
        background.join();

        assertThat(counted("accepted")).isEqualTo(1);
    }

    /** Learns when it may. */
    private record Held(TextClassifier classifier, CountDownLatch learning, CountDownLatch goOn)
            implements TextClassifier {

        @Override
        public Optional<Guess> classify(String text) {
            return classifier.classify(text);
        }

        @Override
        public void train(List<Example> examples) {
            learning.countDown();
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            classifier.train(examples);
        }
    }
}
