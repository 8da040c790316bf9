package id.pendopo.channels.gateway.limits.pages;

import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.Limits;
import id.pendopo.channels.gateway.limits.LineTerms;
import id.pendopo.channels.gateway.limits.Spending;
import id.pendopo.channels.gateway.limits.Spent;
import id.pendopo.channels.gateway.limits.StoredLimits;
import id.pendopo.channels.gateway.limits.StoredTerms;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The view model of the pages of limits. */
@Component
class LimitLines {

    private final StoredLimits limits;
    private final StoredTerms terms;
    private final Spending spending;
    private final ChannelAccounts accounts;
    private final ObjectProvider<Limits.Use> uses;

    LimitLines(
            StoredLimits limits,
            StoredTerms terms,
            Spending spending,
            ChannelAccounts accounts,
            ObjectProvider<Limits.Use> uses) {
        this.limits = limits;
        this.terms = terms;
        this.spending = spending;
        this.accounts = accounts;
        this.uses = uses;
    }

    /**
     * A limit.
     *
     * @param value as set for the account or the desk; empty: not set there
     * @param applies what is heeded now
     * @param use how much of it is used now; empty where that is not counted
     */
    record Number(Limits.Adjustable limit, String value, long applies, String use) {

        public String name() {
            return limit.name();
        }
    }

    /**
     * A line.
     *
     * @param unit what it is paid by, a key's end: {@code segment}, {@code minute} or {@code message}
     * @param state {@code open}, {@code near}, {@code stopped} or {@code free}, where it has no ceiling
     */
    record Line(
            String account,
            String unit,
            String units,
            String cost,
            String ceiling,
            int percent,
            String state,
            String countries) {}

    List<Number> numbers(Locale language) {
        Map<String, Long> used = new HashMap<>();
        uses.stream().forEach(one -> used.putAll(one.now()));
        return limits.all().stream()
                .map(limit -> new Number(
                        limit,
                        limits.own(limit.name(), "").map(Object::toString).orElse(""),
                        limits.of(limit.name()),
                        Optional.ofNullable(used.get(limit.name()))
                                .map(use -> whole(use, language))
                                .orElse("")))
                .toList();
    }

    /** Those that the line may have for itself. */
    List<Number> numbers(String account) {
        return limits.all().stream()
                .filter(Limits.Adjustable::byAccount)
                .map(limit -> new Number(
                        limit,
                        limits.own(limit.name(), account).map(Object::toString).orElse(""),
                        limits.of(limit.name(), account),
                        ""))
                .toList();
    }

    List<Line> lines(Locale language) {
        return accounts.all().stream().map(account -> line(account, language)).toList();
    }

    Optional<Line> line(String account, Locale language) {
        return accounts.find(account).map(found -> line(found, language));
    }

    private Line line(ChannelAccount account, Locale language) {
        LineTerms line = terms.of(account.name());
        Spent spent = spending.spent(account.name());
        int percent = spending.percent(account.name());
        BigDecimal most =
                line.ceiling().signum() == 0 ? BigDecimal.ZERO : line.ceiling().add(spent.raised());
        return new Line(
                account.name(),
                unit(accounts.kinds().of(account.kind()).family()),
                whole(spent.units(), language),
                amount(spent.cost(), language),
                most.signum() == 0 ? "" : amount(most, language),
                percent,
                most.signum() == 0
                        ? "free"
                        : percent >= Spending.STOP ? "stopped" : percent >= Spending.ALARM ? "near" : "open",
                line.countryList());
    }

    private static String unit(Family family) {
        return switch (family) {
            case SEGMENTED -> "segment";
            case SPOKEN -> "minute";
            case RICH, PAGE, MAIL -> "message";
        };
    }

    private static String whole(long number, Locale language) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    private static String amount(BigDecimal amount, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(4);
        return format.format(amount);
    }
}
