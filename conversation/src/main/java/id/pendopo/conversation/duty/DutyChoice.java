package id.pendopo.conversation.duty;

import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.TicketCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The choice by which somebody on duty takes an emergency.
 *
 * @param duty the number of their place on the list of those on duty
 */
record DutyChoice(TicketCode code, long duty) {

    private static final Pattern ID = Pattern.compile("(\\d{10,16}):(\\d{1,18})");

    static DutyChoice of(Alarms.Ring ring) {
        return new DutyChoice(ring.ticket().code(), ring.duty());
    }

    static Optional<DutyChoice> picked(MessageText heard) {
        return heard.pickedAfter(ChoiceIds.DUTY)
                .map(ID::matcher)
                .filter(Matcher::matches)
                .flatMap(id ->
                        TicketCode.parse(id.group(1)).map(code -> new DutyChoice(code, Long.parseLong(id.group(2)))));
    }

    String id() {
        return ChoiceIds.DUTY + code.digits() + ":" + duty;
    }
}
