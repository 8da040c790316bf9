package id.pendopo.conversation.facts;

import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.understanding.Emergencies;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a decision may know of alarms, where somebody may be in danger or says that they were rung. */
final class AlarmFinder {

    private final FactSources.AlarmReader alarms;

    AlarmFinder(FactSources.AlarmReader alarms) {
        this.alarms = alarms;
    }

    /**
     * The alarms that a message is about.
     *
     * @param danger what was learned of danger: too little for the responder is asked for nothing
     * @param open the conversation's tickets that are worked
     */
    Facts.Alert about(
            Set<Need> needs, Optional<TextClassifier.Guess> danger, Conversation conversation, List<Ticket> open) {
        boolean perhaps = danger.filter(guess -> guess.confidence() >= Emergencies.IN_WORDS)
                .isPresent();
        if (perhaps || needs.contains(Need.Plain.ALARM)) {
            return new Facts.Alert(alarms.foreseen(conversation.id()), standing(open));
        }
        return TicketFinder.first(needs, Need.AlarmOf.class)
                .flatMap(asked -> alarms.standing(
                                asked.code(),
                                new Alarms.Rung(
                                        asked.duty(), conversation.address().value()))
                        .map(far -> new Facts.Alert(Map.of(), Map.of(asked.code(), far))))
                .orElse(Facts.Alert.NONE);
    }

    private Map<TicketCode, Alarms.Standing> standing(List<Ticket> open) {
        Map<TicketCode, Alarms.Standing> standing = new HashMap<>();
        open.stream()
                .filter(Ticket::urgent)
                .map(Ticket::code)
                .forEach(code -> alarms.standing(code).ifPresent(far -> standing.put(code, far)));
        return standing;
    }
}
