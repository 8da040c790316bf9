package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Amendment;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.forms.Entry;
import id.pendopo.conversation.forms.FieldEdit;
import id.pendopo.conversation.forms.Forms;
import id.pendopo.conversation.forms.Validator.PersonName;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.ticketing.Category;
import java.util.List;
import java.util.Optional;

/** Corrects the slots of a draft by what is said, and says in one line which of them were changed. */
final class FormCorrections {

    private final Forms forms;
    private final FormQuestions questions;

    FormCorrections(Forms forms, FormQuestions questions) {
        this.forms = forms;
        this.questions = questions;
    }

    /** The field that the words have a better value for; without one the citizen says which. */
    Decision corrected(TurnContext context, Draft draft) {
        Amendment amended = Amendment.of(draft, entry(context));
        return amended.nothing() ? wrong(context, draft) : changed(context, amended);
    }

    /** Something is wrong: what is named is asked for, and else which line it is. */
    Decision wrong(TurnContext context, Draft draft) {
        return stated(context, draft)
                .or(() -> FieldEdit.named(context.heard(), forms.of(draft), draft)
                        .map(field -> questions.ask(context, draft, field)))
                .orElseGet(() -> questions.which(context, draft));
    }

    /** What the words expressly give for a field, whatever else they sound like. */
    Optional<Decision> stated(TurnContext context, Draft draft) {
        return Optional.of(Amendment.stated(draft, context.heard()))
                .filter(amended -> !amended.nothing())
                .map(amended -> changed(context, amended));
    }

    private Decision changed(TurnContext context, Amendment amended) {
        List<String> labels =
                amended.fields().stream().map(field -> "form.label." + field).toList();
        return questions.saying(
                context, amended.draft(), new Part.Aside(Part.say("form.changed", new Arg.Terms(labels))));
    }

    /** The name is hidden from everybody. */
    Decision nameless(TurnContext context, Draft draft) {
        return changed(context, new Amendment(draft.with("name", PersonName.ANONYMOUS), List.of("name")));
    }

    /** What somebody who corrects themselves means. */
    static Optional<String> meant(MessageText said) {
        return said.phrasebook().corrections().meant(said.text());
    }

    /** Whether the words begin with a place: an address is of no kind, whatever its street is called. */
    private static boolean address(MessageText said) {
        String words = said.phrasebook()
                .in(meant(said).orElse(said.text()))
                .behind(Said.PLACE_SAID)
                .strip();
        return said.phrasebook().places().in(words).filter(words::startsWith).isPresent();
    }

    /** What the words put into whatever field they fit. */
    static Entry entry(TurnContext context) {
        Optional<Category> other = context.facts()
                .likely(context.heard().says(Said.CORRECTION_MEANT) ? Confidence.COMPLAINT : Confidence.OTHER_CATEGORY)
                .filter(category -> !category.equals(context.facts().catchAll()) && !address(context.heard()));
        return new Entry(context.heard(), context.facts().categories(), other);
    }
}
