package id.pendopo.conversation.duty;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.TicketCode;

/** Somebody who was rung takes an emergency. */
record TakeEmergency(TicketCode code, Alarms.Rung who, Means by) implements Command.Contributed {}
