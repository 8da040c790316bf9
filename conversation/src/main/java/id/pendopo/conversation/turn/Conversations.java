package id.pendopo.conversation.turn;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Inbox.FailurePolicy;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.Turn;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.store.Citizens;
import id.pendopo.conversation.store.ConversationStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The message receiver: runs a turn of a conversation for every inbound message, alone or in batches, each batch in
 * one transaction, with a retry when a turn was overtaken. Any thread may call.
 */
@Component
class Conversations implements Receiver {

    private static final Logger log = LoggerFactory.getLogger(Conversations.class);
    private static final int ATTEMPTS = 3;

    /** How often other turns of its conversation, on other nodes or of the desk, may come before a message's own. */
    private static final int OVERTAKEN = 10;

    private final SenderLocks locks;
    private final Preparation preparation;
    private final ConversationStore rows;
    private final Citizens citizens;
    private final TurnTransaction turns;
    private final LateChanges late;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Conversations(
            SenderLocks locks,
            Preparation preparation,
            ConversationStore rows,
            Citizens citizens,
            TurnTransaction turns,
            LateChanges late,
            Inbox inbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.locks = locks;
        this.preparation = preparation;
        this.rows = rows;
        this.citizens = citizens;
        this.turns = turns;
        this.late = late;
        this.inbox = inbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What fails here by the message's own fault fails once more in its turn, which says sorry. */
    @Override
    public Receiver.Prepared prepare(InboundMessage message) {
        try {
            return preparation.early(message, clock.instant());
        } catch (ReadingTime.TookTooLong e) {
            return new Unreadable(message);
        } catch (RuntimeException | StackOverflowError failed) {
            if (FailurePolicy.of(failed) == FailurePolicy.AWAY) {
                throw failed;
            }
            return Receiver.Prepared.not(message);
        }
    }

    @Override
    public List<Turn> run(List<Receiver.Prepared> messages, Turn.Mode mode) {
        List<Address> people =
                messages.stream().map(one -> one.message().from()).toList();
        if (messages.size() > 1 && messages.stream().anyMatch(Unreadable.class::isInstance)) {
            throw new Inbox.NotTogether();
        }
        return messages.size() == 1
                ? locks.admit(people, () -> List.of(alone(messages.getFirst(), mode)))
                : locks.admitAtOnce(people, () -> attempt(messages, mode));
    }

    @Override
    public void changed(MessageChanged change, Inbox.Received original) {
        late.edited(change, original, clock.instant());
    }

    @Override
    public void refused(Address from, AttachmentRefused.Reason reason) {
        late.refused(from, reason, clock.instant());
    }

    @Override
    public void happened(AddressEvent event) {
        Optional<Boolean> wanted = switch (event.what()) {
            case OPTED_OUT -> Optional.of(false);
            case OPTED_IN -> Optional.of(true);
            case STARTED, BLOCKED, UNBLOCKED, MOVED, CALL_ENDED, SESSION_ENDED -> Optional.empty();
        };
        wanted.ifPresent(given -> citizens.find(event.address())
                .ifPresent(citizen -> citizens.record(
                        citizen, new Command.Consent(Command.Purpose.BROADCASTS, given, "line-1"), clock.instant())));
    }

    /**
     * What takes too long is given up and counted, so that its provider brings it again when there is more time; the third
     * time it is put away. Any other failure may come from facts that were true a moment ago: each attempt gathers them afresh, with new codes. */
    private Turn alone(Receiver.Prepared one, Turn.Mode mode) {
        InboundMessage message = one.message();
        if (one instanceof Unreadable) {
            return stopped(message, mode);
        }
        int failed = 0;
        int overtaken = 0;
        Receiver.Prepared known = one;
        while (true) {
            try {
                return attempt(List.of(known), mode).getFirst();
            } catch (Inbox.AlreadyTaken before) {
                return turns.taken(message, mode);
            } catch (TurnTransaction.Overtaken e) {
                rows.forget(message.from());
                if (++overtaken == OVERTAKEN) {
                    throw e;
                }
            } catch (ReadingTime.TookTooLong e) {
                return stopped(message, mode);
            } catch (RuntimeException | StackOverflowError e) {
                boolean last = ++failed == ATTEMPTS;
                if (FailurePolicy.of(e) == FailurePolicy.AWAY
                        || (last && e instanceof PessimisticLockingFailureException)) {
                    throw e;
                }
                if (last) {
                    return bury(message, mode, e);
                }
            }
            known = Receiver.Prepared.not(message);
        }
    }

    private Turn stopped(InboundMessage message, Turn.Mode mode) {
        if (inbox.stopped(message) < ATTEMPTS) {
            throw new Inbox.DeskUnavailable("a message takes too long to read");
        }
        return bury(message, mode, new ReadingTime.TookTooLong());
    }

    private List<Turn> attempt(List<Receiver.Prepared> messages, Turn.Mode mode) {
        Instant now = clock.instant();
        List<TurnTransaction.Prepared> batch =
                messages.stream().map(one -> preparation.current(one, now)).toList();
        return Objects.requireNonNull(transaction.execute(_ -> turns.run(batch, mode, now)));
    }

    private Turn bury(InboundMessage message, Turn.Mode mode, Throwable cause) {
        log.error(
                "message {} of line {} cannot be handled and is put away",
                message.externalId(),
                message.account(),
                new Buried(cause));
        try {
            return Objects.requireNonNull(
                    transaction.execute(_ -> turns.bury(message, mode, name(cause), clock.instant())));
        } catch (Inbox.AlreadyTaken before) {
            return turns.taken(message, mode);
        }
    }

    private static String name(Throwable e) {
        return e.getClass().getSimpleName();
    }

    /** A message whose reading was stopped already. */
    private record Unreadable(InboundMessage message) implements Receiver.Prepared {}

    /** Where it failed, without the failure's own words: they may quote the citizen. */
    private static final class Buried extends RuntimeException {

        Buried(Throwable cause) {
            super(name(cause));
            setStackTrace(cause.getStackTrace());
        }
    }
}
