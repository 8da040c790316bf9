package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.labels.TicketFiles;
import java.util.List;
import java.util.Optional;

/**
 * The reply form's state: what an agent is writing below a ticket, and why it was not taken.
 *
 * @param files that go along and are kept already
 * @param changes what happened since the version that the agent saw, in words
 * @param error what to do, empty when there is nothing
 */
record Composer(
        Task task,
        String text,
        boolean waiting,
        Optional<Outcome> outcome,
        Destination destination,
        List<TicketFiles.Shown> files,
        List<String> changes,
        String error) {

    /**
     * Where a ticket is to move, as chosen.
     *
     * @param category empty when none was chosen
     * @param unit empty: the one that is responsible for the category
     */
    record Destination(String category, String unit) {

        static final Destination NONE = new Destination("", "");
    }

    enum Task {
        REPLY,
        NOTE,
        CLOSE,
        MOVE
    }

    Composer {
        changes = List.copyOf(changes);
        files = List.copyOf(files);
    }

    static Composer replying(String text, boolean waiting) {
        return new Composer(Task.REPLY, text, waiting, Optional.empty(), Destination.NONE, List.of(), List.of(), "");
    }

    static Composer noting(String text) {
        return new Composer(Task.NOTE, text, false, Optional.empty(), Destination.NONE, List.of(), List.of(), "");
    }

    static Composer closing(Optional<Outcome> outcome, String text) {
        return new Composer(Task.CLOSE, text, false, outcome, Destination.NONE, List.of(), List.of(), "");
    }

    static Composer moving(Destination destination, String reason) {
        return new Composer(Task.MOVE, reason, false, Optional.empty(), destination, List.of(), List.of(), "");
    }

    /** What was uploaded need not be chosen again. */
    Composer carrying(List<TicketFiles.Shown> kept) {
        return new Composer(task, text, waiting, outcome, destination, kept, changes, error);
    }

    Composer changed(List<String> since) {
        return new Composer(task, text, waiting, outcome, destination, files, since, error);
    }

    Composer refused(String why) {
        return new Composer(task, text, waiting, outcome, destination, files, changes, why);
    }

    public String reply() {
        return in(Task.REPLY);
    }

    public String note() {
        return in(Task.NOTE);
    }

    public String close() {
        return in(Task.CLOSE);
    }

    public String move() {
        return in(Task.MOVE);
    }

    private String in(Task box) {
        return task == box ? text : "";
    }

    @Override
    public String toString() {
        return "Composer[" + task + "]";
    }
}
