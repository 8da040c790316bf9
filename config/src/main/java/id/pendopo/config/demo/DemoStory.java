package id.pendopo.config.demo;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.ui.CountryPack;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Invented citizens of the country pack who wrote before the visitor came, so that the desk is not empty. They come in by
 * the same door as everybody; their messages have fixed ids, so that a restart repeats none and goes on where the last one
 * ended. Told on a thread of its own once the desk is ready: readiness waits for no row.
 */
@Component
@Profile("demo")
class DemoStory {

    private static final String LINE = "smsmain";

    private static final String STORY = "demo.tsv";

    /** A busy machine, or rows that somebody else holds, are no reason for a demonstration to end before it began. */
    private static final RetryTemplate AGAIN = new RetryTemplate(RetryPolicy.builder()
            .includes(DataAccessException.class, TransactionException.class)
            .maxRetries(Long.MAX_VALUE)
            .delay(Duration.ofSeconds(1))
            .build());

    private static final Logger log = LoggerFactory.getLogger(DemoStory.class);

    private final Inbox inbox;
    private final ChannelAccounts lines;
    private final Clock clock;
    private final List<Citizen> citizens;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final ExecutorService teller = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("demo-story").factory());

    DemoStory(Inbox inbox, ChannelAccounts lines, Clock clock, CountryPack pack) {
        this.citizens = pack.has(STORY) ? pack.read(STORY, DemoStory::citizens) : List.of();
        this.inbox = inbox;
        this.lines = lines;
        this.clock = clock;
    }

    /** Somebody with a phone and what they wrote, in order. */
    private record Citizen(String number, List<String> texts) {

        static Citizen of(String row) {
            List<String> cells = List.of(row.split("\t"));
            return new Citizen(cells.getFirst(), cells.subList(1, cells.size()));
        }
    }

    private static List<Citizen> citizens(InputStream file) throws IOException {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Citizen::of)
                .toList();
    }

    @EventListener
    void begin(AvailabilityChangeEvent<ReadinessState> changed) {
        if (changed.getState() == ReadinessState.ACCEPTING_TRAFFIC && begun.compareAndSet(false, true)) {
            teller.execute(this::tell);
        }
    }

    private void tell() {
        try {
            citizens.forEach(this::tell);
            log.info("the demonstration's citizens have written");
        } catch (RuntimeException mistake) {
            if (!teller.isShutdown()) {
                log.error("the demonstration's citizens could not write", mistake);
            }
        }
    }

    private void tell(Citizen citizen) {
        String kind = lines.find(LINE).orElseThrow().kind();
        for (int i = 0; i < citizen.texts().size(); i++) {
            InboundMessage message = InboundMessage.text(
                    LINE,
                    "demo-" + citizen.number().substring(1) + "-" + i,
                    clock.instant(),
                    kind,
                    new Address(LINE, citizen.number()),
                    citizen.texts().get(i));
            AGAIN.invoke(() -> inbox.accept(message));
            inbox.answered(message); // Whoever is invented has no telephone that a reply could go to.
        }
    }

    @PreDestroy
    void end() {
        teller.shutdownNow();
    }
}
