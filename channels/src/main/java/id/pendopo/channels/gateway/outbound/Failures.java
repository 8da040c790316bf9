package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.Inbox.FailurePolicy;
import id.pendopo.channels.adapter.SendFailed;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.MessagingException;

/** The error mapping of the flows: reads from an error which message it is about. */
public final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** The message that did not go out; none when the error is about something else, which is then only logged. */
    public static List<Undelivered> undelivered(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Undelivered undelivered) {
                return List.of(undelivered);
            }
        }
        Throwable root = root(error);
        Object payload = error instanceof MessagingException failed && failed.getFailedMessage() != null
                ? failed.getFailedMessage().getPayload()
                : "";
        return switch (payload) {
            case Dispatch dispatch -> List.of(new Undelivered(dispatch, broken(root)));
            case Accepted accepted -> List.of(new Undelivered(accepted.dispatch(), unmarked()));
            default -> {
                log.warn("A flow failed: {}", root.getClass().getName());
                yield List.of();
            }
        };
    }

    private static SendFailed broken(Throwable root) {
        boolean away = FailurePolicy.of(root).passes();
        return new SendFailed(
                away ? SendFailed.Outcome.RETRY : SendFailed.Outcome.PERMANENT,
                away ? "database" : root.getClass().getSimpleName(),
                Optional.empty());
    }

    private static SendFailed unmarked() {
        return new SendFailed(SendFailed.Outcome.UNKNOWN, "unmarked", Optional.empty());
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root instanceof MessagingException && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
