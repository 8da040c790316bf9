package id.pendopo.channels.gateway.limits;

import id.pendopo.ui.ChangeLog;
import id.pendopo.ui.ChangeLog.Change;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The audited changes of limits: each is made and written down in one transaction, and this node heeds it at once. */
@Component
public final class LimitChanges {

    private static final String LIMIT = "limits.change.limit";
    private static final String LINE = "limits.change.line";

    private final StoredLimits limits;
    private final StoredTerms terms;
    private final Spending spending;
    private final SpendingRows rows;
    private final LimitsFollower follower;
    private final TransactionOperations transactions;
    private final ObjectProvider<ChangeLog> log;

    LimitChanges(
            StoredLimits limits,
            StoredTerms terms,
            Spending spending,
            SpendingRows rows,
            LimitsFollower follower,
            TransactionOperations transactions,
            ObjectProvider<ChangeLog> log) {
        this.limits = limits;
        this.terms = terms;
        this.spending = spending;
        this.rows = rows;
        this.follower = follower;
        this.transactions = transactions;
        this.log = log;
    }

    /**
     * Sets a limit.
     *
     * @param account empty for the whole desk
     * @param value empty: the default again, or what the desk has
     * @throws IllegalArgumentException there is no such limit, or the value lies outside it
     */
    public void limit(String name, String account, OptionalLong value, String actor) {
        String label = limits.known(name).label();
        if (value.isPresent() && !limits.known(name).allows(value.getAsLong())) {
            throw new IllegalArgumentException("the value lies outside the limit's own");
        }
        String subject = account.isEmpty() ? name : account;
        Map<String, String> before = Map.of(label, Long.toString(limits.of(name, account)));
        Map<String, String> after =
                value.isPresent() ? Map.of(label, Long.toString(value.getAsLong())) : unset(name, account, label);
        make(new Change(actor, LIMIT, subject, before, after), () -> {
            if (value.isPresent()) {
                limits.set(name, account, value.getAsLong());
            } else {
                limits.unset(name, account);
            }
        });
    }

    private Map<String, String> unset(String name, String account, String label) {
        Optional<Long> desk = account.isEmpty() ? Optional.empty() : limits.own(name, "");
        return Map.of(label, Long.toString(desk.orElse(limits.known(name).standard())));
    }

    /** Sets what a line costs and how far it may be used. */
    public void terms(String account, LineTerms changed, String actor) {
        Map<String, String> before = values(terms.of(account));
        make(new Change(actor, LINE, account, before, values(changed)), () -> terms.set(account, changed));
    }

    /** Raises a line's ceiling for today alone, by so much more. */
    public void raise(String account, BigDecimal more, String actor) {
        BigDecimal before = spending.spent(account).raised();
        make(
                new Change(
                        actor,
                        LINE,
                        account,
                        Map.of("limits.line.raised", text(before)),
                        Map.of("limits.line.raised", text(before.add(more)))),
                () -> rows.raise(spending.today(account), more));
    }

    private void make(Change change, Runnable step) {
        transactions.executeWithoutResult(_ -> {
            step.run();
            if (!change.before().equals(change.after())) {
                log.ifAvailable(record -> record.record(change));
            }
        });
        follower.follow();
    }

    private static Map<String, String> values(LineTerms terms) {
        return new TreeMap<>(Map.of(
                "limits.line.price", text(terms.price()),
                "limits.line.ceiling", text(terms.ceiling()),
                "limits.line.countries", terms.countryList(),
                "limits.line.abroad", terms.priceList()));
    }

    private static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
