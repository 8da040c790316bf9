package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.masking.MaskedTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Numbers that name somebody: masked on a ticket's page, until an agent had them shown, which the history notes. */
@Component
class ShownNumbers {

    /** After that they are masked again. */
    private static final Duration SHOWN = Duration.ofMinutes(10);

    private final MaskedTexts masked;
    private final Clock clock;

    ShownNumbers(MaskedTexts masked, Clock clock) {
        this.masked = masked;
        this.clock = clock;
    }

    /** How one agent reads a ticket now. */
    record Sight(MaskedTexts masked, TicketCode ticket, boolean whole) {

        String of(String text) {
            return whole ? text : masked.of(text, ticket);
        }

        /** Whether one of the texts has a number that is not shown. */
        boolean masks(Stream<String> texts) {
            return !whole && texts.anyMatch(text -> !masked.of(text, ticket).equals(text));
        }
    }

    Sight sight(TicketCode ticket, List<HistoryEvent.Entry> history, String login) {
        Instant since = clock.instant().minus(SHOWN);
        boolean shown = history.stream()
                .filter(entry -> entry.event() instanceof HistoryEvent.NumbersSeen)
                .filter(entry -> entry.actor().login().equals(Optional.of(login)))
                .anyMatch(entry -> entry.at().isAfter(since));
        return new Sight(masked, ticket, shown);
    }
}
