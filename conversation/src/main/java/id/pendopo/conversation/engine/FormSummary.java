package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.forms.Field;
import id.pendopo.conversation.forms.Forms;
import id.pendopo.conversation.forms.Validator;
import id.pendopo.conversation.forms.Validator.PersonName;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.NewTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Words a report's form: how it is asked for, read over and acknowledged. */
final class FormSummary {

    /** Fields whose questions have a reason in the bundle. */
    private static final Set<String> REASONED = Set.of("place", "name", "contact");

    /** What people ask of a report that has an answer in the bundle. */
    private static final List<String> ASKED =
            List.of("picture", "follow", "handler", "name", "machine", "reply", "cost");

    private static final Duration YESTERDAY = Duration.ofHours(36);

    private final Forms forms;

    FormSummary(Forms forms) {
        this.forms = forms;
    }

    /** The question of the field that is asked for. */
    List<Part> ask(TurnContext context, Draft draft) {
        Field field = forms.of(draft).field(draft, draft.asking()).orElseThrow();
        return switch (field.validator()) {
            case Validator.OneCategory _ -> List.of(Part.say(field.ask()), categories(context));
            case Validator.Place _ -> List.of(Part.say(field.ask()), new Part.AskPlace("form.ask.place.button"));
            case Validator.YesNo _ ->
                List.of(
                        Part.say(field.ask()),
                        Part.named(
                                Part.option(ChoiceIds.VALUE + Validator.YesNo.YES, "option.yes"),
                                Part.option(ChoiceIds.VALUE + Validator.YesNo.NO, "option.no")));
            case Validator.PersonName _ ->
                List.of(
                        Part.say(field.ask()),
                        Part.named(
                                Part.option(ChoiceIds.VALUE + "hidden", "form.name.hidden"),
                                Part.option(ChoiceIds.VALUE + "anonymous", "form.name.anonymous")));
            case Validator.Words _ -> List.of(Part.say(field.ask()));
        };
    }

    /** Everything at once, to read over. */
    List<Part> confirm(TurnContext context, Draft draft) {
        String description = draft.value("description").orElse("");
        Optional<String> place = draft.value("place");
        Part text = Part.say(
                draft.aspires() ? "form.confirm.idea" : "form.confirm",
                new Arg.Kind(category(context, draft)),
                new Arg.Words(description),
                place.<Arg>map(Arg.Words::new).orElse(new Arg.Term("form.place.none")),
                name(draft),
                contact(context, draft),
                new Arg.Excerpt(description, 30),
                place.<Arg>map(where -> new Arg.Excerpt(where, 20)).orElse(new Arg.Term("form.place.none")),
                new Arg.Count(forms.of(draft).fields(draft).size()),
                new Arg.KindExcerpt(category(context, draft), 18));
        return List.of(
                text,
                Part.named(
                        Part.option(ChoiceIds.SEND, draft.aspires() ? "option.send.idea" : "option.send"),
                        Part.option(ChoiceIds.ANONYMOUS, "option.anonymous"),
                        Part.option(ChoiceIds.EDIT, "option.edit"),
                        Part.option(ChoiceIds.CANCEL, "option.cancel")));
    }

    /** Whether to go on with what lay for a while. */
    static List<Part> resuming(Draft draft, Instant now) {
        boolean yesterday = draft.idle(now).compareTo(YESTERDAY) < 0;
        return List.of(
                Part.say(yesterday ? "form.resume" : "form.resume.older", about(draft, 40)),
                Part.named(
                        Part.option(ChoiceIds.RESUME, "option.resume"),
                        Part.option(ChoiceIds.CANCEL, "option.cancel")));
    }

    /** The answer to a question about the report itself: how long it takes, what it costs, who sees it, why a line of it is asked for. */
    static Part about(TurnContext context, Draft draft) {
        if (context.heard().says(Said.REPORT_DURATION)) {
            return draft.value("category")
                    .map(context.facts()::category)
                    .flatMap(context.facts()::promised)
                    .<Part>map(days -> Part.say("form.promise", new Arg.Count(days)))
                    .orElseGet(() -> Part.say("form.promise.later"));
        }
        boolean reasoned = REASONED.contains(draft.asking()) && context.heard().says(Said.FORM_WHY);
        return asked(context, draft)
                .orElseGet(() -> Part.say(reasoned ? "form.why." + draft.asking() : "form.unanswered"));
    }

    /** The answer to what people ask of any report; empty where the words ask nothing of the kind. */
    static Optional<Part> asked(TurnContext context, Draft draft) {
        return ASKED.stream()
                .filter(topic -> context.heard().says(Said.REPORT_ASKED + topic))
                .<Part>map(topic -> Part.say("form.asked." + topic, new Arg.Kind(category(context, draft))))
                .findFirst();
    }

    /** That another matter waits for its turn. */
    static Part kept(Draft other) {
        return told(other) ? Part.say("form.kept", about(other, 24)) : Part.say("form.kept.untold");
    }

    /** That its turn has come. */
    static Part next(Draft other) {
        return told(other) ? Part.say("form.next", about(other, 40)) : Part.say("form.next.untold");
    }

    private static boolean told(Draft draft) {
        return draft.value("description").isPresent();
    }

    private static Arg about(Draft draft, int length) {
        return draft.value("description")
                .<Arg>map(description -> new Arg.Excerpt(description, length))
                .orElseGet(() -> new Arg.Term("form.unnamed"));
    }

    /** The lines that can be changed. */
    List<Part> lines(TurnContext context, Draft draft) {
        List<Part.Option> options = new ArrayList<>();
        List<Field> fields = forms.of(draft).fields(draft);
        for (int i = 0; i < fields.size(); i++) {
            options.add(Part.option(ChoiceIds.EDIT_LINE + (i + 1), fields.get(i).label()));
        }
        return List.of(Part.say("form.edit"), new Part.Offer(options, false));
    }

    Decision sent(TurnContext context, Draft draft) {
        boolean anonymous = NewTickets.anonymous(draft);
        NewTicket ticket = NewTickets.report(context, draft, category(context, draft), description(draft));
        Part said = anonymous
                ? Part.say("reported.anonymous", new Arg.Code(ticket.code()))
                : Part.say(
                        draft.aspires() ? "reported.idea" : "reported",
                        new Arg.Code(ticket.code()),
                        new Arg.Due(ticket.code()));
        List<Part> parts = new ArrayList<>(List.of(said));
        if (!anonymous && context.conversation().channel().passing()) {
            parts.add(Part.say("reported.way"));
        }
        Decision decision = Decision.of(context, anonymous ? Ending.REPORTED_ANONYMOUSLY : Ending.REPORTED, parts)
                .command(new Command.Open(ticket, draft.corrected()))
                .state(state -> state.withoutDraft().settled());
        Decision consented = anonymous
                ? decision
                : decision.command(new Command.Consent(
                        Command.Purpose.CONTACT,
                        NewTickets.mayContact(draft),
                        forms.of(draft).wording()));
        return anonymous ? consented : consented.about(ticket.code());
    }

    /** The description with the answers to the category's own questions below it. */
    private String description(Draft draft) {
        List<Field> own =
                forms.of(draft).extra().getOrDefault(draft.value("category").orElse(""), List.of());
        String more = own.stream()
                .flatMap(field -> draft.value(field.name()).stream())
                .map(answer -> "\n" + answer)
                .collect(Collectors.joining());
        return draft.value("description").orElseThrow() + more;
    }

    private static Category category(TurnContext context, Draft draft) {
        return draft.value("category").map(context.facts()::category).orElseGet(context.facts()::catchAll);
    }

    private static Part categories(TurnContext context) {
        List<Part.Option> options = context.facts().categories().stream()
                .map(category -> new Part.Option(ChoiceIds.VALUE + category.key(), new Arg.Kind(category)))
                .toList();
        return new Part.Offer(options, false);
    }

    private static Arg name(Draft draft) {
        Optional<String> name = NewTickets.name(draft);
        if (name.isPresent()) {
            return new Arg.Words(name.get());
        }
        boolean anonymous =
                draft.value("name").filter(PersonName.ANONYMOUS::equals).isPresent();
        return new Arg.Term(anonymous ? "form.name.anonymous" : "form.name.hidden");
    }

    /** Whoever only visits leaves nothing by which they could be contacted. */
    private static Arg contact(TurnContext context, Draft draft) {
        if (!NewTickets.mayContact(draft)) {
            return new Arg.Term("form.contact.no");
        }
        return new Arg.Term(context.conversation().channel().passing() ? "form.contact.none" : "form.contact.yes");
    }
}
