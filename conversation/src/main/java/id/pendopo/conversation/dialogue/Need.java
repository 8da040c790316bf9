package id.pendopo.conversation.dialogue;

import id.pendopo.ticketing.TicketCode;
import java.util.List;

/** A dependency of a responder on facts: what it wants to look at beyond the conversation and the message; a closed set. */
public sealed interface Need {

    /** What is wanted as it is, without a word about which. */
    enum Plain implements Need {
        /** What kind of utterance the message is. */
        ACT,
        /** What the message does as an answer to what the desk asked. */
        TASK_ACT,
        /** What the message is if nothing was spoken of before. */
        OPENING,
        /** What the message does about a ticket, where its writer has one. */
        FOLLOW_UP,
        /** What the knowledge base says to the message; the dearest of all. */
        ANSWERS,
        /** The category that the citizen's words are about. */
        SUGGESTION,
        /** The conversation's tickets. */
        OWN_TICKETS,
        /** The ticket that the message names, or the last question did, and what its sender may see of it. */
        NAMED_TICKET,
        /** When the units are there. */
        OFFICES,
        /** A code with which this conversation can go on elsewhere, and whether one may be given. */
        CODE_TO_LEAVE,
        /** A code that proves the named ticket, and whether one may be given. */
        CODE_FOR_TICKET,
        /** Whether somebody would be rung in an emergency, and how far the alarms of the conversation's own tickets are. */
        ALARM
    }

    /**
     * How far the alarm of a ticket is, if the sender was rung for it.
     *
     * @param duty the number of their place on the list of those on duty
     */
    record AlarmOf(TicketCode code, long duty) implements Need {}

    /** This article, instead of a search. */
    record OneArticle(String slug) implements Need {}

    /** Which of these articles there are, as a choice, instead of a search. */
    record Articles(List<String> slugs) implements Need {

        public Articles {
            slugs = List.copyOf(slugs);
        }
    }

    /** The category of these words, and not of the message's own. */
    record Words(String text) implements Need {

        @Override
        public String toString() {
            return "Words[REDACTED]";
        }
    }

    /** What a code opens that was typed to go on here. */
    record Arrival(Passcode code) implements Need {}
}
