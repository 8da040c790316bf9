package id.pendopo.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** A closed loop: every client sends its next message when the last one was answered. */
final class Load {

    private static final int CLIENTS = 16;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final SignedSms messages;
    private final AtomicLong shed = new AtomicLong();

    Load(SignedSms messages) {
        this.messages = messages;
    }

    /**
     * Sends for some seconds.
     *
     * @throws IllegalStateException when a message is answered with anything but 200 or 503 (come back later)
     */
    Sample run(int seconds) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        long begin = System.nanoTime();
        List<Callable<LongStream>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(() -> client(end));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            LongStream all = LongStream.empty();
            for (Future<LongStream> client : threads.invokeAll(clients)) {
                all = LongStream.concat(all, client.get());
            }
            return Sample.of(all.sorted().toArray(), (System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load stopped", e);
        }
    }

    /** How many messages were told to come back later so far; they do not count as answered. */
    long shed() {
        return shed.get();
    }

    private LongStream client(long end) throws IOException, InterruptedException {
        LongStream.Builder nanos = LongStream.builder();
        while (System.nanoTime() < end) {
            long sent = System.nanoTime();
            HttpResponse<byte[]> answer = http.send(messages.next(), HttpResponse.BodyHandlers.ofByteArray());
            switch (answer.statusCode()) {
                case 200 -> nanos.add(System.nanoTime() - sent);
                case 503 -> shed.incrementAndGet();
                default -> throw new IllegalStateException("answered " + answer.statusCode());
            }
        }
        return nanos.build();
    }

    /** One round's figures; latencies in milliseconds. */
    record Sample(int answered, double rps, double p50, double p95, double p99) {

        static Sample of(long[] sorted, double seconds) {
            return new Sample(sorted.length, sorted.length / seconds, at(sorted, .5), at(sorted, .95), at(sorted, .99));
        }

        private static double at(long[] sorted, double share) {
            return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6;
        }
    }
}
