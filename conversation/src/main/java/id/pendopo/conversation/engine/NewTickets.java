package id.pendopo.conversation.engine;

import id.pendopo.channels.Address;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.forms.Validator.PersonName;
import id.pendopo.conversation.forms.Validator.YesNo;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Visibility;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drafts new tickets from the conversation: for a handoff, an emergency, or a report. */
final class NewTickets {

    private static final Pattern LAST_FOUR = Pattern.compile("\\+\\d{4,}(\\d{4})");

    /** A request for a person in so few words is about nothing else. */
    private static final int BARE = 5;

    /** What was asked longer ago is not what somebody wants now. */
    private static final Duration RECENT = Duration.ofDays(1);

    private NewTickets() {}

    /** Somebody asked for a person; what they asked before goes with it. */
    static Command.Open person(TurnContext context) {
        Optional<String> told = about(context);
        NewTicket ticket = ofConversation(
                context,
                TicketType.INFORMATION_REQUEST,
                categoryOfPerson(context),
                told.orElse("-"),
                Optional.empty(),
                Optional.empty());
        return new Command.Open(ticket, false, told.isEmpty() ? Optional.of("person.untold") : Optional.empty());
    }

    /** The one word by which a person is asked for tells no category, least of all one that is worked in confidence. */
    private static Category categoryOfPerson(TurnContext context) {
        return context.draft().isEmpty() && context.heard().words() <= 1
                ? context.facts().catchAll()
                : category(context, context.draft());
    }

    /** What the talk was about, in as far as the citizen said it; that a person is wanted tells nothing. */
    static Optional<String> about(TurnContext context) {
        Optional<String> before =
                context.state().question().or(() -> context.draft().map(_ -> subject(context, context.draft())));
        return before.or(() -> said(context)).or(() -> asked(context));
    }

    private static Optional<String> said(TurnContext context) {
        boolean tells = context.heard().pick().isEmpty() && context.heard().words() > BARE;
        return tells ? Optional.of(context.heard().text()) : Optional.empty();
    }

    private static Optional<String> asked(TurnContext context) {
        return context.state()
                        .touched()
                        .filter(before -> before.plus(RECENT).isAfter(context.now()))
                        .isPresent()
                ? context.state().asked()
                : Optional.empty();
    }

    /** What a report that is not sent yet is about, and no more of it. */
    private static String subject(TurnContext context, Optional<Draft> draft) {
        return category(context, draft).names().in(context.conversation().language());
    }

    static NewTicket emergency(TurnContext context, Danger danger) {
        return ofConversation(
                context,
                TicketType.COMPLAINT,
                EmergencyTickets.category(context, danger),
                context.heard().text(),
                Optional.empty(),
                Optional.of(danger));
    }

    /** A report that was told to a recording; what was said before goes with it. */
    static NewTicket recorded(TurnContext context, Category category, String wordless) {
        Optional<Draft> draft = context.draft();
        return ofConversation(
                context,
                category.type(),
                category,
                draft.flatMap(form -> form.value("description")).orElse(wordless),
                draft,
                Optional.empty());
    }

    /** A ticket whose citizen may be answered here, with the place and the name of what was told for a report. */
    private static NewTicket ofConversation(
            TurnContext context,
            TicketType type,
            Category category,
            String description,
            Optional<Draft> told,
            Optional<Danger> danger) {
        return new NewTicket(
                context.facts().fresh(),
                type,
                category.key(),
                description,
                told.flatMap(form -> form.value("place")),
                told.flatMap(NewTickets::name),
                Visibility.NAME_HIDDEN,
                true,
                Optional.of(context.conversation().id()),
                context.conversation().kind(),
                lastFour(context.conversation().address()),
                context.conversation().language(),
                danger);
    }

    /** A report that was read over and sent. Anonymous: nothing that leads back to the sender. */
    static NewTicket report(TurnContext context, Draft draft, Category category, String description) {
        boolean anonymous = anonymous(draft);
        boolean contact = !anonymous && mayContact(draft);
        return new NewTicket(
                anonymous ? context.facts().receipt() : context.facts().fresh(),
                draft.aspires() ? TicketType.ASPIRATION : category.type(),
                category.key(),
                description,
                draft.value("place"),
                name(draft),
                anonymous ? Visibility.ANONYMOUS : Visibility.NAME_HIDDEN,
                contact,
                anonymous
                        ? Optional.empty()
                        : Optional.of(context.conversation().id()),
                context.conversation().kind(),
                anonymous ? Optional.empty() : lastFour(context.conversation().address()),
                context.conversation().language(),
                Optional.empty());
    }

    static boolean anonymous(Draft draft) {
        return draft.value("name").filter(PersonName.ANONYMOUS::equals).isPresent();
    }

    static boolean mayContact(Draft draft) {
        return draft.value("contact").filter(YesNo.NO::equals).isEmpty();
    }

    static Optional<String> name(Draft draft) {
        return draft.value("name")
                .filter(name -> !name.equals(PersonName.HIDDEN) && !name.equals(PersonName.ANONYMOUS));
    }

    static Category category(TurnContext context, Optional<Draft> draft) {
        return draft.flatMap(form -> form.value("category"))
                .map(context.facts()::category)
                .or(() -> context.facts().likely(Confidence.SUGGESTED))
                .orElseGet(context.facts()::catchAll);
    }

    private static Optional<String> lastFour(Address address) {
        Matcher digits = LAST_FOUR.matcher(address.value());
        return digits.matches() ? Optional.of(digits.group(1)) : Optional.empty();
    }
}
