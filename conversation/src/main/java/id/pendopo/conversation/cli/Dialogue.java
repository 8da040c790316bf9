package id.pendopo.conversation.cli;

import java.util.List;
import java.util.Locale;

/** Plays a script and stops at the first difference. */
final class Dialogue {

    private final Rehearsal rehearsal;
    private Rehearsal.Outcomes turn = new Rehearsal.Outcomes(List.of(), "", List.of());

    private Reading reading = new Reading(List.of());

    private Dialogue(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** @throws Difference the first one */
    static void play(Company company, Script script) {
        Dialogue dialogue = new Dialogue(new Rehearsal(company, script));
        for (Script.Step step : script.steps()) {
            dialogue.play(step);
        }
        dialogue.reading.done(
                script.steps().isEmpty() ? 0 : script.steps().getLast().number());
    }

    private void play(Script.Step step) {
        switch (step) {
            case Script.Step.Now now -> rehearsal.at(now.at().toInstant());
            case Script.Step.Citizen citizen -> {
                reading.done(citizen.number());
                begin(rehearsal.hear(citizen.text()));
            }
            case Script.Step.Desk desk -> {
                reading.done(desk.number());
                begin(rehearsal.act(desk));
            }
            case Script.Step.Contains(int number, String text) ->
                reading.look(number, text, message -> folded(message).contains(folded(text)));
            case Script.Step.Equals(int number, String text) ->
                reading.look(number, text, message -> folded(message).equals(folded(text)));
            case Script.Step.Lacks lacks -> lacks(lacks);
            case Script.Step.Ends ends -> ends(ends);
        }
    }

    private void begin(Rehearsal.Outcomes outcomes) {
        turn = outcomes;
        reading = new Reading(outcomes.said());
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
        reading.end();
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
