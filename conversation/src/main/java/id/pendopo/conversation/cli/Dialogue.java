package id.pendopo.conversation.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plays a script and stops at the first difference. */
final class Dialogue {

    private final Rehearsal rehearsal;
    private final List<String> waiting = new ArrayList<>();
    private Optional<String> current = Optional.empty();
    private Rehearsal.Outcomes turn = new Rehearsal.Outcomes(List.of(), "", List.of());

    private Dialogue(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** @throws Difference the first one */
    static void play(Company company, Script script) {
        Dialogue dialogue = new Dialogue(new Rehearsal(company, script));
        for (Script.Step step : script.steps()) {
            dialogue.play(step);
        }
        dialogue.consumed(
                script.steps().isEmpty() ? 0 : script.steps().getLast().number());
    }

    private void play(Script.Step step) {
        switch (step) {
            case Script.Step.Now now -> rehearsal.at(now.at().toInstant());
            case Script.Step.Citizen citizen -> {
                consumed(citizen.number());
                begin(rehearsal.hear(citizen.text()));
            }
            case Script.Step.Desk desk -> {
                consumed(desk.number());
                begin(rehearsal.act(desk));
            }
            case Script.Step.Contains contains -> contains(contains);
            case Script.Step.Equals equals -> equal(equals);
            case Script.Step.Lacks lacks -> lacks(lacks);
            case Script.Step.Ends ends -> ends(ends);
        }
    }

    private void begin(Rehearsal.Outcomes outcomes) {
        turn = outcomes;
        current = Optional.empty();
        waiting.clear();
        waiting.addAll(outcomes.said());
    }

    private void consumed(int line) {
        if (!waiting.isEmpty()) {
            throw new Difference(line, "nothing more", waiting.getFirst());
        }
    }

    /** A message may be looked at by several lines; the first that does not fit it looks at the next message. */
    private void contains(Script.Step.Contains step) {
        String wanted = folded(step.text());
        if (current.map(Dialogue::folded)
                .filter(message -> message.contains(wanted))
                .isPresent()) {
            return;
        }
        String message = next(step.number(), step.text());
        if (!folded(message).contains(wanted)) {
            throw new Difference(step.number(), step.text(), message);
        }
    }

    private void equal(Script.Step.Equals step) {
        String message = waiting.isEmpty() && current.isPresent() ? current.get() : next(step.number(), step.text());
        if (!folded(message).equals(folded(step.text()))) {
            throw new Difference(step.number(), step.text(), message);
        }
    }

    private void lacks(Script.Step.Lacks step) {
        turn.said().stream()
                .filter(message -> folded(message).contains(folded(step.text())))
                .findFirst()
                .ifPresent(message -> {
                    throw new Difference(step.number(), "not: " + step.text(), message);
                });
    }

    private void ends(Script.Step.Ends step) {
        boolean article = step.article().map(turn.articles()::contains).orElse(true);
        if (!turn.ending().equals(step.ending()) || !article) {
            String wanted = "@" + step.ending()
                    + step.article().map(id -> " article=" + id).orElse("");
            String got = "@" + turn.ending()
                    + (turn.articles().isEmpty() ? "" : " article=" + String.join(",", turn.articles()));
            throw new Difference(step.number(), wanted, got + " " + String.join(" | ", turn.said()));
        }
        waiting.clear();
    }

    private String next(int line, String wanted) {
        if (waiting.isEmpty()) {
            throw new Difference(line, wanted, current.orElse("nothing"));
        }
        String message = waiting.removeFirst();
        current = Optional.of(message);
        return message;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
