package id.pendopo.config.demo;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import jakarta.annotation.PreDestroy;
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
 * Invented citizens who wrote before the visitor came, so that the desk is not empty. They come in by the same door as
 * everybody; their messages have fixed ids, so that a restart repeats none and goes on where the last one ended. Told on a
 * thread of its own once the desk is ready: readiness waits for no row.
 */
@Component
@Profile("demo")
class DemoStory {

    private static final String LINE = "smsmain";

    private static final List<Citizen> CITIZENS = List.of(
            new Citizen("+6281255501001", "mau lapor jalan rusak dpn sd 3 wanasari, lubangnya dalam bgt", "ya"),
            new Citizen("+6281255501002", "lapor lampu jalan mati di jl kenanga sdh seminggu, gelap", "ya"),
            new Citizen("+6281255501003", "brp biaya perpanjang sim c", "syarat bikin kk baru apa aja"),
            new Citizen("+6281255501004", "sampah numpuk di pasar baru wanasari blm diangkut 4 hari", "lapor", "ya"),
            new Citizen("+6281255501005", "air pdam mati di perum griya asri dr kemarin, mau lapor", "ya", "petugas"),
            new Citizen(
                    "+6281255501006", "I want to report a fallen tree blocking Jalan Melati near the mosque", "yes"));

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
    private final AtomicBoolean begun = new AtomicBoolean();
    private final ExecutorService teller = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("demo-story").factory());

    DemoStory(Inbox inbox, ChannelAccounts lines, Clock clock) {
        this.inbox = inbox;
        this.lines = lines;
        this.clock = clock;
    }

    /** Somebody with a phone and what they wrote, in order. */
    private record Citizen(String number, List<String> texts) {

        Citizen(String number, String... texts) {
            this(number, List.of(texts));
        }
    }

    @EventListener
    void begin(AvailabilityChangeEvent<ReadinessState> changed) {
        if (changed.getState() == ReadinessState.ACCEPTING_TRAFFIC && begun.compareAndSet(false, true)) {
            teller.execute(this::tell);
        }
    }

    private void tell() {
        try {
            CITIZENS.forEach(this::tell);
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
