package id.pendopo.channels;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** The failure policy of inbound messages: what is to be done about an error, decided here and nowhere else. */
public enum FailurePolicy {

    /** The database or the desk is away and nothing was stored: 503, and the provider comes again. */
    AWAY,

    /** Somebody took the message before: its stored answer is given again. */
    REPLAY,

    /** Others were faster, or several cannot go together: each once more, alone; whoever tried often enough is sent away. */
    AGAIN,

    /** It fails whatever is tried (poison message): it is put away with a reason, where a person finds it. */
    PUT_AWAY;

    public static FailurePolicy of(Throwable failure) {
        return switch (failure) {
            case Inbox.AlreadyTaken _ -> REPLAY;
            case Inbox.NotTogether _ -> AGAIN;
            case ConcurrencyFailureException _ -> AGAIN;
            case DataIntegrityViolationException _ -> PUT_AWAY;
            case DataAccessException _ -> AWAY;
            case TransactionException _ -> AWAY;
            case DeskUnavailable _ -> AWAY;
            default -> PUT_AWAY;
        };
    }
}
