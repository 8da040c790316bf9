package id.pendopo.ticketing.tracking;

import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.labels.TicketFiles;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The view model of the tracking page: a ticket as its reporter reads it.
 *
 * @param state where it stands, in one sentence
 * @param next what happens next and until when
 * @param basis why that is the date; empty when there is none
 * @param proven whether details may be shown
 * @param key drawn for this rendering; every form carries it, so that sent twice it counts once
 * @param rating the citizen's own, in words; empty when there is none
 * @param timeline newest first; empty unless proven
 * @param files what the reporter sent; empty unless proven
 * @param answers files that agents sent; empty unless proven
 */
record TrackPage(
        String code,
        String grouped,
        TicketStatus status,
        String state,
        String next,
        String basis,
        boolean proven,
        String key,
        String rating,
        List<Step> timeline,
        List<TicketFiles.Shown> files,
        List<TicketFiles.Shown> answers) {

    /** Whether the citizen is asked if it is solved. */
    public boolean asksSolved() {
        return status == TicketStatus.CLOSED;
    }

    public boolean waits() {
        return status == TicketStatus.WAITING_ON_CITIZEN;
    }

    public boolean worked() {
        return status.active();
    }

    /** Whether the citizen may say how content they are. */
    public boolean rates() {
        return !status.active();
    }

    /** What may be chosen, the best first. */
    public List<Integer> scores() {
        return IntStream.rangeClosed(Rating.WORST, Rating.BEST).boxed().toList().reversed();
    }

    /** One line of the timeline, with what was written. */
    record Step(String when, String what, String text) {

        @Override
        public String toString() {
            return "Step[]";
        }
    }

    /**
     * What a citizen typed that was not taken.
     *
     * @param field which form it stands in: {@code digits}, {@code add}, {@code denied} or {@code rating}; empty for none
     * @param words what to do
     */
    record Problem(String field, String words, String typed) {

        static final Problem NONE = new Problem("", "", "");

        @Override
        public String toString() {
            return "Problem[" + field + "]";
        }
    }
}
