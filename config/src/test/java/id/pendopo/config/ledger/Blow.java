package id.pendopo.config.ledger;

import id.pendopo.config.ledger.DatabaseWire.Side;
import id.pendopo.config.ledger.Provider.Moment;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where a desk is struck: at any moment, or just where it hurts; reached from outside alone. */
enum Blow {
    ANY_MOMENT,
    /** The turn is ready and its COMMIT has not reached the database. */
    TURN_BEFORE_COMMIT,
    /** The turn is committed and nobody was told. */
    TURN_AFTER_COMMIT,
    /** A message is about to be marked as being sent. */
    CLAIM_AFTER_COMMIT,
    /** The provider has the message and the desk cannot write it down. */
    MARK_BEFORE_COMMIT,
    MARK_AFTER_COMMIT,
    /** A line that is asked has moved on, or was about to, and its provider was not told. */
    PULL_BEFORE_COMMIT,
    PULL_AFTER_COMMIT,
    /** The request is at a provider, which has not taken it. */
    TWILIO_NOT_TAKEN,
    TELEGRAM_NOT_TAKEN,
    /** The provider took it and has not said so. */
    TWILIO_NOT_ANSWERED,
    TELEGRAM_NOT_ANSWERED,
    /** Turns wait for a lock that somebody else holds. */
    LOCKED;

    /** Messages that are acknowledged before anything happens. */
    private static final int AT_LEAST = 8;

    private static final Duration WARM_WITHIN = Duration.ofSeconds(15);
    private static final int LONGEST_WAIT_SECONDS = 4;

    /**
     * Returns when the moment has come, or when it does not come.
     *
     * @return whether it came
     */
    boolean await(Theatre theatre, Random random) throws Exception {
        theatre.awaitAcknowledged(AT_LEAST, WARM_WITHIN);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(700));
        CompletableFuture<Void> moment = switch (this) {
            case ANY_MOMENT, LOCKED -> CompletableFuture.completedFuture(null);
            case TURN_BEFORE_COMMIT -> theatre.wire().stopNext(Side.BEFORE, Blow::isTurn);
            case TURN_AFTER_COMMIT -> theatre.wire().stopNext(Side.AFTER, Blow::isTurn);
            case CLAIM_AFTER_COMMIT -> theatre.wire().stopNext(Side.AFTER, Blow::isClaim);
            case MARK_BEFORE_COMMIT -> theatre.wire().stopNext(Side.BEFORE, Blow::isMark);
            case MARK_AFTER_COMMIT -> theatre.wire().stopNext(Side.AFTER, Blow::isMark);
            case PULL_BEFORE_COMMIT -> theatre.wire().stopNext(Side.BEFORE, Blow::isPull);
            case PULL_AFTER_COMMIT -> theatre.wire().stopNext(Side.AFTER, Blow::isPull);
            case TWILIO_NOT_TAKEN -> theatre.twilio().stopNext(Moment.NOT_TAKEN);
            case TWILIO_NOT_ANSWERED -> theatre.twilio().stopNext(Moment.NOT_ANSWERED);
            case TELEGRAM_NOT_TAKEN -> theatre.telegram().stopNext(Moment.NOT_TAKEN);
            case TELEGRAM_NOT_ANSWERED -> theatre.telegram().stopNext(Moment.NOT_ANSWERED);
        };
        if (this == LOCKED) {
            lock(theatre, random);
        }
        try {
            moment.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException notNow) {
            return false;
        }
    }

    private static void lock(Theatre theatre, Random random) throws SQLException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(theatre.database());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select 1 from conversation where closed_at is null for update");
            TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(300));
            theatre.desk().kill();
            connection.rollback();
        }
    }

    static boolean isTurn(Set<String> transaction) {
        return any(transaction, "insert into channels_inbound") && any(transaction, "conversation_turn");
    }

    private static boolean isPull(Set<String> transaction) {
        return any(transaction, "update channels_pull set position");
    }

    private static boolean isClaim(Set<String> transaction) {
        return any(transaction, "set state = 'SENDING'");
    }

    private static boolean isMark(Set<String> transaction) {
        return any(transaction, "set state = 'SENT'");
    }

    private static boolean any(Set<String> transaction, String words) {
        return transaction.stream().anyMatch(sql -> sql.contains(words));
    }
}
