package id.pendopo.conversation.engine;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Passcode;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.Try;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Form;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.Emergencies;
import id.pendopo.conversation.understanding.GlobalCommand;
import id.pendopo.conversation.understanding.Languages;
import id.pendopo.conversation.understanding.MessageText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The dialogue manager: asks a list of responders in order, the first that answers wins, and has the decision
 * finished. Pure; any thread may call.
 */
public final class Engine {

    /** The responder that quotes what the knowledge base found. */
    public static final String KNOWLEDGE = "knowledge";

    /** Endings after which a typed "1" still picks what was offered before. */
    private static final Set<Ending> PASSING = Set.of(
            Ending.EMERGENCY,
            Ending.UNHEARD,
            Ending.REPEATED,
            Ending.CONTINUED,
            Ending.LANGUAGE_CHANGED,
            Ending.AGENT_HOLDS);

    private final FormResponder reporting;
    private final List<Named> responders;

    private record Named(String name, Responder responder) {}

    public Engine(Form report) {
        reporting = new FormResponder(report);
        responders = List.of(
                new Named("emergency", new EmergencyResponder(new Emergencies())),
                new Named("call", new CallResponder()),
                new Named("elsewhere", new TransferResponder(reporting)),
                new Named("rating", new RatingResponder()),
                new Named("command", new CommandResponder(reporting)),
                new Named("agent", new AgentFloorResponder()),
                new Named("form", reporting),
                new Named("ticket", new FollowUpResponder()),
                new Named("reason", new RatingReasonResponder()),
                new Named("mistake", new MistakeResponder()),
                new Named("act", new DialogueActResponder()),
                new Named("report", new ReportStartResponder(reporting)),
                new Named(KNOWLEDGE, new KnowledgeResponder()),
                new Named("queue", new QueueResponder()),
                new Named("clarify", new ClarificationResponder()),
                new Named("escalate", new FallbackResponder()));
    }

    /** The names of those who may answer, in the order in which they are asked. */
    public List<String> order() {
        return responders.stream().map(Named::name).toList();
    }

    /** What this message leads to. */
    public Decision decide(Conversation conversation, InboundMessage message, Facts facts, Instant now) {
        Conversation fresh = reporting.forgetting(conversation, now);
        Conversation spoken = fresh.in(language(fresh, message, facts.language()));
        TurnContext context = TurnContext.of(spoken, message, facts, now);
        return responders.stream()
                .flatMap(
                        named -> named.responder().respond(context).map(decision -> decision.by(named.name())).stream())
                .findFirst()
                .map(decision -> PASSING.contains(decision.ending())
                        ? decision
                        : RatingReasonResponder.lapsing(context, decision))
                .map(CallResponder::wayOn)
                .map(TranslationNotice::noting)
                .map(decision -> TransferResponder.noting(context, decision))
                .map(decision -> TooLong.noting(context, decision))
                .map(decision -> remembering(decision, context.state(), now))
                .map(decision -> counting(facts, decision))
                .orElseThrow(() -> new IllegalStateException("the last responder always answers"));
    }

    /**
     * The language of the answer: the chosen one, or the message's, or the client's at first, or the one so far. Names and
     * places in a form say nothing about it, nor does what the recognition of speech made of a sound.
     */
    public static Locale language(Conversation conversation, InboundMessage message, Optional<Locale> detected) {
        boolean filling =
                conversation.state().draft().filter(draft -> !draft.paused()).isPresent();
        boolean first = conversation.state().touched().isEmpty();
        boolean slight = !first && slight(conversation, message);
        if (conversation.languageChosen() || filling || conversation.spoken() || slight) {
            return conversation.language();
        }
        Optional<Locale> asked = first ? message.language() : Optional.empty();
        return detected.flatMap(Languages::known)
                .or(() -> asked.flatMap(Languages::known))
                .orElse(conversation.language());
    }

    /**
     * Whether a message is too little to change the language of a talk that has begun: one word that many use ("piye",
     * "thanks"), or words that the desk asks for in Indonesian of everybody.
     */
    private static boolean slight(Conversation conversation, InboundMessage message) {
        String plain = MessageText.plain(message.text());
        boolean indonesian = !conversation.words().equals(conversation.language());
        return !plain.contains(" ")
                || indonesian && GlobalCommand.exactly(plain).isPresent();
    }

    /** What the citizen says: the message, or the question of before that it makes a report of. */
    public static String saying(Conversation conversation, InboundMessage message) {
        return MessageText.of(message, conversation.state().options()).picked(ChoiceIds.REPORT)
                ? conversation.state().question().orElse(message.text())
                : message.text();
    }

    /** Whether the message asks for a person, so that the facts need the units' hours. */
    public static boolean asksForAPerson(Conversation conversation, InboundMessage message) {
        MessageText heard = MessageText.of(message, conversation.state().options());
        return heard.picked(ChoiceIds.PERSON)
                || CallResponder.givesUp(heard)
                || CommandResponder.wantsAPerson(heard)
                || GlobalCommand.exactly(heard.plain()).equals(Optional.of(GlobalCommand.PERSON));
    }

    /** The article that a pressed or numbered choice names. */
    public static Optional<String> pickedArticle(Conversation conversation, InboundMessage message) {
        return MessageText.of(message, conversation.state().options()).pickedAfter(ChoiceIds.ARTICLE);
    }

    /** Whether words of abuse are among the message's. */
    public static boolean insults(InboundMessage message) {
        return DialogueActResponder.insulting(MessageText.of(message.text()));
    }

    /** Whether the message asks for a code with which this conversation can be transferred to another channel. */
    public static boolean leaves(Conversation conversation, InboundMessage message) {
        return TransferResponder.leaves(conversation, message);
    }

    /** Whether the message asks for a code that proves here that a ticket is theirs. */
    public static boolean asksForACode(Conversation conversation, InboundMessage message) {
        return StatusAnswers.asksForACode(conversation, message);
    }

    /** The code that was typed to go on here with what was begun in another conversation. */
    public static Optional<Passcode> typedCode(Conversation conversation, InboundMessage message) {
        return TransferResponder.comes(conversation, message);
    }

    /** The same without asides, for a line where they would cost another message. */
    public static Decision briefer(Decision decision) {
        return TranslationNotice.silently(decision);
    }

    /** Whoever answers, and whatever is said: what was tried is counted, before anything that it opens. */
    private static Decision counting(Facts facts, Decision decision) {
        Decision counting = decision;
        for (Try tried : facts.tried().reversed()) {
            counting = counting.begun(new Command.Count(tried));
        }
        return counting;
    }

    private static Decision remembering(Decision decision, State before, Instant now) {
        boolean late = before.picked().isPresent() && !PASSING.contains(decision.ending());
        Decision fresh = late && decision.after().state().picked().equals(before.picked())
                ? decision.state(state -> state.picking(Optional.empty()))
                : decision;
        return remembering(fresh, now);
    }

    private static Decision remembering(Decision decision, Instant now) {
        List<String> offered = decision.offered();
        boolean keep = offered.isEmpty() && PASSING.contains(decision.ending());
        boolean opens = decision.commands().stream()
                .anyMatch(command -> command instanceof Command.Open open
                        && open.ticket().conversation().isPresent());
        return decision.state(state -> (keep ? state : state.offering(offered)).touchedAt(now))
                .state(state -> opens ? state.withTicket() : state);
    }
}
