package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.TaskAct;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Amendment;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.forms.Entry;
import id.pendopo.conversation.forms.Validator.PersonName;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.ticketing.Category;
import java.util.List;
import java.util.Optional;

/**
 * Responds to what is said inside a report by its dialogue act: sends, drops, corrects, adds, or says the question again.
 * Only what tells more of the matter becomes part of the report.
 */
final class FormActs {

    /** A description in fewer words tells hardly anything. */
    private static final int SHORT = 6;

    private static final int LONGEST_NAME = 60;
    private static final int SHORTEST = 8;

    /** Says yes without a word. */
    private static final String THUMB = "\uD83D\uDC4D";

    private final Steps form;
    private final FormQuestions questions;

    FormActs(Steps form, FormQuestions questions) {
        this.form = form;
        this.questions = questions;
    }

    /** What can become of a report. */
    interface Steps {

        Decision sent(TurnContext context, Draft draft);

        Decision dropped(TurnContext context);

        /** Keeps another matter for after this report. */
        Decision kept(TurnContext context, Draft draft);
    }

    /** Whether the words ask something: by their act, or where that is unclear by how they look. */
    static boolean asks(TurnContext context, boolean looks) {
        return switch (TaskAct.of(context.facts())) {
            case QUESTION -> true;
            case UNCLEAR -> looks;
            default -> false;
        };
    }

    /**
     * The decision about words that do not answer a field's question, but do something else; empty where they may answer
     * it.
     */
    Optional<Decision> beside(TurnContext context, Draft draft) {
        boolean answers = context.heard().pick().isPresent()
                || context.message().location().isPresent()
                || context.heard().yes().isPresent();
        if (answers) {
            return Optional.empty();
        }
        if (tellsAnother(context, draft)) {
            return Optional.of(form.kept(context, draft));
        }
        if (described(context, draft)) {
            return Optional.empty();
        }
        if (context.heard().is(Said.NO_ANSWER)) {
            return Optional.of(refused(context, draft));
        }
        if (DialogueActResponder.phrase(context.heard())) {
            return Optional.of(questions.saying(context, draft));
        }
        return switch (act(context, Confidence.NO_ANSWER)) {
            case CANCEL -> Optional.of(form.dropped(context));
            case PERSON -> Optional.of(Handoff.toAPerson(context));
            case ANONYMOUS -> Optional.of(nameless(context, draft));
            case QUESTION -> Optional.of(questions.repeating(context, draft, Part.say("form.unanswered")));
            case INSULT -> Optional.of(questions.repeating(context, draft, Part.say("form.angry")));
            case UNCLEAR -> unclear(context, draft);
            case ANOTHER -> Optional.of(questions.repeating(context, more(context, draft)));
            case YES, NO, CORRECT, ADD -> Optional.empty();
        };
    }

    /** "Gatau" names no place; it may well be a name, unless these are its very words. */
    private Optional<Decision> unclear(TurnContext context, Draft draft) {
        boolean nowhere = draft.asking().equals("place")
                && context.facts()
                        .taskAct()
                        .filter(guess -> guess.confidence() >= Confidence.NO_ANSWER)
                        .isPresent();
        return nowhere ? Optional.of(refused(context, draft)) : Optional.empty();
    }

    private Decision refused(TurnContext context, Draft draft) {
        return switch (draft.asking()) {
            case "name" -> questions.refused(context, draft, "form.refused.name", LONGEST_NAME);
            case "place" -> questions.refused(context, draft, "form.refused.place", 0);
            default -> questions.refused(context, draft, "form.refused.short", SHORTEST);
        };
    }

    /** An insult is known by its words too, where there is little else, and agreement by being that anywhere. */
    private static TaskAct act(TurnContext context, double sure) {
        if (context.heard().words() < SHORT && DialogueActResponder.insulting(context.heard())) {
            return TaskAct.INSULT;
        }
        TaskAct act = TaskAct.of(context.facts(), sure);
        boolean agrees = context.facts()
                .act()
                .filter(guess -> guess.label().equals("affirm") && guess.confidence() >= Confidence.ACT)
                .isPresent();
        return act == TaskAct.UNCLEAR && agrees ? TaskAct.YES : act;
    }

    /** Whether the words are long or plain enough to be the answer whatever else they sound like. */
    private static boolean described(TurnContext context, Draft draft) {
        return switch (draft.asking()) {
            case "description" -> context.heard().words() > SHORT;
            case "place" -> context.heard().somewhere();
            case "name" -> context.heard().said().leads(Said.NAME_LEAD) > 0;
            default -> false;
        };
    }

    Decision answered(TurnContext context, Draft draft) {
        MessageText heard = context.heard();
        Optional<Boolean> answer = heard.yes();
        if (heard.picked(ChoiceIds.SEND)
                || answer.equals(Optional.of(true))
                || heard.text().contains(THUMB) && heard.plain().isEmpty()) {
            return form.sent(context, draft);
        }
        if (answer.isPresent()) {
            return questions.which(context, draft);
        }
        return heard.pick().isPresent() ? questions.repeat(context, draft) : done(context, draft);
    }

    private Decision done(TurnContext context, Draft draft) {
        return switch (act(context, Confidence.TASK_ACT)) {
            case YES -> form.sent(context, draft);
            case NO -> questions.which(context, draft);
            case CANCEL -> form.dropped(context);
            case CORRECT -> tellsAnother(context, draft) ? form.kept(context, draft) : corrected(context, draft);
            case ADD -> added(context, draft);
            case PERSON -> Handoff.toAPerson(context);
            case ANONYMOUS -> nameless(context, draft);
            case QUESTION -> questions.saying(context, draft, Part.say("form.unanswered"));
            case ANOTHER -> tellsAnother(context, draft) ? form.kept(context, draft) : questions.repeat(context, draft);
            case INSULT -> questions.saying(context, draft, Part.say("form.angry"));
            case UNCLEAR -> questions.repeat(context, draft);
        };
    }

    /**
     * Whether the words are about a matter of their own: of another kind, somewhere else, or expressly. Who says the same
     * again has no other.
     */
    private static boolean tellsAnother(TurnContext context, Draft draft) {
        boolean too = context.heard().says(Said.ANOTHER);
        return switch (act(context, Confidence.TASK_ACT)) {
            case ANOTHER -> too || ofAnotherKind(context, draft) || elsewhere(context, draft);
            case ADD -> too && ofAnotherKind(context, draft) && !draft.confirming();
            case CORRECT -> too && elsewhere(context, draft) && !corrects(context.heard());
            default -> false;
        };
    }

    /** "Juga" takes nothing back. */
    private static boolean corrects(MessageText heard) {
        return heard.says(Said.CORRECTION_NOT) || heard.says(Said.CORRECTION_MEANT);
    }

    private static boolean ofAnotherKind(TurnContext context, Draft draft) {
        return draft.value("category").isPresent()
                && otherCategory(context)
                        .filter(category -> !draft.value("category").equals(Optional.of(category.key())))
                        .isPresent();
    }

    private static boolean elsewhere(TurnContext context, Draft draft) {
        String place = MessageText.plain(draft.value("place").orElse(""));
        return !place.isEmpty()
                && context.heard()
                        .phrasebook()
                        .places()
                        .in(context.heard().text())
                        .filter(found -> !place.contains(MessageText.plain(found)))
                        .isPresent();
    }

    private Decision added(TurnContext context, Draft draft) {
        return questions.advance(context, more(context, draft));
    }

    /** With what the words tell more of the matter. */
    private static Draft more(TurnContext context, Draft draft) {
        String told = draft.value("description").orElse("");
        String text = context.heard().text().strip();
        return MessageText.plain(told).contains(MessageText.plain(text))
                ? draft
                : draft.with("description", told.isEmpty() ? text : told + "\n" + text);
    }

    /** The field that the words have a better value for; without one the citizen says which. */
    private Decision corrected(TurnContext context, Draft draft) {
        Amendment amended =
                Amendment.of(draft, new Entry(context.heard(), context.facts().categories(), otherCategory(context)));
        return amended.nothing() ? questions.which(context, draft) : changed(context, amended);
    }

    private Decision changed(TurnContext context, Amendment amended) {
        Part[] said = amended.fields().stream()
                .map(field -> new Part.Aside(Part.say("form.changed", new Arg.Term("form.label." + field))))
                .toArray(Part[]::new);
        return questions.saying(context, amended.draft(), said);
    }

    private Decision nameless(TurnContext context, Draft draft) {
        return changed(context, new Amendment(draft.with("name", PersonName.ANONYMOUS), List.of("name")));
    }

    private static Optional<Category> otherCategory(TurnContext context) {
        return context.facts()
                .likely(Confidence.OTHER_CATEGORY)
                .filter(category -> !category.equals(context.facts().catchAll()));
    }
}
