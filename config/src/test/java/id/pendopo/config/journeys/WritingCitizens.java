package id.pendopo.config.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * People at the ends of some text lines, one message after the other: each asks, reports, confirms, asks how it stands, and
 * the next one has the line. Nothing is sent again: at the first refusal they stop.
 */
final class WritingCitizens implements AutoCloseable {

    /** How their numbers begin; those of the demonstration's people do not. */
    static final String NUMBERS = "+628127";

    static final String QUESTION = "syarat bikin ktp";

    private static final String CONFIRMATION = "ya";
    private static final String HOW_IT_STANDS = "STATUS";
    private static final List<String> TALK =
            List.of(QUESTION, "jalan rusak di depan pasar baru sudah seminggu", CONFIRMATION, HOW_IT_STANDS);
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final DeskProcess desk;
    private final Supplier<String> witness;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger people = new AtomicInteger();
    private final List<Said> said = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> lines = new ArrayList<>();

    /** A message and what came back in the response. */
    record Said(String number, String sid, String text, HttpResponse<String> response) {

        boolean isAboutATicket() {
            return text.equals(CONFIRMATION) || text.equals(HOW_IT_STANDS);
        }

        /** Empty when the answer comes later, because something else of the talk has to go out first. */
        String answer() {
            return String.join("\n", SmsCitizen.texts(response));
        }

        boolean refused() {
            return response.statusCode() != OK;
        }
    }

    private WritingCitizens(DeskProcess desk, Supplier<String> witness) {
        this.desk = desk;
        this.witness = witness;
    }

    /** @param witness what else there is to say when a message is refused */
    static WritingCitizens begin(DeskProcess desk, int lines, Supplier<String> witness) {
        WritingCitizens citizens = new WritingCitizens(desk, witness);
        for (int line = 0; line < lines; line++) {
            citizens.lines.add(citizens.threads.submit(citizens::write));
        }
        return citizens;
    }

    /** Ends with a whole talk, so that whoever reported has also confirmed and asked. */
    private Void write() throws IOException, InterruptedException {
        while (!over.get()) {
            SmsCitizen citizen = new SmsCitizen(desk, NUMBERS + "%06d".formatted(people.incrementAndGet()));
            for (String text : TALK) {
                String sid = SmsCitizen.newSid();
                Said message = new Said(citizen.number(), sid, text, citizen.post(sid, text));
                said.add(message);
                if (message.refused()) {
                    over.set(true);
                    return null;
                }
            }
        }
        return null;
    }

    /** Returns when so many more messages are answered; fails as soon as one is not. */
    void writeOn(int more) {
        int wanted = said.size() + more;
        await().atMost(PATIENCE)
                .until(() -> said.size() >= wanted || lines.stream().anyMatch(Future::isDone));
        if (lines.stream().anyMatch(Future::isDone)) {
            end();
        }
    }

    /**
     * Lets everybody end the talk.
     *
     * @throws AssertionError a message was refused, or nobody answered it
     */
    List<Said> end() {
        over.set(true);
        try {
            for (Future<?> line : lines) {
                line.get();
            }
        } catch (ExecutionException broken) {
            throw new AssertionError("a message was not answered\n" + witness.get(), broken.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        said.stream().filter(Said::refused).findFirst().ifPresent(this::complain);
        return List.copyOf(said);
    }

    private void complain(Said refused) {
        throw new AssertionError("%s (\"%s\") was answered %d\n%s"
                .formatted(refused.sid(), refused.text(), refused.response().statusCode(), witness.get()));
    }

    @Override
    public void close() {
        over.set(true);
        threads.shutdownNow();
    }
}
