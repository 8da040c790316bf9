package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.keypad.Menu;
import id.pendopo.conversation.understanding.CallTopics;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.Languages;
import id.pendopo.conversation.understanding.MessageText;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Responds to the keys of a telephone whose screen is all there is (USSD): who dials gets the menu at once or goes on with what
 * broke off, and reports by the key of a category.
 */
final class PageResponder implements Responder {

    private static final String MENU_KEY = "0";
    private static final int MORE_KEY = 9;

    /** Where a list has a ninth entry of its own. */
    private static final String MORE_BEHIND_A_LIST = "99";

    /** Who dials again so soon was cut off. */
    private static final Duration CUT_OFF = Duration.ofMinutes(10);

    /** Endings after which the dialogue is over when nothing is asked. */
    private static final Set<Ending> OVER = Set.of(
            Ending.REPORTED,
            Ending.REPORTED_ANONYMOUSLY,
            Ending.STATUS_OWN,
            Ending.THANKED,
            Ending.RATED,
            Ending.RATING_EXPLAINED,
            Ending.RATING_SKIPPED,
            Ending.SOLVED,
            Ending.INFORMATION_ADDED,
            Ending.REOPENED,
            Ending.PERSON_COMES,
            Ending.PERSON_LATER,
            Ending.PERSON_KNOWS,
            Ending.BROADCASTS_STOPPED);

    private final FormResponder reporting;
    private final Languages languages;
    private final CallTopics topics;

    PageResponder(FormResponder reporting, Languages languages, CallTopics topics) {
        this.reporting = reporting;
        this.languages = languages;
        this.topics = topics;
    }

    @Override
    public Set<Need> needs(Hearing hearing) {
        return hearing.conversation().paged() ? Set.of(Need.Plain.SUGGESTION) : Set.of();
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        if (!context.conversation().paged()) {
            return Optional.empty();
        }
        MessageText heard = context.heard();
        if (context.message().choice().filter(ChoiceIds.MENU::equals).isPresent()) {
            return Optional.of(dialled(context));
        }
        if (heard.plain().equals(MENU_KEY) || heard.picked(ChoiceIds.MENU)) {
            return Optional.of(menu(context));
        }
        if (context.conversation().more() && more(context)) {
            return Optional.of(Decision.of(context, Ending.CONTINUED, new Part.Rest()));
        }
        if (heard.picked(ChoiceIds.ASK) && !topics.all().isEmpty()) {
            return Optional.of(Decision.of(context, Ending.MENU, Part.say("page.topics"), Menu.topics(topics)));
        }
        if (heard.picked(ChoiceIds.REPORT)) {
            Part kinds = Menu.kinds(context.facts().categories(), 0);
            return Optional.of(Decision.of(context, Ending.FORM_ASKED, Part.say("call.kinds"), kinds));
        }
        return heard.pickedAfter(ChoiceIds.KIND).map(kind -> reporting.startKind(context, kind));
    }

    private static boolean more(TurnContext context) {
        String key = context.heard().plain();
        boolean taken = context.state().options().size() >= MORE_KEY;
        return key.equals(MORE_BEHIND_A_LIST) || key.equals(Integer.toString(MORE_KEY)) && !taken;
    }

    private Decision dialled(TurnContext context) {
        return context.draft()
                .filter(draft -> draft.idle(context.now()).compareTo(CUT_OFF) <= 0)
                .map(draft -> resuming(context, draft))
                .orElseGet(() -> menu(context));
    }

    private static Decision resuming(TurnContext context, Draft draft) {
        Part ways = Part.offer(Part.option(ChoiceIds.RESUME, "option.yes"), Part.option(ChoiceIds.MENU, "option.menu"));
        return Decision.of(context, Ending.FORM_LATER, Part.say("page.resume"), ways)
                .state(state -> state.drafting(draft.laidAside()).expecting(What.RESUME, ""));
    }

    private Decision menu(TurnContext context) {
        return CallResponder.menu(languages, context, Ending.MENU)
                .state(state -> state.draft()
                        .map(Draft::laidAside)
                        .map(state::drafting)
                        .orElse(state)
                        .expectingNothing());
    }

    /** Ends a session in which nothing is asked any more; on other lines what was decided. */
    static Decision ending(Decision decision) {
        Conversation after = decision.after();
        State state = after.state();
        boolean asks = state.draft().filter(draft -> !draft.paused()).isPresent()
                || state.expected().isPresent()
                || !decision.offered().isEmpty();
        return after.paged()
                        && !asks
                        && OVER.contains(decision.ending())
                        && !decision.replies().isEmpty()
                ? decision.followed(Part.hangUp("page.end"))
                : decision;
    }
}
