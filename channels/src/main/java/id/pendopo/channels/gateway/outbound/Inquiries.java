package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.Reconcilable;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reconciliation of messages in doubt. Finds out what became of a message when nobody saw the end of its way: written
 * down here, or known by its provider.
 */
@Component
class Inquiries {

    /** A request that we gave up may still be under way, and lists lag. */
    private static final Duration BELIEVED_AFTER = Duration.ofSeconds(30);

    private static final Duration ASK_AGAIN = Duration.ofSeconds(15);

    private final ResponseReceipts receipts;
    private final OutboundRows rows;
    private final Clock clock;

    Inquiries(ResponseReceipts receipts, OutboundRows rows, Clock clock) {
        this.receipts = receipts;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Asks whether the provider has the message.
     *
     * @throws SendFailed {@code RETRY} when it does not, {@code UNKNOWN} when it must be asked again later or cannot know
     */
    Accepted ask(ConnectedAccount connected, Dispatch dispatch) throws SendFailed {
        Instant since = dispatch.doubtSince().orElseThrow();
        if (dispatch.attempts() == 0 && handedOver(connected, dispatch.message())) {
            return new Accepted(dispatch, Optional.empty());
        }
        Map<Long, String> found =
                found(connected, rows.trials(dispatch.message().to(), since));
        if (found.containsKey(dispatch.id())) {
            return new Accepted(dispatch, Optional.of(found.get(dispatch.id())));
        }
        if (clock.instant().isBefore(since.plus(BELIEVED_AFTER))) {
            throw later("unseen", ASK_AGAIN);
        }
        throw new SendFailed(SendFailed.Outcome.RETRY, FailureDecision.NOT_SENT, Optional.empty());
    }

    private boolean handedOver(ConnectedAccount connected, OutboundMessage reply) {
        return receipts.has(connected.name(), reply.conversation(), reply.turn());
    }

    private static Map<Long, String> found(ConnectedAccount connected, List<Reconcilable.Trial> trials)
            throws SendFailed {
        Optional<Map<Long, String>> found;
        try {
            Optional<Reconcilable> provider = connected.as(Reconcilable.class);
            found = provider.isEmpty() ? Optional.empty() : provider.get().trace(connected.account(), trials);
        } catch (SendFailed silent) {
            throw later(silent.code(), silent.retryAfter().orElse(ASK_AGAIN));
        }
        return found.orElseThrow(() -> new SendFailed(SendFailed.Outcome.UNKNOWN, "unknowable", Optional.empty()));
    }

    private static SendFailed later(String code, Duration wait) {
        return new SendFailed(SendFailed.Outcome.UNKNOWN, code, Optional.of(wait));
    }
}
