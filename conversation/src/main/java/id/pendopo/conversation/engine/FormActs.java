package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.TaskAct;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.forms.Forms;
import id.pendopo.conversation.forms.OtherMatter;
import id.pendopo.conversation.forms.Validator.PersonName;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import java.util.Optional;

/**
 * Responds to what is said inside a report by its dialogue act: sends, drops, corrects, adds, or says the question again.
 * Only what tells more of the matter becomes part of the report.
 */
final class FormActs {

    /** A description in fewer words tells hardly anything. */
    private static final int SHORT = 6;

    /** Fewer words may be a place. */
    private static final int TELLING = 5;

    private static final int LONGEST_NAME = 60;
    private static final int SHORTEST = 8;

    /** Says yes without a word. */
    private static final String THUMB = "\uD83D\uDC4D";

    private final Steps form;
    private final FormQuestions questions;
    private final FormCorrections corrections;

    FormActs(Forms forms, Steps form, FormQuestions questions) {
        this.form = form;
        this.questions = questions;
        corrections = new FormCorrections(forms, questions);
    }

    /** What can become of a report. */
    interface Steps {

        Decision sent(TurnContext context, Draft draft);

        Decision dropped(TurnContext context);

        /** Keeps another matter for after this report. */
        Decision kept(TurnContext context, Draft draft);
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
        // The first words are of no other matter, whatever kind was picked.
        if (draft.value("description").isPresent() && tellsAnother(context, draft)) {
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
            case CANCEL -> Optional.of(declined(context, draft));
            case PERSON -> Optional.of(Handoff.toAPerson(context));
            case ANONYMOUS -> Optional.of(corrections.nameless(context, draft));
            case QUESTION -> Optional.of(unanswered(context, draft));
            case INSULT -> Optional.of(questions.repeating(context, draft, Part.say("form.angry")));
            case UNCLEAR -> unclear(context, draft);
            case ANOTHER -> Optional.of(questions.repeating(context, more(context, draft)));
            case ADD -> told(context, draft);
            case YES, NO, CORRECT -> Optional.empty();
        };
    }

    /**
     * "Gatau" names no place and tells nothing; it may well be a name, unless these are its very words. A question is no
     * name, whatever else it sounds like.
     */
    private Optional<Decision> unclear(TurnContext context, Draft draft) {
        boolean sure = context.facts()
                .taskAct()
                .filter(guess -> guess.confidence() >= Confidence.NO_ANSWER)
                .isPresent();
        return switch (draft.asking()) {
            case "place" -> sure ? Optional.of(refused(context, draft)) : Optional.empty();
            case "description" -> sure ? Optional.of(again(context, draft)) : Optional.empty();
            case "name" -> context.heard().asks() ? Optional.of(unanswered(context, draft)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The question once more, and then why this is no answer: nothing is said twice in a row. */
    private Decision again(TurnContext context, Draft draft) {
        if (draft.refusals() > 0) {
            return refused(context, draft);
        }
        Decision asked = questions.repeat(context, draft);
        return asked.state(state -> state.drafting(draft.refused()));
    }

    /** "Gausah" drops a name that is asked for, and no report, unless it names that. */
    private Decision declined(TurnContext context, Draft draft) {
        boolean name = draft.asking().equals("name") && !context.heard().says(Said.REPORT_NAMED);
        return name ? questions.advance(context, draft.with("name", PersonName.HIDDEN)) : form.dropped(context);
    }

    /** More of the matter, where a place is asked for and none is named; who is asked again may answer as they like. */
    private Optional<Decision> told(TurnContext context, Draft draft) {
        boolean more = draft.asking().equals("place")
                && draft.refusals() == 0
                && context.heard().words() >= TELLING
                && TaskAct.of(context.facts(), Confidence.MORE) == TaskAct.ADD;
        if (!more) {
            return Optional.empty();
        }
        Draft longer = more(context, draft);
        return Optional.of(questions
                .repeating(context, longer, Part.say("form.added"))
                .state(state -> state.drafting(longer.refused())));
    }

    /** A question about the report itself, or one that nobody can answer here. */
    private Decision unanswered(TurnContext context, Draft draft) {
        return questions.repeating(context, draft, FormSummary.about(context, draft));
    }

    private Decision asked(TurnContext context, Draft draft) {
        Optional<Decision> stated =
                context.heard().asks() || FormSummary.asked(context, draft).isPresent()
                        ? Optional.empty()
                        : corrections.stated(context, draft);
        return stated.orElseGet(() -> unanswered(context, draft));
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
        if (context.draft().filter(Draft::confirming).isPresent() && adds(context.heard())) {
            return TaskAct.ADD;
        }
        TaskAct act = TaskAct.of(context.facts(), sure);
        boolean takesBack = context.heard().says(Said.CORRECTION_NOT)
                && FormCorrections.meant(context.heard()).isPresent();
        boolean agrees = TaskAct.agreement(context.facts()) >= Confidence.ACT;
        boolean means = act == TaskAct.UNCLEAR && context.heard().said().leads(Said.CORRECTION_MEANT) > 0;
        if (means || takesBack && (act == TaskAct.ANOTHER || act == TaskAct.NO)) {
            return TaskAct.CORRECT;
        }
        return act == TaskAct.UNCLEAR && agrees ? TaskAct.YES : act;
    }

    /** "Tulis juga …" adds, whatever the rest of it sounds like: "it's right across from the school". */
    private static boolean adds(MessageText heard) {
        return heard.says(Said.FORM_ADD) && heard.words() >= TELLING && !heard.asks();
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
        if (heard.is(Said.FORM_GO_ON) && interrupted(context)) {
            return questions.repeat(context, draft);
        }
        if (heard.picked(ChoiceIds.SEND)
                || answer.equals(Optional.of(true))
                || heard.text().contains(THUMB) && heard.plain().isEmpty()) {
            return form.sent(context, draft);
        }
        if (answer.isPresent()) {
            return questions.which(context, draft);
        }
        if (heard.phrasebook().shortForms().ambiguous(heard.text())) {
            return unsure(context, draft);
        }
        return heard.pick().isPresent() ? questions.repeat(context, draft) : done(context, draft);
    }

    /** Whether an emergency was called since anything was written to it: then "lanjut" is no "kirim". */
    private static boolean interrupted(TurnContext context) {
        return context.draft()
                .filter(draft -> context.state()
                        .alarm()
                        .filter(alarm -> alarm.since(draft.touched()))
                        .isPresent())
                .isPresent();
    }

    private Decision done(TurnContext context, Draft draft) {
        if (tellsAnother(context, draft)) {
            return form.kept(context, draft);
        }
        return switch (act(context, Confidence.TASK_ACT)) {
            case YES -> agreed(context, draft);
            case NO -> corrections.wrong(context, draft);
            case CANCEL -> form.dropped(context);
            case CORRECT -> corrections.corrected(context, draft);
            case ADD -> added(context, draft);
            case PERSON -> Handoff.toAPerson(context);
            case ANONYMOUS -> withoutName(context, draft);
            case QUESTION -> asked(context, draft);
            case ANOTHER -> questions.repeat(context, draft);
            case INSULT -> questions.saying(context, draft, Part.say("form.angry"));
            case UNCLEAR ->
                FormSummary.asked(context, draft)
                        .map(answer -> questions.repeating(context, draft, answer))
                        .or(() -> corrections.stated(context, draft))
                        .orElseGet(() -> questions.repeat(context, draft));
        };
    }

    /** What was sent cannot be taken back: who seems to agree and may say something else is asked. */
    private Decision agreed(TurnContext context, Draft draft) {
        if (context.heard().text().contains("?")) {
            return asked(context, draft);
        }
        MessageText heard = context.heard();
        boolean plain = heard.words() <= SHORT || heard.said().leads(Said.YES) > 0 || heard.says(Said.FORM_SEND);
        double sure = plain ? Confidence.SENDING : Confidence.SENDING_AT_LENGTH;
        return TaskAct.agreement(context.facts()) >= sure ? form.sent(context, draft) : unsure(context, draft);
    }

    private Decision unsure(TurnContext context, Draft draft) {
        return draft.refusals() > 0 ? questions.repeat(context, draft) : questions.unsure(context, draft);
    }

    /**
     * Whether the words are about a matter of their own: of another kind, somewhere else, or expressly. Who says the same
     * again has no other.
     */
    private static boolean tellsAnother(TurnContext context, Draft draft) {
        boolean too = context.heard().says(Said.ANOTHER);
        boolean leads = context.heard().said().leads(Said.ANOTHER_LEAD) > 0;
        OtherMatter other = new OtherMatter(draft, FormCorrections.entry(context));
        return switch (act(context, Confidence.TASK_ACT)) {
            case ANOTHER -> too || other.ofAnotherKind() || other.elsewhere();
            case ADD ->
                too
                        && !adds(context.heard())
                        && other.ofAnotherKind()
                        && (!draft.confirming() || leads || other.elsewhere());
            case UNCLEAR -> too && other.ofAnotherKind() && (draft.asking().equals("place") || other.elsewhere());
            case CORRECT -> too && other.elsewhere() && !other.corrects();
            default -> false;
        };
    }

    /** A name or a wish that is told with it is no part of the matter. */
    private Decision added(TurnContext context, Draft draft) {
        return corrections.stated(context, draft).orElseGet(() -> questions.advance(context, more(context, draft)));
    }

    private static Draft more(TurnContext context, Draft draft) {
        return draft.adding(context.heard().text());
    }

    /** Who says "kirim" with it has read it over; who only wants no call keeps the name. */
    private Decision withoutName(TurnContext context, Draft draft) {
        if (context.heard().said().leads(Said.FORM_SEND) > 0) {
            return form.sent(context, draft.with("name", PersonName.ANONYMOUS));
        }
        return corrections.stated(context, draft).orElseGet(() -> corrections.nameless(context, draft));
    }
}
