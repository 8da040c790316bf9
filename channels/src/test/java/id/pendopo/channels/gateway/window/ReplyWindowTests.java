package id.pendopo.channels.gateway.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.DeliveryReasons;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.DeliveryReport.Remedy;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.OutboundMessage.Author;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.Outbox.State;
import id.pendopo.channels.TestClock;
import id.pendopo.channels.TextMessageLine;
import id.pendopo.channels.Turn;
import id.pendopo.channels.WindowLine;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.window.MessageTemplate;
import id.pendopo.channels.adapter.window.ReplyWindow.Standing;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.inbound.Arrival;
import id.pendopo.channels.gateway.inbound.Arrivals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What becomes of a message to somebody who has been silent for long. */
@ChannelsTest
class ReplyWindowTests {

    private static final AtomicLong CONVERSATIONS = new AtomicLong(8_000_000);

    private final Outbox outbox;
    private final WindowLine line;
    private final TextMessageLine texts;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Arrivals arrivals;
    private final Accounts accounts;
    private final TemplateSync sync;
    private final ChannelAccounts.ReplyWindows windows;
    private final DeliveryReasons reasons;
    private final long conversation = CONVERSATIONS.incrementAndGet();
    private final Address siti = new Address("testwindow", "siti-" + UUID.randomUUID());

    ReplyWindowTests(
            Outbox outbox,
            WindowLine line,
            TextMessageLine texts,
            TestClock clock,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Arrivals arrivals,
            Accounts accounts,
            TemplateSync sync,
            ChannelAccounts.ReplyWindows windows,
            DeliveryReasons reasons) {
        this.outbox = outbox;
        this.line = line;
        this.texts = texts;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.arrivals = arrivals;
        this.accounts = accounts;
        this.sync = sync;
        this.windows = windows;
        this.reasons = reasons;
    }

    @AfterEach
    void nothingIsSetUp() {
        line.reset();
        texts.provider(message -> Optional.of("t" + message.id()));
        sync.all();
    }

    @Test
    void withinADaySendsFreeWordsAndSaysWhenThePersonLastWrote() {
        Instant wrote = wrote(Duration.ofHours(23));

        Rendered sent = sent(queue(Author.DESK));

        assertThat(sent.window().standing()).isEqualTo(Standing.OPEN);
        assertThat(sent.window().lastWrote()).contains(wrote);
        assertThat(sent.window().template()).isEmpty();
    }

    /** The provider knows, and says so. */
    @Test
    void triesFreeWordsWhereNobodyKnowsWhenThePersonLastWrote() {
        Rendered sent = sent(queue(Author.DESK));

        assertThat(sent.window().standing()).isEqualTo(Standing.OPEN);
        assertThat(sent.window().lastWrote()).isEmpty();
    }

    @Test
    void laterSendsWhatAPersonWroteForSevenDaysAndNothingElse() {
        wrote(Duration.ofDays(3));

        assertThat(sent(queue(Author.AGENT)).window().standing()).isEqualTo(Standing.AGENTS);
        fails(queue(Author.DESK), "window");
    }

    @Test
    void thenSendsTheApprovedTemplateWithTheCodeAndTheWords() {
        keep(template("kabar", "APPROVED"));
        wrote(Duration.ofDays(8));

        MessageTemplate.Filled template =
                sent(queue(Author.AGENT)).window().template().orElseThrow();

        assertThat(template.name()).isEqualTo("kabar");
        assertThat(template.parameters()).containsExactly("1234567890", "Besok kami tambal. Terima kasih.");
        assertThat(template.text()).isEqualTo("Kabar tentang laporan 1234567890: Besok kami tambal. Terima kasih.");
    }

    @Test
    void aPausedTemplateIsNoneAndIsSaidToBePaused() {
        keep(template("kabar", "PAUSED"));
        wrote(Duration.ofDays(8));

        fails(queue(Author.AGENT), "template-paused");
    }

    @Test
    void aTemplateThatTheProviderDoesNotKeepIsSaidToBeMissing() {
        keep(template("lain", "APPROVED"));
        line.replyTemplate("kabar");
        wrote(Duration.ofDays(8));

        fails(queue(Author.AGENT), "template-missing");
    }

    @Test
    void withoutATemplateATextMessageGoesInstead() {
        line.textsBy("testtexts");
        wrote(Duration.ofDays(8));
        long id = queue(Author.AGENT);

        await().until(() -> state(id) == State.SENT);

        assertThat(line.sentTo(conversation)).isEmpty();
        assertThat(texts.sentTo(conversation))
                .singleElement()
                .satisfies(sent -> assertThat(sent.message().to()).isEqualTo(new Address("testtexts", siti.value())));
        assertThat(outbox.sent(conversation).getFirst().message().to().account())
                .as("the report about it is that line's")
                .isEqualTo("testtexts");
    }

    /** Whoever wants nothing is left in peace, and a number that was left may be somebody else's. */
    @ParameterizedTest
    @CsvSource({"BLOCKED, blocked", "MOVED, moved"})
    void nothingGoesAroundAnAddressThatTakesNothing(AddressEvent.What what, String reason) {
        line.textsBy("testtexts");
        wrote(Duration.ofDays(8));
        arrive(new AddressEvent("testwindow", "a-" + UUID.randomUUID(), clock.instant(), siti, what));

        fails(queue(Author.AGENT), reason);

        assertThat(texts.sentTo(conversation)).isEmpty();
        assertThat(windows.outlook(message(Author.AGENT)).orElseThrow().refusal())
                .contains(reason);
        wrote(Duration.ofMinutes(1));
        sent(queue(Author.AGENT));
    }

    @Test
    void withNothingOfItFailsAndSaysWhatToDo() {
        wrote(Duration.ofDays(8));

        fails(queue(Author.AGENT), "window");

        for (String reason : List.of("window", "template-missing", "template-paused", "template-unfit")) {
            for (Locale language : List.of(Locale.of("id"), Locale.ENGLISH)) {
                assertThat(reasons.inWords(reason, language))
                        .doesNotContain(reason)
                        .hasSizeGreaterThan(40);
            }
        }
    }

    @Test
    void whatTheProviderFindsClosedGoesByTheTemplateAtOnce() {
        keep(template("kabar", "APPROVED"));
        wrote(Duration.ofHours(1));
        line.provider(message -> {
            if (message.window().template().isEmpty()) {
                throw new SendFailed(SendFailed.Outcome.WINDOW_CLOSED, "131047", Optional.empty());
            }
            return Optional.of("p" + message.id());
        });

        long id = queue(Author.DESK);

        await().until(() -> state(id) == State.SENT);
        assertThat(line.sentTo(conversation)).hasSize(2);
    }

    @Test
    void whatTheProviderFindsClosedTwiceFails() {
        wrote(Duration.ofHours(1));
        line.provider(_ -> {
            throw new SendFailed(SendFailed.Outcome.WINDOW_CLOSED, "131047", Optional.empty());
        });

        fails(queue(Author.AGENT), "131047");

        assertThat(line.sentTo(conversation))
                .extracting(sent -> sent.window().standing())
                .containsExactly(Standing.OPEN, Standing.AGENTS);
    }

    @Test
    void aReportThatTheWindowIsClosedSendsItAnotherWayOnce() {
        line.textsBy("testtexts");
        wrote(Duration.ofHours(1));
        long id = queue(Author.DESK);
        await().until(() -> state(id) == State.SENT);

        report("p" + id, Remedy.OTHER_WAY);
        await().until(() ->
                state(id) == State.SENT && !texts.sentTo(conversation).isEmpty());
        report("p" + id, Remedy.OTHER_WAY);

        assertThat(state(id)).as("nothing is said of the second try").isEqualTo(State.SENT);
        assertThat(line.sentTo(conversation)).hasSize(1);
        assertThat(texts.sentTo(conversation)).hasSize(1);
    }

    @Test
    void aReportThatComesBeforeTheSendReturnedHelpsToo() {
        keep(template("kabar", "APPROVED"));
        wrote(Duration.ofHours(1));
        line.provider(message -> {
            String name = "q" + message.id() + message.window().template().isPresent();
            if (message.window().template().isEmpty()) {
                report(name, Remedy.OTHER_WAY);
            }
            return Optional.of(name);
        });

        long id = queue(Author.DESK);

        await().until(() -> line.sentTo(conversation).size() == 2 && state(id) == State.SENT);
    }

    @Test
    void aReportOfTooManyAtOnceIsTriedAgainLaterAndOnce() {
        wrote(Duration.ofHours(1));
        long id = queue(Author.DESK);
        await().until(() -> state(id) == State.SENT);

        report("p" + id, Remedy.LATER);
        assertThat(state(id)).isEqualTo(State.RETRY);
        jdbc.sql("update channels_outbound set due_at = changed_at, provider_id = null where id = :id")
                .param("id", id)
                .update();
        transactions.executeWithoutResult(
                _ -> jdbc.sql("update channels_lane set due_at = :now where conversation = :id")
                        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                        .param("id", conversation)
                        .update());
        await().until(() -> state(id) == State.SENT);
        report("p" + id, Remedy.LATER);

        assertThat(state(id)).isEqualTo(State.FAILED);
        assertThat(line.sentTo(conversation)).hasSize(2);
    }

    /** What the composer of the desk is told. */
    @Test
    void saysBeforehandHowAMessageWouldGo() {
        Instant wrote = wrote(Duration.ofDays(6));
        ChannelAccounts.ReplyWindows.Outlook open =
                windows.outlook(message(Author.AGENT)).orElseThrow();
        assertThat(open.free()).isTrue();
        assertThat(open.until()).isEqualTo(wrote.plus(Duration.ofDays(7)));

        keep(template("kabar", "APPROVED"));
        ChannelAccounts.ReplyWindows.Outlook closed =
                windows.outlook(message(Author.DESK)).orElseThrow();
        assertThat(closed.free()).isFalse();
        assertThat(closed.template().orElseThrow().text()).startsWith("Kabar tentang laporan 1234567890: ");
        assertThat(closed.until()).isEqualTo(wrote.plus(Duration.ofDays(1)));
    }

    private void keep(MessageTemplate template) {
        line.keeps(template);
        line.replyTemplate(template.name());
        assertThat(sync.all()).isEmpty();
    }

    private static MessageTemplate template(String name, String status) {
        String body = "Kabar tentang laporan {{1}}: {{2}}";
        return new MessageTemplate(name, "id", "UTILITY", status, "GREEN", body, 2, true);
    }

    private Instant wrote(Duration ago) {
        Instant at = Instant.ofEpochSecond(clock.instant().minus(ago).getEpochSecond());
        arrive(InboundMessage.text("testwindow", "m-" + UUID.randomUUID(), at, "test-window", siti, "diam"));
        return at;
    }

    private OutboundMessage message(Author author) {
        return new OutboundMessage(
                siti,
                conversation,
                1,
                0,
                author,
                Locale.of("id"),
                List.of(Block.Text.of("Besok kami tambal.\n\nTerima kasih.")),
                Optional.of("1234567890"));
    }

    private long queue(Author author) {
        return transactions.execute(_ -> outbox.queue(message(author)));
    }

    private Rendered sent(long id) {
        await().until(() -> state(id) == State.SENT);
        return line.sentTo(conversation).getLast();
    }

    private void fails(long id, String reason) {
        await().until(() -> state(id) == State.FAILED);
        assertThat(row(id).reason()).contains(reason);
    }

    private State state(long id) {
        return row(id).state();
    }

    private Outbox.Sent row(long id) {
        return outbox.sent(conversation).stream()
                .filter(sent -> sent.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private void report(String providerId, Remedy remedy) {
        arrive(new DeliveryReport(
                "testwindow",
                providerId + "/" + UUID.randomUUID(),
                clock.instant(),
                Optional.of(providerId),
                Optional.empty(),
                DeliveryReport.Status.FAILED,
                Optional.of("131047"),
                remedy));
    }

    private void arrive(InboundEvent event) {
        switch (Arrival.of(accounts.connected("testwindow").orElseThrow(), event, Turn.Mode.ON_TIME)) {
            case Arrival.Said said -> arrivals.said(said);
            case Arrival.Reported reported -> arrivals.reported(reported);
            case Arrival.Changed changed -> arrivals.changed(changed);
            case Arrival.Happened happened -> arrivals.happened(happened);
        }
    }
}
