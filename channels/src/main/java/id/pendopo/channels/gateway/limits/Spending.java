package id.pendopo.channels.gateway.limits;

import id.pendopo.channels.Address;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.Limits;
import id.pendopo.channels.OutboundMessage;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The spending of the lines: counts what leaves, beside the turns, so that they wait for no counter's row. This node's own
 * count is added to what all nodes wrote down, so that one node alone stops at once and many within two seconds.
 */
@Component
public final class Spending implements Limits.ReplyPolicy {

    public static final int ALARM = 80;
    public static final int STOP = 100;

    private static final Logger log = LoggerFactory.getLogger(Spending.class);

    private final StoredTerms terms;
    private final SpendingRows rows;
    private final ChannelAccounts accounts;
    private final Clock clock;
    private final Map<Day, Spent> unwritten = new ConcurrentHashMap<>();
    private final Map<Day, Integer> told = new ConcurrentHashMap<>();
    private volatile Map<Day, Spent> written = Map.of();

    Spending(StoredTerms terms, SpendingRows rows, ChannelAccounts accounts, Clock clock) {
        this.terms = terms;
        this.rows = rows;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A channel account's day of the desk's clock. */
    public record Day(String account, LocalDate day) {}

    /** Counts messages that left; once for each time that they did. */
    public void left(List<OutboundMessage> messages) {
        messages.forEach(message -> {
            LineTerms line = terms.of(message.to().account());
            Family family = family(message.to().account());
            if (line.counts() && !family.spoken()) {
                count(message.to(), line, family.paid() ? segments(message) : 1);
            }
        });
    }

    /** Counts the minutes of a call that ended. */
    public void called(Address caller, long minutes) {
        LineTerms line = terms.of(caller.account());
        if (line.counts()) {
            count(caller, line, minutes);
        }
    }

    private void count(Address to, LineTerms line, long units) {
        BigDecimal cost = line.price(Countries.of(to.value()).orElse("")).multiply(BigDecimal.valueOf(units));
        unwritten.merge(today(to.account()), new Spent(units, cost, BigDecimal.ZERO), Spent::plus);
    }

    private int segments(OutboundMessage message) {
        return accounts.segments(message.to().account(), message.language(), message.blocks());
    }

    @Override
    public Verdict of(Address citizen) {
        LineTerms line = terms.of(citizen.account());
        if (outside(citizen, line)) {
            return Verdict.COUNTRY;
        }
        return percent(citizen.account()) >= STOP ? Verdict.CEILING : Verdict.OPEN;
    }

    /** An address that is no telephone number is of no country. */
    private static boolean outside(Address citizen, LineTerms line) {
        return !line.countries().isEmpty()
                && Countries.of(citizen.value())
                        .filter(country -> !line.countries().contains(country))
                        .isPresent();
    }

    private Family family(String account) {
        return accounts.find(account)
                .map(found -> accounts.kinds().of(found.kind()).family())
                .orElse(Family.RICH);
    }

    /** What left today, as far as this node knows. */
    public Spent spent(String account) {
        Day today = today(account);
        return written.getOrDefault(today, Spent.NOTHING).plus(unwritten.getOrDefault(today, Spent.NOTHING));
    }

    /** How much of today's ceiling is spent, in hundredths; 0 where there is none. */
    public int percent(String account) {
        LineTerms line = terms.of(account);
        return line.ceiling().signum() == 0 ? 0 : spent(account).percent(line);
    }

    /** Lines that have spent most of what they may, with how much, by name. */
    public Map<String, Integer> alarms() {
        Map<String, Integer> near = new TreeMap<>();
        terms.all().keySet().stream()
                .filter(account -> percent(account) >= ALARM)
                .forEach(account -> near.put(account, percent(account)));
        return near;
    }

    Day today(String account) {
        return new Day(account, LocalDate.now(clock));
    }

    /** Writes this node's count down and reads everybody's; what could not be written is kept for the next time. */
    synchronized void follow() {
        Map<Day, Spent> counted = Map.copyOf(unwritten);
        rows.add(counted);
        Map<Day, Spent> read = rows.on(LocalDate.now(clock));
        written = read;
        counted.forEach((day, spent) -> unwritten.computeIfPresent(day, (_, now) -> rest(now, spent)));
        tell();
    }

    private static @Nullable Spent rest(Spent now, Spent written) {
        long units = now.units() - written.units();
        return units == 0 && now.cost().compareTo(written.cost()) == 0
                ? null
                : new Spent(units, now.cost().subtract(written.cost()), BigDecimal.ZERO);
    }

    /** Once for each step of a day. */
    private void tell() {
        told.keySet().removeIf(day -> !day.day().equals(LocalDate.now(clock)));
        alarms().forEach((account, percent) -> {
            int step = percent >= STOP ? STOP : ALARM;
            Integer before = told.put(today(account), step);
            if (before == null || before < step) {
                log.warn(
                        step == STOP
                                ? "Line {} has spent {} % of today's ceiling: the assistant answers emergencies alone there; raise it at /admin/limits"
                                : "Line {} has spent {} % of today's ceiling; look at /admin/limits",
                        account,
                        percent);
            }
        });
    }
}
