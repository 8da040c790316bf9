package id.pendopo.channels.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.TestLine;
import id.pendopo.channels.adapter.SendFailed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.integration.graph.IntegrationGraphServer;
import org.springframework.integration.graph.MessageChannelNode;
import org.springframework.integration.graph.SendTimers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way of one message, read from the map of the flows. */
@ChannelsTest
class FlowGraphTests {

    private final String base;
    private final TestLine line;
    private final IntegrationGraphServer graph;
    private final Outbox outbox;
    private final JdbcClient jdbc;

    FlowGraphTests(
            @LocalServerPort int port,
            @Qualifier("pushLine") TestLine line,
            IntegrationGraphServer graph,
            Outbox outbox,
            JdbcClient jdbc) {
        this.base = "http://127.0.0.1:" + port + "/webhooks/";
        this.line = line;
        this.graph = graph;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    @AfterEach
    void everybodyIsServedAgain() {
        line.provider(message -> Optional.of("p" + message.id()));
    }

    @Test
    void countsOneMessageInEachFlowThatItPasses() throws Exception {
        jdbc.sql("delete from channels_lane").update(); // What other tests left must not be counted.
        long in = passed("inboundFlow.input");
        long out = passed("outboundLanes");
        long failures = passed("errorChannel");
        line.provider(_ -> {
            throw new SendFailed(SendFailed.Outcome.PERMANENT, "30005", Optional.empty());
        });

        Address siti = message();
        await().until(() -> outbox.latest(siti, 1).stream().anyMatch(sent -> sent.state() == Outbox.State.FAILED));

        assertThat(passed("inboundFlow.input") - in).isEqualTo(1);
        assertThat(passed("outboundLanes") - out).isEqualTo(1);
        assertThat(passed("errorChannel") - failures).isEqualTo(1);
    }

    private Address message() throws Exception {
        String id = UUID.randomUUID().toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "testpush"))
                .header("X-Secret", "rahasia")
                .POST(HttpRequest.BodyPublishers.ofString("message " + id + " " + id + " halo"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Address("testpush", id);
    }

    private long passed(String channel) {
        return graph.rebuild().nodes().stream()
                .filter(node -> node.getName().equals(channel))
                .map(MessageChannelNode.class::cast)
                .map(MessageChannelNode::getSendTimers)
                .map(FlowGraphTests::sends)
                .findFirst()
                .orElseThrow();
    }

    private static long sends(SendTimers timers) {
        return timers.successes().count() + timers.failures().count();
    }
}
