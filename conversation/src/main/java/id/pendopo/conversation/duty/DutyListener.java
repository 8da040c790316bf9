package id.pendopo.conversation.duty;

import id.pendopo.ticketing.Alarms;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Has the ticket desk know, within the turn's transaction, that somebody takes an emergency. */
@Component
class DutyListener {

    private final Alarms alarms;

    DutyListener(Alarms alarms) {
        this.alarms = alarms;
    }

    /** @throws OptimisticLockingFailureException somebody was faster; nothing of the turn may be kept */
    @EventListener
    void on(TakeEmergency taken) {
        if (!alarms.take(taken.code(), taken.who(), taken.by())) {
            throw new OptimisticLockingFailureException("somebody else took ticket " + taken.code());
        }
    }
}
