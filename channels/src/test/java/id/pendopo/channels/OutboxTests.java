package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** What goes out, in which order, and what becomes of it. */
@ChannelsTest
class OutboxTests {

    private static final AtomicLong CONVERSATIONS = new AtomicLong(1_000_000);

    private final Outbox outbox;
    private final TestLine line;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Arrivals arrivals;
    private final Accounts accounts;
    private final Dispatches dispatches;
    private final Breakers breakers;
    private final long conversation = CONVERSATIONS.incrementAndGet();
    private final Address siti = new Address("testpush", "siti-" + UUID.randomUUID());

    OutboxTests(
            Outbox outbox,
            @Qualifier("pushLine") TestLine line,
            TestClock clock,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Arrivals arrivals,
            Accounts accounts,
            Dispatches dispatches,
            Breakers breakers) {
        this.outbox = outbox;
        this.line = line;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.arrivals = arrivals;
        this.accounts = accounts;
        this.dispatches = dispatches;
        this.breakers = breakers;
    }

    @AfterEach
    void everybodyIsServedAgain() {
        line.provider(message -> Optional.of("p" + message.id()));
        line.remembers(_ -> Optional.empty());
        breakers.mended("testpush");
    }

    @Test
    void sendsAfterTheCommitInTurnOrder() {
        List<Long> ids = queue(20, OutboundMessage.Author.BOT);

        ids.forEach(id -> awaitState(id, Outbox.State.SENT));
        assertThat(turnsSent())
                .isEqualTo(IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList());
    }

    @Test
    void queuesOnlyWithinATransaction() {
        assertThatThrownBy(() -> outbox.queue(message(1, OutboundMessage.Author.BOT)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void sendsNothingThatWasRolledBack() {
        transactions.executeWithoutResult(status -> {
            outbox.queue(message(1, OutboundMessage.Author.BOT));
            status.setRollbackOnly();
        });
        long next = queue(OutboundMessage.Author.BOT, 2);

        awaitState(next, Outbox.State.SENT);
        assertThat(turnsSent()).containsExactly(2L);
    }

    @Test
    void triesAgainAfterAWhileAndKeepsTheOrder() {
        AtomicInteger tries = new AtomicInteger();
        line.provider(
                message -> tries.incrementAndGet() == 1 ? fail(SendFailed.Outcome.RETRY, "busy") : Optional.of("p"));
        List<Long> ids = queue(2, OutboundMessage.Author.BOT);

        awaitState(ids.getFirst(), Outbox.State.RETRY);
        assertThat(state(ids.getLast())).isEqualTo(Outbox.State.PENDING);
        clock.advance(Duration.ofSeconds(8));
        awaitState(ids.getLast(), Outbox.State.SENT);

        assertThat(state(ids.getFirst())).isEqualTo(Outbox.State.SENT);
        assertThat(turnsSent()).containsExactly(1L, 1L, 2L);
    }

    @Test
    void waitsAsLongAsTheProviderAsks() {
        line.provider(_ -> {
            throw new SendFailed(SendFailed.Outcome.RETRY, "429", Optional.of(Duration.ofMinutes(3)));
        });
        long id = queue(OutboundMessage.Author.BOT, 1);

        awaitState(id, Outbox.State.RETRY);
        Instant due = jdbc.sql("select due_at from channels_outbound where id = :id")
                .param("id", id)
                .query((row, _) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
        assertThat(Duration.between(clock.instant(), due)).isGreaterThan(Duration.ofSeconds(150));
    }

    @Test
    void letsLaterMessagesPassAHeadThatFailedForTenMinutes() {
        line.provider(message -> message.message().turn() == 1
                ? fail(SendFailed.Outcome.RETRY, "busy")
                : Optional.of("p" + message.id()));
        List<Long> ids = queue(2, OutboundMessage.Author.BOT);
        awaitState(ids.getFirst(), Outbox.State.RETRY);

        clock.advance(Duration.ofMinutes(9));
        await().until(() -> sends(ids.getFirst()) >= 2);
        assertThat(state(ids.getLast())).isEqualTo(Outbox.State.PENDING);
        clock.advance(Duration.ofMinutes(2));

        awaitState(ids.getLast(), Outbox.State.SENT);
        assertThat(state(ids.getFirst())).isEqualTo(Outbox.State.FAILED);
        assertThat(row(ids.getFirst()).reason()).contains("late");
    }

    @Test
    void givesUpAfterADay() {
        line.provider(_ -> fail(SendFailed.Outcome.RETRY, "busy"));
        long id = queue(OutboundMessage.Author.BOT, 1);
        awaitState(id, Outbox.State.RETRY);

        clock.advance(Duration.ofHours(25));

        awaitState(id, Outbox.State.FAILED);
        assertThat(row(id).reason()).contains("busy");
    }

    @Test
    void failsAtOnceWhatTheProviderWillNeverTake() {
        line.provider(_ -> fail(SendFailed.Outcome.PERMANENT, "21211"));
        long id = queue(OutboundMessage.Author.AGENT, 1);

        awaitState(id, Outbox.State.FAILED);
        assertThat(row(id).reason()).contains("21211");
    }

    @Test
    void failsWhatBreaksTheAdapterAndServesTheNext() {
        line.provider(message -> {
            if (message.message().turn() == 1) {
                throw new IllegalArgumentException("a mistake of ours");
            }
            return Optional.of("p" + message.id());
        });
        List<Long> ids = queue(2, OutboundMessage.Author.BOT);

        awaitState(ids.getLast(), Outbox.State.SENT);
        assertThat(state(ids.getFirst())).isEqualTo(Outbox.State.FAILED);
        assertThat(row(ids.getFirst()).reason()).contains("IllegalArgumentException");
    }

    @Test
    void leavesAMessageToItsNewHolderOnceTheClaimIsLost() {
        CountDownLatch answered = new CountDownLatch(1);
        line.provider(message -> taken(message, answered));
        long id = queue(OutboundMessage.Author.AGENT, 1);
        awaitState(id, Outbox.State.SENDING);

        dispatches.retry(new Undelivered(lost(id), new SendFailed(SendFailed.Outcome.RETRY, "busy", Optional.empty())));

        assertThat(state(id)).isEqualTo(Outbox.State.SENDING);
        answered.countDown();
        awaitState(id, Outbox.State.SENT);
        assertThat(sends(id)).isEqualTo(1);
    }

    @Test
    void believesALateAcceptanceMoreThanALaterFailure() {
        line.provider(message -> {
            throw new SendFailed(SendFailed.Outcome.RETRY, "busy", Optional.of(Duration.ofHours(1)));
        });
        long id = queue(OutboundMessage.Author.AGENT, 1);
        awaitState(id, Outbox.State.RETRY);

        dispatches.accepted(new Accepted(lost(id), Optional.of("late-" + id)));

        assertThat(state(id)).isEqualTo(Outbox.State.SENT);
    }

    /** The claim of a worker that another one has outlived. */
    private Dispatch lost(long id) {
        return new Dispatch(
                new Claim(conversation, -1, clock.instant()),
                id,
                row(id).message(),
                1,
                false,
                Optional.empty(),
                clock.instant(),
                Optional.empty());
    }

    private static Optional<String> taken(ChannelAdapter.Rendered message, CountDownLatch answered) {
        try {
            assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
            return Optional.of("p" + message.id());
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    @Test
    void stopsWritingToWhomDoesNotWantItUntilAPersonTriesAgain() {
        line.provider(_ -> fail(SendFailed.Outcome.BLOCKED, "21610"));
        long first = queue(OutboundMessage.Author.AGENT, 1);
        awaitState(first, Outbox.State.FAILED);
        line.provider(message -> Optional.of("p" + message.id()));
        long second = queue(OutboundMessage.Author.AGENT, 2);
        awaitState(second, Outbox.State.FAILED);
        assertThat(sends(second)).isZero();
        assertThat(row(second).reason()).contains("blocked");

        assertThat(outbox.retry(second)).isTrue();

        awaitState(second, Outbox.State.SENT);
    }

    @Test
    void doesNotReplayWhatArrived() {
        long id = queue(OutboundMessage.Author.BOT, 1);
        awaitState(id, Outbox.State.SENT);

        assertThat(outbox.retry(id)).isFalse();
        assertThat(outbox.retry(-1)).isFalse();
    }

    @Test
    void neverSendsAReplyOfAnAnsweringLineAgain() {
        InboundMessage message = InboundMessage.text(
                "testresponse", "m-" + conversation, clock.instant(), "test-response", siti("testresponse"), "halo");
        arrive("testresponse", message);

        List<Outbox.Sent> sent = outbox.latest(message.from(), 10);
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().state()).isEqualTo(Outbox.State.SENT);
        assertThat(sent.getFirst().reason()).contains("response");
        assertThat(jdbc.sql("select count(*) from channels_lane where conversation = :conversation")
                        .param("conversation", sent.getFirst().message().conversation())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void movesOnByReportsAndNeverBack() {
        long id = queue(OutboundMessage.Author.BOT, 1);
        awaitState(id, Outbox.State.SENT);

        report("p" + id, DeliveryReport.Status.READ);
        report("p" + id, DeliveryReport.Status.DELIVERED);
        report("p" + id, DeliveryReport.Status.FAILED);

        assertThat(state(id)).isEqualTo(Outbox.State.READ);
    }

    @Test
    void keepsAReportThatComesBeforeTheSendReturned() {
        line.provider(message -> {
            report("early" + message.id(), DeliveryReport.Status.DELIVERED);
            return Optional.of("early" + message.id());
        });
        long id = queue(OutboundMessage.Author.BOT, 1);

        awaitState(id, Outbox.State.DELIVERED);
        assertThat(jdbc.sql("select count(*) from channels_early_report where provider_id = :id")
                        .param("id", "early" + id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void readsAReportAboutEverythingBefore() {
        long id = queue(OutboundMessage.Author.BOT, 1);
        awaitState(id, Outbox.State.SENT);

        arrive(
                "testpush",
                new DeliveryReport(
                        "testpush",
                        "read-" + id,
                        clock.instant(),
                        Optional.empty(),
                        Optional.of(siti),
                        DeliveryReport.Status.READ,
                        Optional.empty()));

        assertThat(state(id)).isEqualTo(Outbox.State.READ);
    }

    private static Optional<String> fail(SendFailed.Outcome outcome, String code) throws SendFailed {
        throw new SendFailed(outcome, code, Optional.empty());
    }

    private void report(String providerId, DeliveryReport.Status status) {
        arrive(
                "testpush",
                new DeliveryReport(
                        "testpush",
                        providerId + "/" + status,
                        clock.instant(),
                        Optional.of(providerId),
                        Optional.empty(),
                        status,
                        Optional.empty()));
    }

    private void arrive(String account, InboundEvent event) {
        Arrival arrival = new Arrival(accounts.line(account).orElseThrow(), event, _ -> {});
        switch (arrival.what()) {
            case MESSAGE -> arrivals.message(arrival);
            case REPORT -> arrivals.reported(arrival);
            case CHANGED -> arrivals.changed(arrival);
            case ADDRESS -> arrivals.happened(arrival);
        }
    }

    private Address siti(String account) {
        return new Address(account, siti.value());
    }

    private OutboundMessage message(long turn, OutboundMessage.Author author) {
        return new OutboundMessage(
                siti,
                conversation,
                turn,
                0,
                author,
                Locale.of("id"),
                List.of(Block.Text.of("pesan " + turn)),
                Optional.empty());
    }

    private long queue(OutboundMessage.Author author, long turn) {
        return transactions.execute(_ -> outbox.queue(message(turn, author)));
    }

    private List<Long> queue(int messages, OutboundMessage.Author author) {
        return transactions.execute(_ -> IntStream.rangeClosed(1, messages)
                .mapToObj(turn -> outbox.queue(message(turn, author)))
                .toList());
    }

    private List<Long> turnsSent() {
        return line.sentTo(conversation).stream()
                .map(sent -> sent.message().turn())
                .toList();
    }

    private long sends(long id) {
        return line.sentTo(conversation).stream()
                .filter(sent -> sent.id() == id)
                .count();
    }

    private Outbox.Sent row(long id) {
        return outbox.sent(conversation).stream()
                .filter(sent -> sent.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private Outbox.State state(long id) {
        return row(id).state();
    }

    private boolean possibleDuplicate(long id) {
        return jdbc.sql("select possible_duplicate from channels_outbound where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private void awaitState(long id, Outbox.State state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> state(id) == state);
    }
}
