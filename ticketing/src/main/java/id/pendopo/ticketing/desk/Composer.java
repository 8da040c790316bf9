package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * The reply form's state: what an agent is writing below a ticket, and why it was not taken.
 *
 * @param changes what happened since the version that the agent saw, in words
 * @param error what to do, empty when there is nothing
 */
record Composer(
        Task task, String text, boolean waiting, Optional<Outcome> outcome, List<String> changes, String error) {

    enum Task {
        REPLY,
        NOTE,
        CLOSE
    }

    Composer {
        changes = List.copyOf(changes);
    }

    static Composer replying(String text, boolean waiting) {
        return new Composer(Task.REPLY, text, waiting, Optional.empty(), List.of(), "");
    }

    static Composer noting(String text) {
        return new Composer(Task.NOTE, text, false, Optional.empty(), List.of(), "");
    }

    static Composer closing(Optional<Outcome> outcome, String text) {
        return new Composer(Task.CLOSE, text, false, outcome, List.of(), "");
    }

    Composer changed(List<String> since) {
        return new Composer(task, text, waiting, outcome, since, error);
    }

    Composer refused(String why) {
        return new Composer(task, text, waiting, outcome, changes, why);
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

    private String in(Task box) {
        return task == box ? text : "";
    }

    @Override
    public String toString() {
        return "Composer[" + task + "]";
    }
}
