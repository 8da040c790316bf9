package id.pendopo.conversation.learning;

import id.pendopo.conversation.facts.TrainingSet;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.ticketing.Category.CatalogueChanged;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;

/**
 * Retrains the classifier of categories: with what the desk says of them while the application starts, and later with
 * whatever is new, if it passes the {@link Examination}. Each node learns for itself, on one thread, never in a turn.
 */
public final class Retraining implements SmartLifecycle {

    /** So many new corrections are worth it at once, fewer wait for the night. */
    static final int ENOUGH = 10;

    /** How often the table of corrections and the categories are looked at, and so the most that is learned. */
    private static final long MINUTES = 10;

    private static final String MODELS = "pendopo.learning.models";
    private static final Logger log = LoggerFactory.getLogger(Retraining.class);

    private final TextClassifier live;
    private final Examination examination;
    private final Supplier<TrainingSet> desk;
    private final Clock clock;
    private final MeterRegistry meters;
    private final boolean workers;

    /** Of one thread: what the training does in parallel stays on it, and the other cores are the turns'. */
    private final ForkJoinPool thread = new ForkJoinPool(1);

    private ForkJoinTask<?> first = ForkJoinTask.adapt(() -> {});
    private TrainingSet learned = new TrainingSet(List.of(), List.of());
    private TrainingSet judged = learned;
    private LocalDate day = LocalDate.MIN;
    private volatile boolean running;

    /**
     * @param live what turns ask; it must go on answering while it is trained
     * @param desk what there is to learn now
     * @param workers whether anything is learned after the start
     */
    public Retraining(
            TextClassifier live,
            Examination examination,
            Supplier<TrainingSet> desk,
            Clock clock,
            MeterRegistry meters,
            boolean workers) {
        this.live = live;
        this.examination = examination;
        this.desk = desk;
        this.clock = clock;
        this.meters = meters;
        this.workers = workers;
    }

    /** Begins to learn the desk's categories, while the application goes on starting. */
    void begin() {
        learned = new TrainingSet(desk.get().desk(), List.of());
        judged = learned;
        first = thread.submit(() -> live.train(learned.all()));
    }

    /** Before the first message comes in: none is answered by a classifier that knows nothing yet. */
    @Override
    public void start() {
        first.join();
        if (workers) {
            thread.scheduleWithFixedDelay(this::lookSafely, 1, MINUTES, TimeUnit.MINUTES);
        }
        running = true;
    }

    /** What was changed of the categories is learned at once, on the thread of the training. */
    @EventListener
    void learn(CatalogueChanged event) {
        if (workers && running) {
            thread.execute(this::lookSafely);
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (DataAccessException away) {
            log.warn("Suggestions of categories could not be learned anew; the next try is in {} minutes", MINUTES);
        } catch (RuntimeException mistake) {
            log.error("Suggestions of categories are not learned anew", mistake);
        }
    }

    /** Learns anew if there is reason to; the first time on a day one correction is enough. */
    synchronized void look() {
        TrainingSet now = desk.get();
        LocalDate today = LocalDate.now(clock);
        int enough = today.equals(day) ? ENOUGH : 1;
        boolean changed = !now.desk().equals(judged.desk());
        if (changed || now.correctedSince(judged).size() >= enough) {
            judge(now);
        }
        day = today;
    }

    private void judge(TrainingSet now) {
        Examination.Marks marks = examination.of(learned, now);
        if (marks.passed()) {
            live.train(now.all());
            log.info(
                    "Suggestions of categories learned anew from {} lines of the desk and {} corrections;"
                            + " lines kept aside: the desk's {}; corrections' {}",
                    now.desk().size(),
                    now.corrected().size(),
                    marks.desk(),
                    marks.corrected());
            learned = now;
        } else {
            log.warn(
                    "Suggestions of categories stay as they were, for what is new makes them worse; lines kept aside: the"
                            + " desk's {}; corrections' {}. Look at the examples of these categories and at the tickets"
                            + " that were lately moved to them, and move back what is wrong there: {}. It is tried again"
                            + " when something changes.",
                    marks.desk(),
                    marks.corrected(),
                    labels(now));
        }
        judged = now;
        meters.counter(MODELS, "outcome", marks.passed() ? "accepted" : "refused")
                .increment();
    }

    private List<String> labels(TrainingSet now) {
        return now.correctedSince(learned).stream()
                .map(Example::label)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void stop() {
        thread.shutdownNow();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Ahead of the web server and of all workers. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
