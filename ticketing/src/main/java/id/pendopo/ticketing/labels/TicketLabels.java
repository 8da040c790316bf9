package id.pendopo.ticketing.labels;

import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Correspondence.Channel;
import id.pendopo.ticketing.PromisedTime;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The localised labels of a ticket: how long is left, how old, by which channel, who; masks names. */
@Component
public class TicketLabels {

    private static final Duration SOON = Duration.ofHours(24);

    private static final Pattern KIND = Pattern.compile("\\(([a-z0-9-]+)\\)$");

    /** What this module's own form writes into a ticket. */
    private static final Channel FORM = new Channel("report", "form");

    private final MessageSource messages;
    private final Clock clock;
    private final ObjectProvider<Correspondence> correspondence;

    TicketLabels(MessageSource messages, Clock clock, ObjectProvider<Correspondence> correspondence) {
        this.messages = messages;
        this.clock = clock;
        this.correspondence = correspondence;
    }

    /**
     * What a clock chip says.
     *
     * @param tone {@code calm}, {@code soon}, {@code late} or {@code done}; colour comes second, the words first
     */
    public record Chip(String words, String tone) {}

    /** A text of this module's bundle, by its key without the module's name. */
    public String say(Locale language, String key, Object... args) {
        return messages.getMessage("ticketing." + key, args, language);
    }

    public Chip clock(Ticket ticket, Locale language) {
        return switch (ticket.status()) {
            case CLOSED -> new Chip(say(language, "desk.clock.closed"), "done");
            case CONFIRMED -> new Chip(say(language, "desk.clock.confirmed"), "done");
            case NEW, OPEN, WAITING_ON_CITIZEN ->
                ticket.due()
                        .map(due -> running(Duration.between(clock.instant(), due), language))
                        .map(chip -> ticket.urgent() ? urgent(chip, language) : chip)
                        .orElseGet(() -> new Chip(say(language, "desk.status." + ticket.status()), "calm"));
        };
    }

    /** Of what somebody is in danger; empty when it is no emergency. */
    public String danger(Ticket ticket, Locale language) {
        return ticket.danger().map(kind -> say(language, "danger." + kind)).orElse("");
    }

    private Chip urgent(Chip clock, Locale language) {
        return new Chip(say(language, "desk.clock.urgent", clock.words()), "late");
    }

    private Chip running(Duration left, Locale language) {
        boolean late = left.isNegative();
        String tone = late ? "late" : left.compareTo(SOON) < 0 ? "soon" : "calm";
        return new Chip(length(late ? "desk.clock.late." : "desk.clock.left.", left.abs(), language), tone);
    }

    private String length(String prefix, Duration length, Locale language) {
        if (length.toDays() > 0) {
            return say(language, prefix + "days", length.toDays());
        }
        return length.toHours() > 0
                ? say(language, prefix + "hours", length.toHours(), length.toMinutesPart())
                : say(language, prefix + "minutes", length.toMinutes());
    }

    /** Until when something goes on: {@code 14.30 WIB besok (23 jam lagi)}. */
    public String until(Instant end, ZoneId zone, Locale language) {
        Instant now = clock.instant();
        PromisedTime promised = new PromisedTime(end, zone);
        long days = ChronoUnit.DAYS.between(
                now.atZone(zone).toLocalDate(), end.atZone(zone).toLocalDate());
        String day = days == 0
                ? say(language, "desk.until.today")
                : days == 1 ? say(language, "desk.until.tomorrow") : promised.date(language);
        return say(
                language,
                "desk.until",
                promised.time(language),
                day,
                length("desk.until.left.", Duration.between(now, end), language));
    }

    /** How long ago, in the largest unit. */
    public String age(Instant at, Locale language) {
        Duration age = Duration.between(at, clock.instant());
        if (age.toMinutes() < 1) {
            return say(language, "desk.age.now");
        }
        return age.toHours() < 1
                ? say(language, "desk.age.minutes", age.toMinutes())
                : age.toDays() < 1
                        ? say(language, "desk.age.hours", age.toHours())
                        : say(language, "desk.age.days", age.toDays());
    }

    public String channel(String kind, Locale language) {
        Optional<String> named = Optional.ofNullable(
                messages.getMessage("ticketing.channel." + known(kind).name(), new Object[0], null, language));
        return named.orElseGet(() -> say(language, "channel." + Channel.PLAIN.name()));
    }

    /** A line as correspondence names it, {@code smsmain (twilio-sms)}, by its kind in words; another name stays. */
    public String line(String named, Locale language) {
        Matcher kind = KIND.matcher(named);
        return kind.find() ? channel(kind.group(1), language) : named;
    }

    /** A language's code in the reader's words. */
    public String language(String code, Locale language) {
        return Locale.of(code).getDisplayLanguage(language);
    }

    /** The picture's id in {@code icons.svg}. */
    public String icon(String kind) {
        return known(kind).icon();
    }

    private Channel known(String kind) {
        return kind.equals(FORM.name())
                ? FORM
                : Optional.ofNullable(correspondence.getIfAvailable())
                        .map(lines -> lines.channel(kind))
                        .orElse(Channel.PLAIN);
    }

    /** Whom a list calls the citizen: enough to tell two apart, no more; initials alone when confidential. */
    public String citizen(Ticket ticket, Optional<String> lastFour, Locale language) {
        if (ticket.visibility() == Visibility.ANONYMOUS) {
            return say(language, "desk.citizen.anonymous");
        }
        return ticket.name()
                .map(name -> masked(name, ticket.visibility() == Visibility.CONFIDENTIAL))
                .or(() -> lastFour.map(digits -> say(language, "desk.citizen.phone", digits)))
                .orElseGet(() -> say(language, "desk.citizen.unknown"));
    }

    /** {@code Bu Siti Rahma} becomes {@code Bu Siti R.}, or {@code B. S. R.}; a title is no name yet. */
    private static String masked(String name, boolean initials) {
        List<String> parts = List.of(name.strip().split("\\s+"));
        int shown = initials
                ? 0
                : parts.size() > 1 && parts.getFirst().matches("(?i)(bu|ibu|pak|bapak|mr|mrs|ms)\\.?") ? 2 : 1;
        return Stream.concat(
                        parts.stream().limit(shown),
                        parts.stream().skip(shown).map(part -> part.substring(0, part.offsetByCodePoints(0, 1)) + "."))
                .collect(Collectors.joining(" "));
    }
}
