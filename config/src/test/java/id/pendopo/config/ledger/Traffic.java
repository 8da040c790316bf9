package id.pendopo.config.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Citizens who write, each one message after the other, until they are told to stop or nobody answers. */
final class Traffic implements AutoCloseable {

    /** Questions whose answers differ, and stand in the demonstration's knowledge base. */
    private static final List<String> QUESTIONS = List.of(
            "brp biaya perpanjang sim c",
            "ktp sy ilang gmn urusnya",
            "syarat bikin kartu keluarga baru",
            "berapa lama urus paspor",
            "biaya skck berapa ya",
            "how much is a new passport");

    /** A few cycles long the same people write, so that conversations outlive a desk. */
    private static final int SAME_PEOPLE = 4;

    private static final int MOST_PAUSE_MILLIS = 120;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Future<Void>> citizens = new ArrayList<>();

    private Traffic() {}

    static Traffic start(List<Provider> providers, int citizensPerLine, int cycle, long seed) {
        Traffic traffic = new Traffic();
        Random seeds = new Random(seed);
        int line = 0;
        for (Provider provider : providers) {
            for (String account : provider.accounts()) {
                for (int i = 0; i < citizensPerLine; i++) {
                    String number = "+62811%04d%02d%02d".formatted(cycle / SAME_PEOPLE, line, i);
                    Random random = new Random(seeds.nextLong());
                    traffic.citizens.add(
                            traffic.threads.submit(() -> traffic.write(provider, account, number, random)));
                }
                line++;
            }
        }
        return traffic;
    }

    /** One more who writes. */
    void join(Provider provider, String account, String number, long seed) {
        Random random = new Random(seed);
        citizens.add(threads.submit(() -> write(provider, account, number, random)));
    }

    /** So many messages of one person, one after the other without a pause. */
    static void pour(Provider provider, String account, String number, int messages) throws InterruptedException {
        for (int i = 0; i < messages; i++) {
            provider.deliver(account, number, QUESTIONS.get(i % QUESTIONS.size()));
        }
    }

    private Void write(Provider provider, String account, String number, Random random) throws InterruptedException {
        while (!over.get()) {
            boolean acknowledged = provider.deliver(account, number, QUESTIONS.get(random.nextInt(QUESTIONS.size())));
            TimeUnit.MILLISECONDS.sleep(acknowledged ? random.nextInt(MOST_PAUSE_MILLIS) : MOST_PAUSE_MILLIS);
        }
        return null;
    }

    /** Ends it; every message that was begun is acknowledged or given up afterwards. */
    @Override
    public void close() {
        over.set(true);
        try {
            for (Future<Void> citizen : citizens) {
                citizen.get();
            }
        } catch (ExecutionException mistake) {
            throw new IllegalStateException("a citizen could not write", mistake.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }
}
