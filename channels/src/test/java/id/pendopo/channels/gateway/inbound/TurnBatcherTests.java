package id.pendopo.channels.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.Receiver.Prepared;
import id.pendopo.channels.Turn;
import id.pendopo.channels.WebhookAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnBatcherTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());
    private final List<String> single = Collections.synchronizedList(new ArrayList<>());
    /** Whether those who had their turns were prepared before. */
    private final List<Boolean> known = Collections.synchronizedList(new ArrayList<>());

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TurnBatcher crowd = new TurnBatcher(Recorded::new, this::alone, LONG, Duration.ZERO);

    @AfterEach
    void stop() {
        held.countDown();
        threads.close();
    }

    @Test
    void aMessageThatFindsTheDeskIdleRunsAlone() {
        assertThat(text(crowd.accept(message("siti", "halo")))).isEqualTo("halo");
        assertThat(groups).isEmpty();
    }

    @Test
    void thoseWhoComeMeanwhileAreTakenTogetherEachWithItsAnswer() throws Exception {
        occupy();
        List<Future<WebhookAnswer>> answers =
                List.of(submit("budi", "satu"), submit("wati", "dua"), submit("joko", "tiga"));
        awaitWaiting(3);
        held.countDown();

        assertThat(text(answers.get(0).get())).isEqualTo("satu");
        assertThat(text(answers.get(2).get())).isEqualTo("tiga");
        assertThat(groups.stream().flatMap(List::stream).toList()).contains("satu", "dua", "tiga");
    }

    @Test
    void aGroupHoldsOneMessageOfAPerson() throws Exception {
        occupy();
        Future<WebhookAnswer> first = submit("budi", "satu");
        Future<WebhookAnswer> other = submit("wati", "dua");
        Future<WebhookAnswer> second = submit("budi", "tiga");
        awaitWaiting(3);
        held.countDown();
        first.get();
        other.get();
        second.get();

        assertThat(groups).noneMatch(group -> group.containsAll(List.of("satu", "tiga")));
    }

    @Test
    void whatFailsTogetherRunsAloneAndFailsAlone() throws Exception {
        occupy();
        Future<WebhookAnswer> good = submit("budi", "satu");
        Future<WebhookAnswer> bad = submit("wati", "racun");
        awaitWaiting(2);
        held.countDown();

        assertThat(text(good.get())).isEqualTo("satu");
        assertThatThrownBy(bad::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(single).contains("satu", "racun");
    }

    @Test
    void nobodyWaitsForLongBehindOneWhoIsStuck() throws Exception {
        TurnBatcher impatient = new TurnBatcher(Recorded::new, this::alone);
        occupy(impatient);

        assertThat(text(submit(impatient, "budi", "satu").get(8, TimeUnit.SECONDS)))
                .isEqualTo("satu");
        assertThat(single).contains("satu");
    }

    @Test
    void aSecondGroupBeginsOnceManyWait() throws Exception {
        occupy();
        List<Future<WebhookAnswer>> few = IntStream.range(0, 7)
                .mapToObj(i -> submit("warga" + i, "halo" + i))
                .toList();
        awaitWaiting(7);
        assertThat(groups).isEmpty();

        Future<WebhookAnswer> eighth = submit("warga7", "halo7");

        assertThat(text(eighth.get(8, TimeUnit.SECONDS))).isEqualTo("halo7");
        assertThat(text(few.getFirst().get(8, TimeUnit.SECONDS))).isEqualTo("halo0");
        assertThat(groups).hasSize(1);
        assertThat(held.getCount()).isEqualTo(1);
    }

    @Test
    void aGroupAfterAnotherLingersUntilAsManyWait() throws Exception {
        TurnBatcher lingering = new TurnBatcher(Recorded::new, this::alone, LONG, LONG);
        occupy(lingering);
        List<Future<WebhookAnswer>> first = greetings(lingering, "budi", "wati", "joko");
        awaitWaiting(lingering, 3);
        held.countDown();
        for (Future<WebhookAnswer> one : first) {
            one.get();
        }

        List<Future<WebhookAnswer>> second = greetings(lingering, "sari", "agus");
        awaitWaiting(lingering, 2);
        assertThat(second).noneMatch(Future::isDone);
        assertThat(text(submit(lingering, "dewi", "halo").get(8, TimeUnit.SECONDS)))
                .isEqualTo("halo");

        assertThat(groups).hasSize(2).allSatisfy(group -> assertThat(group).hasSize(3));
    }

    @Test
    void whoIsBehindAnotherMessageOfTheSamePersonIsNotPreparedBeforeThatOnesTurn() throws Exception {
        occupy();
        Future<WebhookAnswer> first = submit("budi", "satu");
        awaitWaiting(1);
        Future<WebhookAnswer> second = submit("budi", "dua");
        awaitWaiting(2);
        held.countDown();
        first.get();
        second.get();

        assertThat(single).containsExactly("lama", "satu", "dua");
        assertThat(known).containsExactly(true, true, false);
    }

    @Test
    void nobodyWaitsForAnothersPreparationButThePersonsOwnMessagesKeepTheirOrder() throws Exception {
        TurnBatcher impatient = new TurnBatcher(Recorded::new, this::alone);
        Future<WebhookAnswer> slow = submit(impatient, "tono", "pikir dulu");
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        Future<WebhookAnswer> behind = submit(impatient, "tono", "lalu");

        assertThat(text(submit(impatient, "budi", "satu").get(8, TimeUnit.SECONDS)))
                .isEqualTo("satu");
        assertThat(behind).isNotDone();
        held.countDown();
        slow.get();
        behind.get();

        assertThat(single).containsExactly("satu", "pikir dulu", "lalu");
    }

    @Test
    void aPreparationThatFailsMakesRoomForThePersonsNextMessage() throws Exception {
        assertThatThrownBy(() -> crowd.accept(message("budi", "racun lama")))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(text(submit("budi", "satu").get(8, TimeUnit.SECONDS))).isEqualTo("satu");
        assertThat(crowd.waiting()).isZero();
    }

    private List<Future<WebhookAnswer>> greetings(TurnBatcher desk, String... people) {
        return Arrays.stream(people).map(who -> submit(desk, who, "halo")).toList();
    }

    /** Somebody is served until {@link #held} opens. */
    private void occupy() throws InterruptedException {
        occupy(crowd);
    }

    private void occupy(TurnBatcher desk) throws InterruptedException {
        submit(desk, "tono", "lama");
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private void awaitWaiting(int people) throws InterruptedException {
        awaitWaiting(crowd, people);
    }

    private static void awaitWaiting(TurnBatcher desk, int people) throws InterruptedException {
        while (desk.waiting() < people) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private Future<WebhookAnswer> submit(String who, String text) {
        return submit(crowd, who, text);
    }

    private Future<WebhookAnswer> submit(TurnBatcher desk, String who, String text) {
        return threads.submit(() -> desk.accept(message(who, text)));
    }

    private record Known(InboundMessage message) implements Prepared {}

    private final class Recorded implements Receiver {

        @Override
        public Prepared prepare(InboundMessage message) {
            switch (message.text()) {
                case "racun lama" -> throw new IllegalArgumentException("nobody can prepare this");
                case "pikir dulu" -> {
                    begun.countDown();
                    hold();
                }
                default -> {}
            }
            return new Known(message);
        }

        @Override
        public List<Turn> run(List<Prepared> prepared, Turn.Mode mode) {
            groups.add(prepared.stream().map(one -> one.message().text()).toList());
            return prepared.stream().map(this::turn).toList();
        }

        private Turn turn(Prepared one) {
            known.add(one instanceof Known);
            return new Turn(one.message(), 0, 0, List.of(), answer(one.message()));
        }

        @Override
        public void changed(MessageChanged change, Inbox.Received original) {}

        @Override
        public void refused(Address from, AttachmentRefused.Reason reason) {}

        @Override
        public void happened(AddressEvent event) {}
    }

    private WebhookAnswer alone(Prepared one) {
        known.add(one instanceof Known);
        single.add(one.message().text());
        if (one.message().text().equals("lama")) {
            begun.countDown();
            hold();
        }
        return answer(one.message());
    }

    private void hold() {
        try {
            held.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static WebhookAnswer answer(InboundMessage message) {
        if (message.text().equals("racun")) {
            throw new IllegalArgumentException("nobody can handle this");
        }
        return new WebhookAnswer(200, "text/plain", message.text().getBytes(StandardCharsets.UTF_8));
    }

    private static InboundMessage message(String who, String text) {
        Address from = new Address("line", who);
        return InboundMessage.text("line", who + "-" + text, Instant.EPOCH, "test", from, text);
    }

    private static String text(WebhookAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
