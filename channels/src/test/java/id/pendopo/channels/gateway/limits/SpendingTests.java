package id.pendopo.channels.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.Limits.ReplyPolicy.Verdict;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.OutboundMessage.Author;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.TestClock;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What leaves is counted, the day has an end, and nobody who writes from the desk is held up by it. */
@ChannelsTest
class SpendingTests {

    private static final AtomicLong CONVERSATIONS = new AtomicLong(7_000_000);
    private static final LineTerms TEN_OF_A_HUNDRED = terms("10", "100");

    private final Spending spending;
    private final LimitChanges changes;
    private final LimitsFollower follower;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final TestClock clock;
    private final String base;
    private final Address siti = new Address("testpush", "siti-" + UUID.randomUUID());

    SpendingTests(
            Spending spending,
            LimitChanges changes,
            LimitsFollower follower,
            Outbox outbox,
            JdbcClient jdbc,
            TransactionOperations transactions,
            TestClock clock,
            @LocalServerPort int port) {
        this.spending = spending;
        this.changes = changes;
        this.follower = follower;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.base = "http://127.0.0.1:" + port;
    }

    private static LineTerms terms(String price, String ceiling) {
        return new LineTerms(new BigDecimal(price), new BigDecimal(ceiling), Set.of(), Map.of());
    }

    @AfterEach
    void nothingIsCountedAnyMore() {
        List.of("testpush", "testresponse").forEach(account -> changes.terms(account, LineTerms.NONE, "test"));
        jdbc.sql("delete from channels_spending").update();
        follower.follow();
    }

    @Test
    void warnsNearTheCeilingAndStopsTheAssistantAtIt() {
        changes.terms("testpush", TEN_OF_A_HUNDRED, "test");

        send(siti, 7);
        assertThat(spending.alarms()).isEmpty();
        send(siti, 1);
        assertThat(spending.alarms()).containsExactly(Map.entry("testpush", 80));
        assertThat(spending.of(siti)).isEqualTo(Verdict.OPEN);
        send(siti, 1);
        assertThat(spending.of(siti)).isEqualTo(Verdict.OPEN);
        send(siti, 1);

        assertThat(spending.of(siti)).isEqualTo(Verdict.CEILING);
        assertThat(spending.of(new Address("testresponse", "budi"))).isEqualTo(Verdict.OPEN);
    }

    @Test
    void sendsWhatThePeopleAtTheDeskWriteBeyondIt() {
        changes.terms("testpush", terms("10", "10"), "test");

        assertThat(send(siti, 3)).containsOnly(Outbox.State.SENT);
        assertThat(spending.percent("testpush")).isEqualTo(300);
    }

    @Test
    void theCeilingIsRaisedForTodayAloneAndTheDayEndsIt() {
        changes.terms("testpush", TEN_OF_A_HUNDRED, "test");
        send(siti, 10);

        changes.raise("testpush", new BigDecimal("50"), "test");

        assertThat(spending.of(siti)).isEqualTo(Verdict.OPEN);
        send(siti, 5);
        assertThat(spending.of(siti)).isEqualTo(Verdict.CEILING);
        clock.advance(Duration.ofDays(1));
        follower.follow();
        assertThat(spending.of(siti)).isEqualTo(Verdict.OPEN);
        assertThat(spending.spent("testpush")).isEqualTo(Spent.NOTHING);
    }

    @Test
    void otherNodesReadWhatThisOneCounted() {
        changes.terms("testpush", TEN_OF_A_HUNDRED, "test");
        send(siti, 3);
        follower.follow();
        send(siti, 1);
        follower.follow();

        assertThat(jdbc.sql("select units from channels_spending where account = 'testpush'")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        jdbc.sql("update channels_spending set cost = cost + 60 where account = 'testpush'")
                .update();
        follower.follow();
        assertThat(spending.of(siti)).isEqualTo(Verdict.CEILING);
    }

    @Test
    void countsAReplyThatGoesOutInTheResponse() throws Exception {
        changes.terms("testresponse", TEN_OF_A_HUNDRED, "test");
        HttpResponse<String> answer = webhook("message " + UUID.randomUUID() + " budi-" + UUID.randomUUID() + " halo");

        assertThat(answer.body()).isNotBlank();
        assertThat(spending.spent("testresponse").units())
                .isEqualTo(answer.body().lines().count());
    }

    @Test
    void countsTheBegunMinutesOfACall() throws Exception {
        String caller = "budi-" + UUID.randomUUID();
        String call = "CA" + UUID.randomUUID();
        webhook("message " + call + "/0 " + caller + " halo");
        changes.terms("testresponse", TEN_OF_A_HUNDRED, "test");
        jdbc.sql(
                        "update channels_inbound set happened_at = happened_at - interval '61 seconds' where external_id = :id")
                .param("id", call + "/0")
                .update();

        webhook("address " + call + "/status/3 " + caller + " CALL_ENDED");
        webhook("address " + call + "/status/3 " + caller + " CALL_ENDED");

        assertThat(spending.spent("testresponse").units()).isEqualTo(2);
    }

    private HttpResponse<String> webhook(String event) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/webhooks/testresponse"))
                .header("X-Secret", "rahasia")
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aCountryMayCostSomethingElse() {
        changes.terms(
                "testpush",
                new LineTerms(BigDecimal.ONE, BigDecimal.ZERO, Set.of(), Map.of("MY", new BigDecimal("9"))),
                "test");

        send(new Address("testpush", "+60123456789"), 1);
        send(new Address("testpush", "+6281234567890"), 1);

        assertThat(spending.spent("testpush").cost()).isEqualByComparingTo("10");
    }

    @Test
    void writesToNoCountryButThoseThatItMayAndSaysWhy() {
        changes.terms("testpush", new LineTerms(BigDecimal.ZERO, BigDecimal.ZERO, Set.of("ID"), Map.of()), "test");
        Address abroad = new Address("testpush", "+60123456780");
        Address home = new Address("testpush", "+6281234567891");

        assertThat(spending.of(abroad)).isEqualTo(Verdict.COUNTRY);
        assertThat(spending.of(home)).isEqualTo(Verdict.OPEN);
        assertThat(spending.of(siti)).isEqualTo(Verdict.OPEN);
        assertThat(send(home, 1)).containsOnly(Outbox.State.SENT);
        assertThat(send(abroad, 1)).containsOnly(Outbox.State.FAILED);
        assertThat(outbox.latest(abroad, 1).getFirst().reason()).contains("country");
    }

    /** What the assistant says abroad is said of danger, or was judged with its turn. */
    @Test
    void theAssistantsCallForHelpGoesEverywhere() {
        changes.terms("testpush", new LineTerms(BigDecimal.ZERO, BigDecimal.ZERO, Set.of("ID"), Map.of()), "test");

        assertThat(send(new Address("testpush", "+60123456781"), 1, Author.BOT)).containsOnly(Outbox.State.SENT);
    }

    private List<Outbox.State> send(Address to, int messages) {
        return send(to, messages, Author.AGENT);
    }

    private List<Outbox.State> send(Address to, int messages, Author author) {
        long conversation = CONVERSATIONS.incrementAndGet();
        for (int turn = 1; turn <= messages; turn++) {
            OutboundMessage message = new OutboundMessage(
                    to,
                    conversation,
                    turn,
                    0,
                    author,
                    Locale.of("id"),
                    List.of(Block.Text.of("pesan " + turn)),
                    Optional.empty());
            transactions.executeWithoutResult(_ -> outbox.queue(message));
        }
        Set<Outbox.State> over = Set.of(Outbox.State.SENT, Outbox.State.FAILED);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> outbox.sent(conversation).stream()
                        .map(Outbox.Sent::state)
                        .allMatch(over::contains));
        return outbox.sent(conversation).stream().map(Outbox.Sent::state).toList();
    }
}
