package id.pendopo.conversation.engine;

import id.pendopo.channels.Call;
import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Floor;
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
import id.pendopo.knowledge.Answer;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Responds to the events of a phone call beside words: it begins, nothing is heard, somebody answered or did not, a
 * message was left.
 */
final class CallResponder implements Responder {

    /** Asked again so often; then silence ends the call, and what is not understood goes to a person. */
    private static final int AT_MOST = 2;

    /** What a voice says for files and the like that have no words. */
    private static final String WORDLESS = "📎";

    /** Endings that leave the caller with nothing to answer; a page shows what can be done next, a voice must say it. */
    private static final Set<Ending> SETTLED = Set.of(
            Ending.ANSWERED,
            Ending.STATUS_OWN,
            Ending.CANCELLED,
            Ending.REPORTED,
            Ending.REPORTED_ANONYMOUSLY,
            Ending.SOLVED,
            Ending.RATED,
            Ending.RATING_EARLY,
            Ending.RATING_EXPLAINED,
            Ending.RATING_SKIPPED,
            Ending.NOT_SOLVED,
            Ending.INFORMATION_ADDED,
            Ending.REOPENED,
            Ending.THANKED,
            Ending.EMERGENCY);

    private final Languages languages;
    private final CallTopics topics;

    CallResponder(Languages languages, CallTopics topics) {
        this.languages = languages;
        this.topics = topics;
    }

    @Override
    public Set<Need> needs(Hearing hearing) {
        Optional<CallTopics.Topic> topic =
                hearing.heard().pickedAfter(ChoiceIds.TOPIC).flatMap(topics::named);
        if (topic.isPresent()) {
            return Set.of(new Need.Articles(topic.get().articles()));
        }
        return givesUp(hearing.heard())
                ? Set.of(Need.Plain.OWN_TICKETS, Need.Plain.SUGGESTION, Need.Plain.OFFICES)
                : Set.of(Need.Plain.OWN_TICKETS, Need.Plain.SUGGESTION);
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        Optional<String> pick = context.heard().pick();
        return pick.filter(Call::happened)
                .map(what -> happened(context, what))
                .or(() -> pick.filter(_ -> context.conversation().keyed()).flatMap(key -> keyed(context, key)));
    }

    /** Whether the caller was not understood so often that a person must help. */
    private static boolean givesUp(MessageText heard) {
        return heard.pick()
                .filter(what -> what.startsWith(Call.UNHEARD) && Call.misses(what) > AT_MOST)
                .isPresent();
    }

    /** The main menu, told to a caller. */
    static Decision menu(Languages languages, TurnContext context, Ending ending) {
        Part menu =
                Menu.keyed(context.draft().isPresent(), context.conversation().language(), languages);
        return Decision.of(context, ending, Part.say("call.menu"), menu).state(State::greeting);
    }

    /**
     * In a call, tells how to go on: by keys where words were not understood twice or a report is to be told, and where the
     * words themselves ask nothing.
     */
    Decision wayOn(TurnContext context, Decision decision) {
        if (!decision.after().spoken() || decision.replies().isEmpty()) {
            return decision;
        }
        if (decision.ending() == Ending.ESCALATED
                && context.state().misses() > 0
                && !topics.all().isEmpty()) {
            String words = context.state().misses() % 2 == 1 ? "call.lost" : "call.lost.again";
            return Decision.of(context, Ending.ESCALATED, Part.say(words), Menu.topics(topics))
                    .after(decision.after())
                    .by(decision.responder());
        }
        Decision varied = refusals(decision) > 2 && refusals(decision) % 2 == 1
                ? decision.preceded(Part.say("call.refused"))
                : decision;
        return tells(varied)
                ? varied.followed(Part.offer(Part.option(ChoiceIds.KINDS + 0, "call.kinds.option")))
                : settled(varied);
    }

    /** How often in a row what was said to a question of the form was not taken, this time among them. */
    private static int refusals(Decision decision) {
        return decision.ending() == Ending.FORM_REFUSED
                ? decision.after().state().draft().map(Draft::refusals).orElse(0)
                : 0;
    }

    /** Whether a report waits for the words that tell it, and no keys are offered. */
    private static boolean tells(Decision decision) {
        boolean asked = decision.ending() == Ending.FORM_ASKED || decision.ending() == Ending.FORM_REFUSED;
        return asked
                && decision.offered().isEmpty()
                && decision.after()
                        .state()
                        .draft()
                        .filter(draft -> draft.asking().equals("description")
                                || draft.asking().equals("place") && draft.refusals() > 0)
                        .isPresent();
    }

    private static Decision settled(Decision decision) {
        boolean asks = decision.after()
                        .state()
                        .draft()
                        .filter(draft -> !draft.paused())
                        .isPresent()
                || decision.after().state().expected().isPresent()
                || !decision.offered().isEmpty();
        return asks || !SETTLED.contains(decision.ending()) ? decision : decision.followed(Part.say("call.more"));
    }

    /** What can be asked and reported without a word that a machine must understand. */
    private Optional<Decision> keyed(TurnContext context, String key) {
        if (key.equals(ChoiceIds.ASK) && !topics.all().isEmpty()) {
            return Optional.of(
                    Decision.of(context, Ending.MENU, Part.say("ask"), Part.say("call.topics"), Menu.topics(topics)));
        }
        List<Category> categories = context.facts().categories();
        Optional<Decision> list = context.heard().pickedAfter(ChoiceIds.KINDS).map(from -> {
            Part kinds = Menu.kinds(categories, Integer.parseInt(from));
            return Decision.of(context, Ending.FORM_ASKED, Part.say("call.kinds"), kinds);
        });
        return list.or(() -> context.heard()
                        .pickedAfter(ChoiceIds.KIND)
                        .map(kind -> Decision.of(context, Ending.RECORDING_ASKED, Part.record("call.kinds.record"))
                                .state(state -> state.expecting(What.RECORDING, kind))))
                .or(() -> context.heard().pickedAfter(ChoiceIds.TOPIC).flatMap(_ -> articles(context)));
    }

    private static Optional<Decision> articles(TurnContext context) {
        List<Part.Option> options = context.facts().answers().stream()
                .filter(Answer.Ambiguous.class::isInstance)
                .flatMap(answer -> ((Answer.Ambiguous) answer).candidates().stream())
                .map(article -> new Part.Option(ChoiceIds.ARTICLE + article.slug(), new Arg.Words(article.title())))
                .toList();
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Decision.of(context, Ending.CLARIFIED, Part.say("call.topic"), new Part.Offer(options, false)));
    }

    private Decision happened(TurnContext context, String what) {
        return switch (what) {
            case Call.ANSWERED -> answered(context);
            case Call.SPOKEN -> spoken(context);
            case Call.UNANSWERED -> unanswered(context);
            case Call.RECORDED -> recorded(context);
            default -> missed(context, what);
        };
    }

    /** The bot answers every call, also while somebody at the desk writes to the caller. A report lies until it is taken up. */
    private Decision answered(TurnContext context) {
        List<Part.Option> spoken = languages.calls().stream()
                .map(language -> Part.option(ChoiceIds.LANGUAGE + language, "language." + language))
                .toList();
        boolean known = context.conversation().languageChosen();
        Decision hello = known || spoken.size() < 2
                ? menu(languages, context, Ending.GREETED).preceded(Part.say(known ? "call.hello.again" : "call.hello"))
                : Decision.of(context, Ending.LANGUAGE_ASKED, Part.say("call.hello"), new Part.Offer(spoken, false));
        Decision fresh = hello.state(state -> state.draft()
                .map(Draft::laidAside)
                .map(state::drafting)
                .orElse(state)
                .expectingNothing());
        return context.conversation().floor() == Floor.AGENT
                ? fresh.after(fresh.after().held(Floor.QUEUE))
                : fresh;
    }

    private Decision missed(TurnContext context, String what) {
        boolean silence = what.startsWith(Call.SILENT);
        List<String> offered = context.state().options();
        boolean choosing = !offered.isEmpty() && offered.stream().allMatch(id -> id.startsWith(ChoiceIds.LANGUAGE));
        if (silence && choosing) {
            return menu(languages, context, Ending.GREETED);
        }
        if (silence && (context.expects(What.RATING) || context.expects(What.RATING_REASON))) {
            return RatingReasonResponder.skipped(context);
        }
        boolean asked = context.state().expected().isPresent()
                || context.draft().filter(draft -> !draft.paused()).isPresent();
        if (Call.misses(what) == AT_MOST && !asked && !topics.all().isEmpty()) {
            return Decision.of(context, Ending.UNHEARD, Part.say("call.topics"), Menu.topics(topics));
        }
        if (Call.misses(what) <= AT_MOST) {
            return Decision.of(context, Ending.UNHEARD, new Part.Again());
        }
        return silence ? Decision.of(context, Ending.CALL_LEFT, Part.hangUp("call.left")) : Handoff.toAPerson(context);
    }

    private static Decision spoken(TurnContext context) {
        Decision goodbye = Decision.of(context, Ending.CALL_ENDED, Part.hangUp("call.ended"));
        return goodbye.after(goodbye.after().held(Floor.BOT));
    }

    private static Decision unanswered(TurnContext context) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.say("call.unanswered"));
        open(context).ifPresent(code -> parts.add(Part.say("call.code", new Arg.Code(code))));
        parts.add(Part.record("call.record"));
        return Decision.of(context, Ending.RECORDING_ASKED, parts);
    }

    private static Decision recorded(TurnContext context) {
        Optional<Decision> report = context.state()
                .expected()
                .filter(expected -> expected.what() == What.RECORDING)
                .map(expected -> reported(context, context.facts().category(expected.code())));
        return report.orElseGet(() -> kept(context));
    }

    private static Decision reported(TurnContext context, Category category) {
        TicketCode code = context.facts().fresh();
        return Decision.of(context, Ending.REPORTED, Part.hangUp("call.reported", new Arg.Code(code)))
                .command(new Command.Open(NewTickets.recorded(context, category, WORDLESS)))
                .command(new Command.Consent(Command.Purpose.CONTACT, true, "person-1"))
                .state(state -> state.withoutDraft().settled().expectingNothing())
                .about(code);
    }

    private static Decision kept(TurnContext context) {
        TicketCode code = open(context).orElse(context.facts().fresh());
        Command keep = open(context)
                .<Command>map(ticket -> new Command.Add(ticket, WORDLESS))
                .orElseGet(() -> NewTickets.person(context));
        return Decision.of(context, Ending.RECORDED, Part.hangUp("call.recorded", new Arg.Code(code)))
                .command(keep)
                .about(code);
    }

    private static Optional<TicketCode> open(TurnContext context) {
        return EmergencyTickets.foremost(context).map(Ticket::code);
    }
}
