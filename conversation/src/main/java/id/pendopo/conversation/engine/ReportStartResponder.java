package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.knowledge.Answer;
import id.pendopo.ticketing.Suggestions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Responds to the intent to report: by word, by button, by a pin on the map, or by simply telling what is wrong. */
final class ReportStartResponder implements Responder {

    private final FormResponder reporting;

    /** In words: who has an idea needs more of them to say it. */
    private static final int LONGEST_FOLLOW_UP = 5;

    ReportStartResponder(FormResponder reporting) {
        this.reporting = reporting;
    }

    @Override
    public Set<Need> needs(Hearing hearing) {
        Set<Need> needs =
                new HashSet<>(Set.of(Need.Plain.ACT, Need.Plain.OPENING, Need.Plain.SUGGESTION, Need.Plain.FOLLOW_UP));
        if (hearing.heard().picked(ChoiceIds.REPORT)) {
            hearing.conversation().state().question().map(Need.Words::new).ifPresent(needs::add);
        }
        if (hearing.worded()) {
            needs.add(Need.Plain.ANSWERS);
        }
        return needs;
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        MessageText heard = context.heard();
        if (heard.picked(ChoiceIds.REPORT)) {
            return Optional.of(
                    reporting.start(context, context.state().question().orElse("")));
        }
        if (heard.pick().isPresent()) {
            return Optional.empty();
        }
        if (heard.is(Said.IDEA_WHOLLY)) {
            return Optional.of(reporting.startIdea(context, ""));
        }
        if (proposes(context)) {
            return Optional.of(reporting.startIdea(context, heard.text()));
        }
        boolean pin = context.message().location().isPresent() && heard.plain().isEmpty();
        return pin || heard.is(Said.REPORT_WHOLLY) || reported(context) || told(context)
                ? Optional.of(reporting.start(context, heard.text()))
                : Optional.empty();
    }

    /** "mau lapor …" is a report unless it is a service of that name; "lapor" elsewhere must be likelier than an answer. */
    private static boolean reported(TurnContext context) {
        MessageText heard = context.heard();
        if (heard.asks() || heard.says(Said.REPORT_SERVICE)) {
            return false;
        }
        return heard.said().leads(Said.REPORT_FIRST) > 0
                || (heard.says(Said.REPORT_WORD)
                        && category(context) >= Math.min(answer(context), Confidence.COMPLAINT));
    }

    /** Has an idea: says so, or sounds like it and no article answers it. Whoever asks if something is true has none. */
    private static boolean proposes(TurnContext context) {
        MessageText heard = context.heard();
        if (heard.words() <= 2 || asksOn(context) || heard.says(Said.RUMOUR)) {
            return false;
        }
        boolean wish = heard.said().leads(Said.IDEA_WISH) > 0;
        boolean sounds = context.facts().opens(wish ? Confidence.WISH : Confidence.OPENING) == Facts.Opening.IDEA;
        return announced(context) || sounds && answer(context) < Confidence.ANSWER_TO_A_COMPLAINT;
    }

    /** "Usul dong, …" is an idea, whatever article has its words, unless it is a service of that name or a grievance. */
    private static boolean announced(TurnContext context) {
        MessageText heard = context.heard();
        return heard.said().leads(Said.IDEA_LEAD) > 0
                && (!heard.says(Said.IDEA_SERVICE) || context.facts().opens(Confidence.SURE_IDEA) == Facts.Opening.IDEA)
                && context.facts().opens(Confidence.OPENING) != Facts.Opening.COMPLAINT;
    }

    /** Tells what is wrong without saying "lapor". */
    private static boolean told(TurnContext context) {
        boolean waiting = EmergencyTickets.lasts(context)
                ? !EmergencyTickets.elsewhere(context)
                : context.conversation().floor() == Floor.QUEUE;
        return !waiting
                && context.heard().words() > 1
                && !asksOn(context)
                && !context.heard().says(Said.RUMOUR)
                && (described(context) || opened(context));
    }

    /** "Kalau lewat hp?" after an article asks more of it. */
    private static boolean asksOn(TurnContext context) {
        MessageText heard = context.heard();
        return context.state().about().isPresent()
                && heard.words() <= LONGEST_FOLLOW_UP
                && !heard.somewhere()
                && heard.phrasebook().questions().turns(heard.text());
    }

    /** Sounds like a complaint, is about something, and asks nothing. */
    private static boolean described(TurnContext context) {
        return context.heard().words() >= 4
                && complains(context, Confidence.COMPLAINT)
                && (context.heard().somewhere() || context.facts().found().isEmpty());
    }

    /** Is a complaint as a first message, whatever its sign of a question: "kapan diaspal sih?". */
    private static boolean opened(TurnContext context) {
        boolean answered = answer(context)
                >= (context.heard().somewhere() ? Confidence.ANSWER_TO_A_COMPLAINT : Confidence.COMPLAINT);
        boolean about = context.facts().likely(Confidence.SUGGESTED).isPresent();
        return !answered
                && context.facts()
                                .opens(
                                        about && context.heard().words() > 2
                                                ? Confidence.OPENING
                                                : Confidence.SURE_OPENING)
                        == Facts.Opening.COMPLAINT;
    }

    /** Whether it sounds like a complaint about something that the desk has a category for, and asks nothing. */
    static boolean complains(TurnContext context, double sure) {
        boolean about = context.facts()
                .likely(sure)
                .filter(category -> !category.equals(context.facts().catchAll()))
                .isPresent();
        boolean complaining = context.facts()
                .act()
                .filter(act -> act.label().equals("complaint"))
                .isPresent();
        return about && complaining && !context.heard().asks();
    }

    /**
     * Whether somebody reports, and not about a category that was spoken of already. What is wrong with the desk itself
     * sounds like a complaint too, but names no place.
     */
    static boolean elsewhere(TurnContext context, String spokenOf) {
        boolean other = context.facts()
                .likely(Confidence.COMPLAINT)
                .filter(category -> !category.key().equals(spokenOf))
                .isPresent();
        boolean somewhere = context.heard().somewhere();
        return context.heard().is(Said.REPORT_WHOLLY) || reported(context) || other && somewhere && told(context);
    }

    private static double category(TurnContext context) {
        return context.facts().suggestion().map(Suggestions.Guess::confidence).orElse(0.0);
    }

    private static double answer(TurnContext context) {
        return context.facts().found().stream()
                .mapToDouble(Answer.Found::confidence)
                .max()
                .orElse(0.0);
    }
}
