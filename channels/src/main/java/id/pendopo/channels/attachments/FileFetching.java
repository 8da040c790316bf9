package id.pendopo.channels.attachments;

import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.FileSource;
import id.pendopo.channels.adapter.SendFailed;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The media downloader, with retries. Fetches expected files after the commit of their message: 10 s each, five tries,
 * a few at once.
 */
@Component
class FileFetching {

    static final int TRIES = 5;

    private static final Logger log = LoggerFactory.getLogger(FileFetching.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration SAFETY_NET = Duration.ofSeconds(5);
    private static final int AT_ONCE = 4;

    private final ExpectedFiles expected;
    private final StoredAttachments stored;
    private final ChannelAccounts lines;
    private final ObjectProvider<ChannelAdapter> adapters;
    private final ObjectProvider<Receiver> receiver;
    private final TransactionOperations transactions;
    private final TaskScheduler scheduler;
    private final boolean workers;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    FileFetching(
            ExpectedFiles expected,
            StoredAttachments stored,
            ChannelAccounts lines,
            ObjectProvider<ChannelAdapter> adapters,
            ObjectProvider<Receiver> receiver,
            TransactionOperations transactions,
            TaskScheduler scheduler,
            @Value("${pendopo.workers:true}") boolean workers) {
        this.expected = expected;
        this.stored = stored;
        this.lines = lines;
        this.adapters = adapters;
        this.receiver = receiver;
        this.transactions = transactions;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (workers) {
            scheduler.scheduleWithFixedDelay(this::wake, SAFETY_NET);
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void noted(ExpectedFiles.Noted files) {
        if (workers) {
            wake();
        }
    }

    private void wake() {
        if (!stopping.get() && places.tryAcquire()) {
            threads.execute(this::work);
        }
    }

    private void work() {
        try {
            Optional<ExpectedFiles.Expected> file = expected.claim();
            while (file.isPresent() && !stopping.get()) {
                fetch(file.get());
                file = expected.claim();
            }
        } catch (DataAccessException | TransactionException away) {
            log.debug("No files are fetched while the database is away");
        } catch (RuntimeException mistake) {
            log.error("Fetching files failed: {}", mistake.getClass().getName());
        } finally {
            places.release();
        }
    }

    private void fetch(ExpectedFiles.Expected file) {
        try {
            if (file.waiting().isPresent()) {
                release(file, file.waiting().get());
            } else {
                stored.keep(file.id(), bytes(file));
            }
        } catch (AttachmentRefused refused) {
            refuse(file, refused.reason());
        } catch (SendFailed failed) {
            if (file.attempt() >= TRIES) {
                log.warn(
                        "Line {}: file {} was not handed over ({}) and is given up",
                        file.account(),
                        file.id(),
                        failed.code());
                refuse(file, AttachmentRefused.Reason.UNREACHABLE);
            } else {
                expected.again(file, FIRST_WAIT.multipliedBy((long) Math.pow(3, file.attempt() - 1.0)));
            }
        }
    }

    /** It is never given up: a scanner that is away says nothing of the file. */
    private void release(ExpectedFiles.Expected file, Picture waiting) throws AttachmentRefused {
        if (!stored.release(file.id(), waiting)) {
            expected.again(file, ExpectedFiles.UNSCANNED);
        }
    }

    /** Whoever sent it hears of it in the same commit. */
    private void refuse(ExpectedFiles.Expected file, AttachmentRefused.Reason reason) {
        transactions.executeWithoutResult(_ -> stored.refuse(file.id(), reason)
                .ifPresent(owner -> receiver.ifAvailable(someone -> someone.refused(owner, reason))));
    }

    private byte[] bytes(ExpectedFiles.Expected file) throws SendFailed, AttachmentRefused {
        ChannelAccount account = lines.find(file.account())
                .orElseThrow(() -> new SendFailed(SendFailed.Outcome.RETRY, "line-off", Optional.empty()));
        FileSource source = adapters.stream()
                .filter(adapter -> adapter.capabilities().kind().equals(account.kind()))
                .filter(FileSource.class::isInstance)
                .map(FileSource.class::cast)
                .findFirst()
                .orElseThrow(() -> new AttachmentRefused(AttachmentRefused.Reason.UNREACHABLE));
        return inTime(threads.submit(() -> source.fetch(account, file.file())));
    }

    private static byte[] inTime(Future<byte[]> bytes) throws SendFailed, AttachmentRefused {
        try {
            return bytes.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            bytes.cancel(true);
            throw new SendFailed(SendFailed.Outcome.RETRY, "timeout", Optional.empty());
        } catch (InterruptedException ends) {
            bytes.cancel(true);
            Thread.currentThread().interrupt();
            throw new SendFailed(SendFailed.Outcome.RETRY, "stopping", Optional.empty());
        } catch (ExecutionException failed) {
            throw reason(failed.getCause());
        }
    }

    private static SendFailed reason(@Nullable Throwable cause) throws AttachmentRefused {
        if (cause instanceof AttachmentRefused refused) {
            throw refused;
        }
        return cause instanceof SendFailed away
                ? away
                : new SendFailed(SendFailed.Outcome.RETRY, "mistake", Optional.empty());
    }

    @PreDestroy
    void stop() {
        stopping.set(true);
        threads.shutdownNow();
    }
}
