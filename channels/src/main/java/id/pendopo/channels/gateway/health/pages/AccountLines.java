package id.pendopo.channels.gateway.health.pages;

import id.pendopo.channels.adapter.HealthCheck.Fact;
import id.pendopo.channels.gateway.accounts.AccountDesk;
import id.pendopo.channels.gateway.health.AccountHealth;
import id.pendopo.channels.gateway.health.HealthRow;
import id.pendopo.channels.gateway.inbound.InboundRows;
import id.pendopo.channels.gateway.outbound.CircuitBreakers;
import id.pendopo.channels.gateway.outbound.OutboxRows;
import id.pendopo.ui.CountryPack;
import id.pendopo.ui.DateLabels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The view model of accounts: how each fares, in words. */
@Component
class AccountLines {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PERCENT = 100;

    private final AccountDesk accounts;
    private final AccountHealth health;
    private final InboundRows received;
    private final OutboxRows sent;
    private final CircuitBreakers breakers;
    private final CountryPack pack;
    private final MessageSource messages;
    private final Clock clock;

    AccountLines(
            AccountDesk accounts,
            AccountHealth health,
            InboundRows received,
            OutboxRows sent,
            CircuitBreakers breakers,
            CountryPack pack,
            MessageSource messages,
            Clock clock) {
        this.accounts = accounts;
        this.health = health;
        this.received = received;
        this.sent = sent;
        this.breakers = breakers;
        this.pack = pack;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * An account in a list.
     *
     * @param state {@code on}, {@code off}, {@code lacking}, {@code unreadable}, {@code resting} or {@code unwell}
     * @param received when it last brought a message, in words
     * @param failures how many of a day's messages failed, in words
     * @param said what its provider says, in words
     */
    record Line(
            String name, String kind, String state, String received, String sent, String failures, List<String> said) {}

    List<Line> lines(Locale language) {
        Instant now = clock.instant();
        Map<String, Instant> in = received.lastReceived(now.minus(WEEK));
        Map<String, OutboxRows.Tally> week = sent.tallies(now.minus(WEEK));
        Map<String, OutboxRows.Tally> day = sent.tallies(now.minus(DAY));
        Map<String, HealthRow> checked = health.all();
        return accounts.all().stream()
                .map(account -> new Line(
                        account.name(),
                        kind(account.kind(), language),
                        state(account, Optional.ofNullable(checked.get(account.name()))),
                        when(Optional.ofNullable(in.get(account.name())), language),
                        when(Optional.ofNullable(week.get(account.name())).flatMap(OutboxRows.Tally::last), language),
                        failures(Optional.ofNullable(day.get(account.name())), language),
                        said(Optional.ofNullable(checked.get(account.name())), language)))
                .toList();
    }

    private String state(AccountDesk.Known account, Optional<HealthRow> checked) {
        if (!account.row().active()) {
            return "off";
        }
        if (!account.row().readable()) {
            return "unreadable";
        }
        if (!account.missing().isEmpty()) {
            return "lacking";
        }
        if (breakers.resting().containsKey(account.name())) {
            return "resting";
        }
        return checked.flatMap(HealthRow::failure).isPresent() ? "unwell" : "on";
    }

    /** What people call a kind. */
    String kind(String kind, Locale language) {
        return String.valueOf(messages.getMessage("accounts.kind." + kind, null, kind, language));
    }

    private String when(Optional<Instant> at, Locale language) {
        return at.map(time -> DateLabels.dateAndTime(time.atZone(pack.zone()), language))
                .orElseGet(() -> say("accounts.never", language));
    }

    private String failures(Optional<OutboxRows.Tally> day, Locale language) {
        return day.filter(tally -> tally.sent() + tally.failed() > 0)
                .map(tally -> say(
                        "accounts.failures",
                        language,
                        tally.failed(),
                        tally.sent() + tally.failed(),
                        Math.round((double) tally.failed() * PERCENT / (tally.sent() + tally.failed()))))
                .orElseGet(() -> say("accounts.failures.none", language));
    }

    /** What a provider said, a sentence each; its no first. */
    List<String> said(Optional<HealthRow> checked, Locale language) {
        return checked.map(row -> row.failure()
                        .map(code -> List.of(refusal(code, language)))
                        .orElseGet(() -> row.facts().stream()
                                .map(fact -> said(fact, language))
                                .toList()))
                .orElse(List.of());
    }

    /** Codes of our own, for no answer at all, have sentences of their own. */
    private String refusal(String code, Locale language) {
        return String.valueOf(messages.getMessage(
                "accounts.said.no." + code.replace(' ', '-'), null, say("accounts.said.no", language, code), language));
    }

    private String said(Fact fact, Locale language) {
        Object value = fact.kind() == Fact.Kind.EXPIRES
                ? DateLabels.dateAndTime(Instant.parse(fact.value()).atZone(pack.zone()), language)
                : fact.value();
        return say("accounts.said." + fact.kind(), language, value);
    }

    private String say(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
