package id.pendopo.channels.web.streams;

import id.pendopo.channels.Address;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.web.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event stream (server-sent events): one open stream. It reads what is committed after its cursor, so nothing is
 * lost between two events, and it writes on one thread at a time, so nothing changes places.
 */
final class ChatStream {

    private static final Logger LOG = LoggerFactory.getLogger(ChatStream.class);
    private static final MediaType UTF_8 = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Address citizen;
    private final SseEmitter emitter;
    private final Outbox outbox;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile StreamCursor cursor;
    private final Clock clock;
    private volatile boolean behind;
    private volatile Instant spoken;

    ChatStream(Address citizen, StreamCursor cursor, SseEmitter emitter, Outbox outbox, Clock clock) {
        this.clock = clock;
        this.spoken = clock.instant();
        this.citizen = citizen;
        this.cursor = cursor;
        this.emitter = emitter;
        this.outbox = outbox;
    }

    Address citizen() {
        return citizen;
    }

    /** Looks again, on a thread of its own; calls while it looks are answered by one more look. */
    void wake() {
        if (calls.getAndIncrement() == 0) {
            Thread.startVirtualThread(this::drain);
        }
    }

    private void drain() {
        int seen;
        do {
            seen = calls.get();
            catchUp();
        } while (!calls.compareAndSet(seen, 0));
    }

    private void catchUp() {
        try {
            for (Outbox.Sent sent : outbox.after(citizen, cursor.turn(), cursor.part())) {
                reply(sent.message());
            }
            behind = false;
        } catch (DataAccessException | TransactionException away) {
            behind = true;
            LOG.warn("a chat stream cannot read the outbox; it looks again with its next beat");
        }
    }

    private void reply(OutboundMessage message) {
        Reply reply = Reply.of(message);
        write("event: reply\nid: " + reply.id() + "\ndata: "
                + JsonMapper.shared().writeValueAsString(reply) + "\n\n");
        cursor = new StreamCursor(message.turn(), message.part());
        spoken = clock.instant();
    }

    /** Keeps the connection open through proxies, finds out that nobody listens, and mends a failed look. */
    void beat() {
        write(": \n\n");
        if (behind) {
            wake();
        }
    }

    /** Whether it was opened before and told nothing after. */
    boolean quietSince(Instant moment) {
        return spoken.isBefore(moment);
    }

    void typing() {
        write("event: typing\ndata: {}\n\n");
    }

    void close() {
        emitter.complete();
    }

    /** Events in the exact form of the contract, with the blank after the colon that simple readers expect. */
    private void write(String event) {
        try {
            emitter.send(Set.of(new DataWithMediaType(event, UTF_8)));
        } catch (IOException | IllegalStateException gone) {
            end(gone);
        }
    }

    /** Whoever writes here may be answering somebody's request: a stream that the server has ended must not fail it. */
    private void end(Exception gone) {
        try {
            emitter.completeWithError(gone);
        } catch (IllegalStateException ended) {
            LOG.debug("the server has ended this chat stream already");
        }
    }
}
