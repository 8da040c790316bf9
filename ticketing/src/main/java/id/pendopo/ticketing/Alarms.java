package id.pendopo.ticketing;

import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.Ticket.Danger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The alarms of emergencies: whether somebody on duty is rung for one, and who takes it. */
public interface Alarms {

    /** How far an alarm is. */
    enum Standing {
        /** People on duty are rung one after the other. */
        RINGING,
        /** Somebody takes care of it. */
        TAKEN,
        /** Everybody was rung as often as may be, and nobody took it. */
        UNREACHED,
        /** Nobody is on duty who could be rung. */
        NOBODY,
        /** One of many from the same person: it stands on the page and rings no telephone. */
        SLOW,
        /** The ticket is closed. */
        ENDED
    }

    /**
     * Who says that they were rung.
     *
     * @param duty what {@link Ring#duty} was
     * @param phone from where they say so
     */
    record Rung(long duty, String phone) {

        @Override
        public String toString() {
            return "Rung[" + duty + "]";
        }
    }

    /** The desk's telephone, by which people on duty are rung; whoever has lines implements it. */
    interface Telephone {

        /** By what somebody can be rung at all, as the lines are now. */
        Set<Means> available();

        /** Queues what rings somebody, within the caller's transaction, which holds no ticket yet. */
        void ring(Ring ring);
    }

    /** The own devices of people with an account, told of a ring besides telephones; whoever keeps devices implements it. */
    interface Devices {

        /** The log-in names of those who have any. */
        Set<String> owners();

        /**
         * Queues what tells each of somebody's devices, within the caller's transaction.
         *
         * @param until after which nobody needs to be told any more
         * @return how many devices those are, from 0
         */
        int tell(String login, Ticket ticket, Instant until);
    }

    /**
     * Who is rung for what.
     *
     * @param duty the number of the person's place on the list of those on duty
     * @param phone in E.164
     * @param by one of the {@linkplain Telephone#available available} at least
     */
    record Ring(Ticket ticket, long duty, String phone, Set<Means> by) {

        public Ring {
            by = Set.copyOf(by);
        }

        @Override
        public String toString() {
            return "Ring[" + ticket.code() + ", " + duty + "]";
        }
    }

    /** An alarm that no one has taken. */
    record Waiting(TicketCode code, Standing standing) {}

    /**
     * What opening an emergency now would lead to, for every kind.
     *
     * @param conversation where it is called
     */
    Map<Danger, Standing> foreseen(long conversation);

    /** Of a ticket that is an emergency. */
    Optional<Standing> standing(TicketCode code);

    /** The same for somebody who was rung for it; empty when nobody has that place on the list with that number. */
    Optional<Standing> standing(TicketCode code, Rung who);

    /**
     * Somebody who was rung takes it; the citizen hears of it after the commit. Joins the caller's transaction.
     *
     * @return false when somebody has it already, it is over, or nobody has that place on the list with that number
     */
    boolean take(TicketCode code, Rung who, Means by);

    /** Those that wait for somebody, who is in most need first. */
    List<Waiting> waiting();

    /** Puts somebody on the list of those on duty, for every danger and round the clock, unless the number is there. */
    void putOnDuty(String name, String phone);

    /** The kinds of danger for which nobody would be rung at this moment. */
    List<Danger> unstaffed();
}
