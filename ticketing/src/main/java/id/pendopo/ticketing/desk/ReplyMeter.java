package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.labels.TicketLabels;
import java.util.Locale;
import java.util.Optional;

/**
 * The character and segment counter of a reply: what it costs on the channel account that it will leave by.
 *
 * @param line the line in words; empty when the citizen cannot be reached
 * @param over it does not fit and is not sent
 * @param warning what to know or do before sending; empty when nothing
 * @param way how it reaches a citizen who can be answered only for a while; empty elsewhere
 */
record ReplyMeter(String line, String words, boolean over, String warning, Optional<ReplyWay> way) {

    private static final ReplyMeter UNREACHABLE = new ReplyMeter("", "", false, "", Optional.empty());

    static ReplyMeter of(Optional<Correspondence.ReplyLimits> limits, TicketLabels labels, Locale language) {
        return limits.map(found -> of(found, labels, language)).orElse(UNREACHABLE);
    }

    ReplyMeter by(Optional<ReplyWay> found) {
        return new ReplyMeter(line, words, over, warning, found);
    }

    private static ReplyMeter of(Correspondence.ReplyLimits limits, TicketLabels labels, Locale language) {
        boolean metered = limits.maxSegments() > 1;
        boolean abroad = limits.allowance() == Correspondence.Allowance.ABROAD;
        boolean over = abroad || (metered ? limits.segments() > limits.maxSegments() : limits.used() > limits.fits());
        String count = labels.say(
                language,
                metered ? "desk.meter.sms" : "desk.meter.free",
                limits.used(),
                limits.fits(),
                limits.segments());
        return new ReplyMeter(
                labels.line(limits.line(), language),
                count,
                over,
                warning(limits, metered, over, labels, language),
                Optional.empty());
    }

    private static String warning(
            Correspondence.ReplyLimits limits, boolean metered, boolean over, TicketLabels labels, Locale language) {
        if (limits.allowance() == Correspondence.Allowance.ABROAD) {
            return labels.say(language, "desk.meter.abroad");
        }
        if (over) {
            return metered
                    ? labels.say(language, "desk.meter.over", limits.maxSegments())
                    : labels.say(language, "desk.meter.overfree");
        }
        if (limits.allowance() == Correspondence.Allowance.SPENT) {
            return labels.say(language, "desk.meter.spent");
        }
        return limits.forces().isEmpty() ? "" : labels.say(language, "desk.meter.forces", limits.forces());
    }
}
