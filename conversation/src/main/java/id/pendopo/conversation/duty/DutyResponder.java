package id.pendopo.conversation.duty;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.ticketing.Alarms.Rung;
import id.pendopo.ticketing.Alarms.Standing;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Responds to somebody on duty who takes the emergency for which they were rung; to nobody else. */
final class DutyResponder implements Responder {

    static final String NAME = "duty";

    @Override
    public Set<Need> needs(Hearing hearing) {
        return DutyChoice.picked(hearing.heard())
                .<Set<Need>>map(choice -> Set.of(new Need.AlarmOf(choice.code(), choice.duty())))
                .orElse(Set.of());
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        return DutyChoice.picked(context.heard())
                .flatMap(choice ->
                        context.facts().alert().of(choice.code()).map(standing -> taken(context, choice, standing)));
    }

    private static Decision taken(TurnContext context, DutyChoice choice, Standing standing) {
        boolean late = standing == Standing.TAKEN || standing == Standing.ENDED;
        Ending ending = late ? Ending.DUTY_LATE : Ending.DUTY_TAKEN;
        Decision decision = Decision.of(context, ending, Part.hangUp(ending.key(), new Arg.Code(choice.code())))
                .state(state -> state.offering(List.of()));
        Rung who = new Rung(choice.duty(), context.conversation().address().value());
        Means by = context.conversation().spoken() ? Means.CALL : Means.SMS;
        return late ? decision : decision.command(new TakeEmergency(choice.code(), who, by));
    }
}
