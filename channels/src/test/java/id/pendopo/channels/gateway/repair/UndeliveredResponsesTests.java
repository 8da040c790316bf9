package id.pendopo.channels.gateway.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.TestClock;
import id.pendopo.channels.TestLine;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.inbound.ResponseLog;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Replies that were committed and may not have reached their caller, on a line whose provider does not ask again. */
@ChannelsTest
class UndeliveredResponsesTests {

    private final UndeliveredResponses unanswered;
    private final ResponseLog answers;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Accounts accounts;
    private final TestLine onceLine;
    private final TestClock clock;
    private final int port;
    private final Address siti = new Address("testonce", "siti" + UUID.randomUUID());

    UndeliveredResponsesTests(
            UndeliveredResponses unanswered,
            ResponseLog answers,
            Inbox inbox,
            Outbox outbox,
            Accounts accounts,
            TestLine onceLine,
            TestClock clock,
            @LocalServerPort int port) {
        this.unanswered = unanswered;
        this.answers = answers;
        this.inbox = inbox;
        this.outbox = outbox;
        this.accounts = accounts;
        this.onceLine = onceLine;
        this.clock = clock;
        this.port = port;
    }

    @AfterEach
    void forgets() {
        onceLine.remembers(_ -> Optional.empty());
        onceLine.provider(message -> Optional.of("p" + message.id()));
    }

    @Test
    void sendsWhatTheProviderDoesNotHave() {
        onceLine.remembers(_ -> Optional.of(Map.of()));
        look();
        inbox.accept(message("M1-" + siti.value()));

        look();
        Outbox.Sent reply = reply();
        assertThat(reply.state()).isEqualTo(Outbox.State.UNKNOWN);
        assertThat(reply.reason()).contains("unanswered");
        clock.advance(Duration.ofSeconds(31));
        await().until(() -> reply().state() == Outbox.State.RETRY);
        clock.advance(Duration.ofSeconds(8));

        await().until(() -> reply().state() == Outbox.State.SENT);
        assertThat(onceLine.sentTo(reply.message().conversation())).hasSize(1);
        look();
        assertThat(reply().state()).isEqualTo(Outbox.State.SENT);
    }

    @Test
    void sendsNothingThatTheProviderTookInTheResponse() {
        onceLine.remembers(
                messages -> Optional.of(Map.of(messages.getLast().message().id(), "reply-1")));
        look();
        inbox.accept(message("M2-" + siti.value()));

        look();
        clock.advance(Duration.ofSeconds(31));

        await().until(() -> reply().state() == Outbox.State.SENT);
        assertThat(onceLine.sentTo(reply().message().conversation())).isEmpty();
        assertThat(reply().reason()).contains("response");
    }

    @Test
    void believesItsOwnLog() throws Exception {
        look();
        assertThat(post("M3-" + siti.value()).statusCode()).isEqualTo(200);
        awaitNoted();

        look();

        assertThat(reply().state()).isEqualTo(Outbox.State.SENT);
    }

    @Test
    void believesAProgramThatTookAMessageInItself() {
        look();
        InboundMessage told = message("M7-" + siti.value());
        inbox.accept(told);
        inbox.answered(told);
        awaitNoted();

        look();

        assertThat(reply().state()).isEqualTo(Outbox.State.SENT);
    }

    @Test
    void believesALogThatCameLater() throws Exception {
        look();
        inbox.accept(message("M4-" + siti.value()));
        look();
        assertThat(reply().state()).isEqualTo(Outbox.State.UNKNOWN);

        assertThat(post("M4-" + siti.value()).body()).contains("gema");
        awaitNoted();
        clock.advance(Duration.ofSeconds(31));

        await().until(() -> reply().state() == Outbox.State.SENT);
        assertThat(onceLine.sentTo(reply().message().conversation())).isEmpty();
    }

    @Test
    void keepsLaterRepliesBehindADoubt() {
        onceLine.remembers(_ -> Optional.of(Map.of()));
        look();
        inbox.accept(message("M5-" + siti.value()));
        look();

        WebhookAnswer second = inbox.accept(message("M6-" + siti.value()));

        assertThat(new String(second.body())).doesNotContain("gema");
        clock.advance(Duration.ofSeconds(31));
        await().until(() -> outbox.latest(siti, 10).getFirst().state() == Outbox.State.RETRY);
        clock.advance(Duration.ofSeconds(8));
        await().until(() -> outbox.latest(siti, 10).stream().allMatch(sent -> sent.state() == Outbox.State.SENT));
        assertThat(onceLine.sentTo(reply().message().conversation()).stream()
                        .map(sent -> sent.message().turn()))
                .containsExactly(1L, 2L);
    }

    @Test
    void leavesToARepetitionWhatItIsAboutToAskFor() throws Exception {
        doubt("M8-");
        AtomicReference<String> heard = new AtomicReference<>("");
        onceLine.remembers(_ -> {
            heard.set(body("M8-" + siti.value()));
            return Optional.of(Map.of());
        });

        clock.advance(Duration.ofSeconds(31));
        await().until(() -> !heard.get().isEmpty());
        awaitNoted();
        clock.advance(Duration.ofSeconds(31));

        await().until(() -> reply().state() == Outbox.State.SENT);
        assertThat(heard.get()).contains("gema");
        assertThat(onceLine.sentTo(reply().message().conversation())).isEmpty();
    }

    @Test
    void leavesToARepetitionWhatItIsAboutToSend() {
        doubt("M9-");
        onceLine.remembers(_ -> Optional.of(Map.of()));
        clock.advance(Duration.ofSeconds(31));
        await().until(() -> reply().state() == Outbox.State.RETRY);

        assertThat(body("M9-" + siti.value())).contains("gema");
        awaitNoted();
        clock.advance(Duration.ofSeconds(31));

        await().until(() -> reply().state() == Outbox.State.SENT);
        assertThat(onceLine.sentTo(reply().message().conversation())).isEmpty();
    }

    @Test
    void sendsWhatARepetitionWasAnsweredWithAndNobodyTook() {
        doubt("M10-");
        onceLine.remembers(_ -> Optional.of(Map.of()));
        InboundMessage repeated = message("M10-" + siti.value());

        assertThat(new String(inbox.accept(repeated).body())).contains("gema");
        clock.advance(Duration.ofSeconds(31));
        await().until(() -> reply().state() == Outbox.State.RETRY);
        clock.advance(Duration.ofSeconds(8));

        await().until(() -> reply().state() == Outbox.State.SENT);
        assertThat(onceLine.sentTo(reply().message().conversation())).hasSize(1);
    }

    @Test
    void saysNothingToARepetitionOfWhatIsOnItsWay() {
        doubt("M11-");
        onceLine.remembers(_ -> Optional.of(Map.of()));
        AtomicReference<String> heard = new AtomicReference<>();
        onceLine.provider(message -> {
            heard.set(body("M11-" + siti.value()));
            return Optional.of("p" + message.id());
        });

        clock.advance(Duration.ofSeconds(31));
        await().until(() -> reply().state() == Outbox.State.RETRY);
        clock.advance(Duration.ofSeconds(8));

        await().until(() -> reply().state() == Outbox.State.SENT);
        assertThat(heard.get()).isNotNull().doesNotContain("gema");
        assertThat(body("M11-" + siti.value())).doesNotContain("gema");
        assertThat(onceLine.sentTo(reply().message().conversation())).hasSize(1);
    }

    @Test
    void leavesToAPersonWhatIsAskedForAgainAfterSomethingLaterWasSaid() {
        inbox.accept(message("M12-" + siti.value()));
        String next = body("M13-" + siti.value());
        await().until(() -> answers.hasLater("testonce", reply().message().conversation(), 1));

        String again = body("M12-" + siti.value());

        assertThat(next).contains("gema");
        assertThat(again).doesNotContain("gema");
        Outbox.Sent first = outbox.latest(siti, 10).getFirst();
        assertThat(first.state()).isEqualTo(Outbox.State.FAILED);
        assertThat(first.reason()).contains("late");
    }

    @Test
    void repeatsWhatWasHandedOverWhateverWasSaidLater() {
        String first = body("M14-" + siti.value());
        awaitNoted();
        body("M15-" + siti.value());
        await().until(() -> answers.hasLater("testonce", reply().message().conversation(), 1));

        assertThat(body("M14-" + siti.value())).contains("gema").isEqualTo(first);
        assertThat(outbox.latest(siti, 10)).allMatch(sent -> sent.state() == Outbox.State.SENT);
    }

    /** A committed reply whose response nobody is known to have got. */
    private void doubt(String name) {
        look();
        inbox.accept(message(name + siti.value()));
        look();
        assertThat(reply().state()).isEqualTo(Outbox.State.UNKNOWN);
    }

    private String body(String id) {
        try {
            return post(id).body();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void look() {
        unanswered.look(accounts.connected("testonce").orElseThrow(), clock.instant());
    }

    /** The response reaches its caller a moment before it is noted. */
    private void awaitNoted() {
        await().until(() -> answers.has(
                "testonce", reply().message().conversation(), reply().message().turn()));
    }

    private Outbox.Sent reply() {
        List<Outbox.Sent> replies = outbox.latest(siti, 10);
        return replies.getLast();
    }

    private InboundMessage message(String id) {
        return InboundMessage.text("testonce", id, clock.instant(), "test-once", siti, "halo " + id);
    }

    private HttpResponse<String> post(String id) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/testonce"))
                .header("X-Secret", "rahasia")
                .POST(HttpRequest.BodyPublishers.ofString("message " + id + " " + siti.value() + " halo " + id))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
