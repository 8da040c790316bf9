package id.pendopo.conversation.engine;

import id.pendopo.channels.Location;
import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TaskAct;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.forms.Entry;
import id.pendopo.conversation.forms.Field;
import id.pendopo.conversation.forms.FieldEdit;
import id.pendopo.conversation.forms.Form;
import id.pendopo.conversation.forms.Forms;
import id.pendopo.conversation.forms.OtherMatter;
import id.pendopo.conversation.forms.SlotFilling;
import id.pendopo.conversation.forms.Validator.PersonName;
import id.pendopo.conversation.forms.Verdict;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Responds by filling the form for reports, slot after slot: same questions on every channel, any answer can be
 * changed, nothing is sent unread.
 */
final class FormResponder implements Responder, FormActs.Steps {

    /** So many other matters are kept; more are asked for when their time comes. */
    private static final int MOST_KEPT = 3;

    private final Forms forms;
    private final FormSummary summary;
    private final FormQuestions questions;
    private final FormActs acts;

    FormResponder(Forms forms) {
        this.forms = forms;
        this.summary = new FormSummary(forms);
        this.questions = new FormQuestions(forms, summary);
        this.acts = new FormActs(forms, this, questions);
    }

    /** Drops what lay too long. */
    Conversation forgetting(Conversation conversation, Instant now) {
        return forgetting(forms, conversation, now);
    }

    /** The same, of any forms. */
    static Conversation forgetting(Forms forms, Conversation conversation, Instant now) {
        boolean old = conversation
                .state()
                .draft()
                .filter(draft -> forms.of(draft).outlived(draft, now))
                .isPresent();
        return old ? conversation.with(conversation.state().withoutDraft().keeping(List.of())) : conversation;
    }

    /** Begins the form for ideas in the same way. */
    Decision startIdea(TurnContext context, String text) {
        return questions.advance(context, begun(context, forms.aspiration(), text));
    }

    /** Begins the form for problems with whatever the words already say. */
    Decision start(TurnContext context, String text) {
        String said =
                context.heard().phrasebook().in(text).behind(Said.REPORT_LEAD).strip();
        return questions.advance(context, begun(context, forms.report(), said));
    }

    /** Begins the form for problems of a kind that was picked. */
    Decision startKind(TurnContext context, String category) {
        return questions.advance(context, begun(context, forms.report(), "").with("category", category));
    }

    private Draft begun(TurnContext context, Form form, String text) {
        return absorb(context, Draft.of(form, context.now()), text);
    }

    /** Says something beside the form and, if one is running, its question again. */
    Decision reminding(TurnContext context, Ending ending, Part... said) {
        List<Part> parts = new ArrayList<>(List.of(said));
        context.draft()
                .filter(draft -> !draft.paused())
                .ifPresent(draft -> parts.addAll(questions.current(context, draft)));
        return Decision.of(context, ending, parts);
    }

    @Override
    public Set<Need> needs(Hearing hearing) {
        if (hearing.conversation().state().draft().isEmpty() || !hearing.worded()) {
            return Set.of(Need.Plain.SUGGESTION);
        }
        Set<Need> needs = new HashSet<>(Set.of(
                Need.Plain.SUGGESTION, Need.Plain.ANSWERS, Need.Plain.ACT, Need.Plain.TASK_ACT, Need.Plain.OFFICES));
        FormCorrections.meant(hearing.heard()).map(Need.Words::new).ifPresent(needs::add);
        return needs;
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        return context.draft().flatMap(draft -> respond(context, draft));
    }

    private Optional<Decision> respond(TurnContext context, Draft draft) {
        MessageText heard = context.heard();
        boolean resuming = context.expects(What.RESUME);
        if (draft.paused()) {
            Optional<Boolean> answer = resuming ? heard.yes() : Optional.empty();
            boolean goOn =
                    heard.picked(ChoiceIds.RESUME) || heard.is(Said.FORM_GO_ON) || answer.equals(Optional.of(true));
            if (goOn) {
                return Optional.of(questions.repeat(context, draft.spent(context.now())));
            }
            return answer.isPresent() ? Optional.of(dropped(context)) : Optional.empty();
        }
        if (forms.of(draft).rests(draft, context.now())) {
            return Optional.of(later(context, draft));
        }
        return Optional.of(running(context, draft));
    }

    /** Keeps it with the conversation; what was told of it is not told again. */
    @Override
    public Decision kept(TurnContext context, Draft draft) {
        if (context.state().later().size() == MOST_KEPT) {
            return questions.repeating(context, draft, Part.say("form.another"));
        }
        Draft other = begun(context, forms.report(), OtherMatter.text(context.heard()));
        return questions.repeating(context, draft, FormSummary.kept(other)).state(state -> state.keeping(other));
    }

    /** A finisher that takes up what was told of another matter, once the report before it is sent or dropped. */
    Decision takingUp(TurnContext context, Decision decision) {
        State after = decision.after().state();
        boolean over = context.draft().isPresent() && after.draft().isEmpty();
        if (!over || after.later().isEmpty() || decision.replies().isEmpty()) {
            return decision;
        }
        Draft waiting = after.later().getFirst();
        Decision next = questions.saying(
                context.with(decision.after()),
                waiting.renewed(forms.of(waiting), context.now()),
                FormSummary.next(waiting));
        Decision told = decision;
        for (Part part : next.replies().getFirst().parts()) {
            told = told.followed(part);
        }
        return told.after(next.after())
                .state(state ->
                        state.keeping(after.later().subList(1, after.later().size())));
    }

    @Override
    public Decision dropped(TurnContext context) {
        return Decision.of(context, Ending.CANCELLED, Part.say("cancelled"))
                .state(state -> state.withoutDraft().expectingNothing());
    }

    private Decision later(TurnContext context, Draft draft) {
        return Decision.of(context, Ending.FORM_LATER, FormSummary.resuming(draft, context.now()))
                .state(state -> state.drafting(draft.laidAside()).expecting(What.RESUME, ""));
    }

    private Decision running(TurnContext context, Draft before) {
        MessageText heard = context.heard();
        Draft draft = before.spent(context.now());
        Optional<FieldEdit> edit = FieldEdit.in(heard, forms.of(draft), draft);
        if (edit.isPresent()) {
            return edited(context, draft, edit.get());
        }
        if (heard.picked(ChoiceIds.EDIT) || heard.is(Said.FORM_CHANGE)) {
            return questions.which(context, draft);
        }
        if (heard.is(Said.FORM_BACK)) {
            return forms.of(draft)
                    .before(draft)
                    .map(field -> questions.ask(context, draft, field))
                    .orElseGet(() -> questions.repeat(context, draft));
        }
        if (heard.picked(ChoiceIds.ANONYMOUS) || heard.is(Said.NAMELESS) && draft.confirming()) {
            return sent(context, draft.with("name", PersonName.ANONYMOUS));
        }
        if (digresses(context, draft)) {
            return digressed(context, draft);
        }
        return draft.confirming()
                ? acts.answered(context, draft)
                : acts.beside(context, draft).orElseGet(() -> filled(context, draft));
    }

    private Decision edited(TurnContext context, Draft draft, FieldEdit edit) {
        if (edit.field().isEmpty()) {
            return questions.which(context, draft);
        }
        Field field = edit.field().get();
        return edit.value()
                .map(value -> answered(context, draft.asking(field.name()), field, value))
                .orElseGet(() -> questions.ask(context, draft, field));
    }

    /**
     * A question in the middle is answered, and the form asked again. On the summary anything an article knows is one,
     * unless the words do something else there.
     */
    private static boolean digresses(TurnContext context, Draft draft) {
        boolean known =
                !context.facts().found().isEmpty() && context.heard().pick().isEmpty();
        boolean asks = context.heard().asks();
        boolean ofTheReport = context.heard().says(Said.REPORT_DURATION)
                && context.facts().found().stream()
                        .allMatch(answer -> answer.confidence() < Confidence.ANSWER_TO_A_COMPLAINT);
        return known
                && !ofTheReport
                && !draft.asking().equals("description")
                && (draft.confirming() ? TaskAct.asks(context.facts(), asks || !alike(context, draft)) : asks);
    }

    /** Whether the words are likely about the draft's own category, or about none. */
    private static boolean alike(TurnContext context, Draft draft) {
        return context.facts()
                .likely(Confidence.SUGGESTED)
                .map(category ->
                        draft.value("category").filter(category.key()::equals).isPresent())
                .orElse(true);
    }

    private Decision digressed(TurnContext context, Draft draft) {
        List<Part> parts = new ArrayList<>(KnowledgeResponder.parts(context));
        parts.addAll(questions.current(context, draft));
        return Decision.of(context, Ending.ANSWERED, parts).state(state -> state.drafting(draft));
    }

    private Decision filled(TurnContext context, Draft draft) {
        Optional<Field> asked = forms.of(draft).field(draft, draft.asking());
        if (asked.isEmpty()) {
            return questions.advance(context, draft);
        }
        if (!context.message().attachments().isEmpty() && context.heard().text().isBlank()) {
            List<Part> parts = new ArrayList<>(List.of(Part.say("file.form")));
            parts.addAll(questions.current(context, draft));
            return Decision.of(context, Ending.FORM_ASKED, parts).state(state -> state.drafting(draft));
        }
        String text = context.heard().pickedAfter(ChoiceIds.VALUE).orElseGet(() -> typed(context));
        return answered(context, draft, asked.get(), text);
    }

    private Decision answered(TurnContext context, Draft draft, Field field, String text) {
        return switch (field.validator().check(entry(context, text))) {
            case Verdict.Accepted(String value) -> questions.advance(context, accepted(context, draft, field, value));
            case Verdict.Refused(String key, int number) -> questions.refused(context, draft, key, number);
        };
    }

    private static String typed(TurnContext context) {
        return context.message()
                .location()
                .map(FormResponder::pin)
                .orElse(context.heard().text());
    }

    private Draft accepted(TurnContext context, Draft draft, Field field, String value) {
        boolean again = draft.value(field.name()).isPresent();
        Draft filled = draft.with(field.name(), value);
        return field.name().equals("description") && !again ? absorb(context, filled, value) : filled;
    }

    private static Entry entry(TurnContext context, String text) {
        return new Entry(
                MessageText.of(context.heard().phrasebook(), text),
                context.facts().categories(),
                context.facts().likely(Confidence.SUGGESTED));
    }

    /** Takes description, place and category out of one message. */
    private Draft absorb(TurnContext context, Draft draft, String text) {
        Optional<String> pin = context.message().location().map(FormResponder::pin);
        return SlotFilling.of(forms.of(draft), draft, entry(context, text), pin);
    }

    private static String pin(Location place) {
        return place.lat() + ", " + place.lon();
    }

    @Override
    public Decision sent(TurnContext context, Draft draft) {
        Optional<Field> missing = forms.of(draft).missing(draft);
        return missing.map(field -> questions.ask(context, draft, field)).orElseGet(() -> summary.sent(context, draft));
    }
}
