package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.forms.Field;
import id.pendopo.conversation.forms.Forms;
import id.pendopo.conversation.understanding.ChoiceIds;
import java.util.ArrayList;
import java.util.List;

/** Asks for the slots of a form (slot elicitation): the next one, the same again, or which one is to be changed. */
final class FormQuestions {

    private final Forms forms;
    private final FormSummary summary;

    FormQuestions(Forms forms, FormSummary summary) {
        this.forms = forms;
        this.summary = summary;
    }

    /** Asks what is missing, or shows the summary. */
    Decision advance(TurnContext context, Draft draft) {
        return forms.of(draft)
                .next(draft)
                .map(field -> ask(context, draft, field))
                .orElseGet(() -> repeat(context, draft.asking(Draft.CONFIRM)));
    }

    Decision ask(TurnContext context, Draft draft, Field field) {
        return repeat(context, draft.asking(field.name()));
    }

    /** The question again. */
    Decision repeat(TurnContext context, Draft draft) {
        Ending ending = draft.confirming() ? Ending.FORM_CONFIRM : Ending.FORM_ASKED;
        return Decision.of(context, ending, current(context, draft))
                .state(state -> state.drafting(draft.asking(draft.asking())));
    }

    /** What is missing, or the summary, after something said beside. */
    Decision saying(TurnContext context, Draft draft, Part... said) {
        return preceded(advance(context, draft), said);
    }

    /** The question again, after something said beside. */
    Decision repeating(TurnContext context, Draft draft, Part... said) {
        return preceded(repeat(context, draft), said);
    }

    private static Decision preceded(Decision question, Part... said) {
        Decision asked = question;
        for (Part part : List.of(said).reversed()) {
            asked = asked.preceded(part);
        }
        return asked;
    }

    /** The words of the question that the draft waits for. */
    List<Part> current(TurnContext context, Draft draft) {
        return draft.confirming() ? summary.confirm(context, draft) : summary.ask(context, draft);
    }

    /** Asks which line is to be changed. */
    Decision which(TurnContext context, Draft draft) {
        return Decision.of(context, Ending.FORM_EDITED, summary.lines(context, draft))
                .state(state -> state.drafting(draft.asking(Draft.CONFIRM)));
    }

    /** Asks whether it is to be sent or dropped. */
    Decision unsure(TurnContext context, Draft draft) {
        Part ways = Part.named(
                Part.option(ChoiceIds.SEND, draft.aspires() ? "option.send.idea" : "option.send"),
                Part.option(ChoiceIds.CANCEL, "option.cancel"));
        return Decision.of(context, Ending.FORM_CONFIRM, Part.say("form.unsure"), ways)
                .state(state -> state.drafting(draft.refused()));
    }

    /** Says why this is no answer. */
    Decision refused(TurnContext context, Draft before, String key, int number) {
        Draft draft = before.refused();
        List<Part> parts = new ArrayList<>(List.of(Part.say(key, new Arg.Count(number))));
        if (draft.refusals() > 1) {
            parts.add(Part.say("form.refused.often"));
        }
        return Decision.of(context, Ending.FORM_REFUSED, parts).state(state -> state.drafting(draft));
    }
}
