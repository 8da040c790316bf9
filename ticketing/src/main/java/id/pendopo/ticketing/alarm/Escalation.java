package id.pendopo.ticketing.alarm;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The escalation policy: whom an alarm rings next. Everybody in order, around the list again as often as may be, and those
 * who are rung last once. Pure.
 */
record Escalation(int rounds) {

    /**
     * The next one.
     *
     * @param onDuty who can be rung at this moment, in order
     * @param rung how many were rung so far
     * @return empty when everybody was
     */
    Optional<DutyPerson> next(List<DutyPerson> onDuty, int rung) {
        List<DutyPerson> first =
                onDuty.stream().filter(person -> !person.backup()).toList();
        return Stream.concat(
                        Collections.nCopies(rounds, first).stream().flatMap(List::stream),
                        onDuty.stream().filter(DutyPerson::backup))
                .skip(rung)
                .findFirst();
    }
}
