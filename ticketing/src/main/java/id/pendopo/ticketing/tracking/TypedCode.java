package id.pendopo.ticketing.tracking;

import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.labels.TicketLabels;
import java.util.Locale;
import java.util.Optional;

/**
 * The parsed form of a ticket number that a citizen typed.
 *
 * @param code empty when it cannot be one
 * @param error what is wrong with it and what to do; empty when nothing is
 */
record TypedCode(Optional<TicketCode> code, String error) {

    static TypedCode read(String typed, TicketLabels labels, Locale language) {
        String compact = typed.replaceAll("[\\s.\\-]", "");
        if (compact.isEmpty()) {
            return wrong(labels.say(language, "track.error.empty"));
        }
        if (!compact.matches("\\d+")) {
            return wrong(labels.say(language, "track.error.letters"));
        }
        if (compact.length() != 10 && compact.length() != 16) {
            return wrong(labels.say(language, "track.error.length", compact.length()));
        }
        return TicketCode.parse(compact)
                .map(code -> new TypedCode(Optional.of(code), ""))
                .orElseGet(() -> wrong(labels.say(language, "track.error.check")));
    }

    private static TypedCode wrong(String error) {
        return new TypedCode(Optional.empty(), error);
    }
}
