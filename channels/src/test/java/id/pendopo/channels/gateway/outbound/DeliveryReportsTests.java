package id.pendopo.channels.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.Turn;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.inbound.Arrival;
import id.pendopo.channels.gateway.inbound.Arrivals;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of what was sent: reports, and people who want nothing. */
@ChannelsTest
class DeliveryReportsTests extends PushLineTest {

    private final Arrivals arrivals;
    private final Accounts accounts;

    DeliveryReportsTests(PushDesk desk, Arrivals arrivals, Accounts accounts) {
        super(desk);
        this.arrivals = arrivals;
        this.accounts = accounts;
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

    /** Somebody who writes can be written to, whatever the provider said when it was tried last. */
    @Test
    void writesAgainToWhomWritesToUs() {
        line.provider(_ -> fail(SendFailed.Outcome.BLOCKED, "blocked"));
        awaitState(queue(OutboundMessage.Author.AGENT, 1), Outbox.State.FAILED);
        line.provider(message -> Optional.of("p" + message.id()));

        arrive(
                "testpush",
                InboundMessage.text("testpush", "m-" + conversation, clock.instant(), "test-push", siti, "halo lagi"));

        await().until(() -> outbox.latest(siti, 10).stream().anyMatch(sent -> sent.state() == Outbox.State.SENT));
        assertThat(jdbc.sql("select blocked from channels_address where account = 'testpush' and address = :address")
                        .param("address", siti.value())
                        .query(Boolean.class)
                        .single())
                .isFalse();
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
        switch (Arrival.of(accounts.connected(account).orElseThrow(), event, Turn.Mode.ON_TIME)) {
            case Arrival.Said said -> arrivals.said(said);
            case Arrival.Reported reported -> arrivals.reported(reported);
            case Arrival.Changed changed -> arrivals.changed(changed);
            case Arrival.Happened happened -> arrivals.happened(happened);
        }
    }

    private Address siti(String account) {
        return new Address(account, siti.value());
    }
}
