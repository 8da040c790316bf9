package id.pendopo.conversation.engine;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.forms.Form;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides what is said: the first responder of the list that answers wins. Pure; any thread may call. */
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

    private final Reporting reporting;
    private final List<Named> responders;

    private record Named(String name, Responder responder) {}

    public Engine(Form report) {
        reporting = new Reporting(report);
        responders = List.of(
                new Named("emergency", new EmergencyCall(new Emergencies())),
                new Named("call", new Calls()),
                new Named("elsewhere", new Elsewhere(reporting)),
                new Named("rating", new Ratings()),
                new Named("command", new Commands(reporting)),
                new Named("agent", new AgentFloor()),
                new Named("form", reporting),
                new Named("ticket", new FollowUps()),
                new Named("reason", new RatingReasons()),
                new Named("mistake", new Mistaken()),
                new Named("act", new DialogueActs()),
                new Named("report", new ReportStart(reporting)),
                new Named(KNOWLEDGE, new KnowledgeAnswers()),
                new Named("queue", new WaitingLine()),
                new Named("clarify", new Clarify()),
                new Named("escalate", new Escalate()));
    }

    /** The names of those who may answer, in the order in which they are asked. */
    public List<String> order() {
        return responders.stream().map(Named::name).toList();
    }

    /** What this message leads to. */
    public Decision decide(Conversation conversation, InboundMessage message, Facts facts, Instant now) {
        Conversation fresh = reporting.forgetting(conversation, now);
        Conversation spoken = fresh.in(language(fresh, message, facts.language()));
        Scene scene = Scene.of(spoken, message, facts, now);
        return responders.stream()
                .flatMap(named -> named.responder().respond(scene).map(decision -> decision.by(named.name())).stream())
                .findFirst()
                .map(decision ->
                        PASSING.contains(decision.ending()) ? decision : RatingReasons.lapsing(scene, decision))
                .map(Calls::wayOn)
                .map(Untranslated::noting)
                .map(decision -> Elsewhere.noting(scene, decision))
                .map(decision -> TooLong.noting(scene, decision))
                .map(decision -> remembering(decision, scene.state(), now))
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
        String plain = Heard.plain(message.text());
        boolean indonesian = !conversation.words().equals(conversation.language());
        return !plain.contains(" ")
                || indonesian && GlobalCommand.exactly(plain).isPresent();
    }

    /** What the citizen says: the message, or the question of before that it makes a report of. */
    public static String saying(Conversation conversation, InboundMessage message) {
        return Heard.of(message, conversation.state()).picked(Picks.REPORT)
                ? conversation.state().question().orElse(message.text())
                : message.text();
    }

    /** Whether the message asks for a person, so that the facts need the units' hours. */
    public static boolean asksForAPerson(Conversation conversation, InboundMessage message) {
        Heard heard = Heard.of(message, conversation.state());
        return heard.picked(Picks.PERSON)
                || Calls.givesUp(heard)
                || Commands.wantsAPerson(heard)
                || GlobalCommand.exactly(heard.plain()).equals(Optional.of(GlobalCommand.PERSON));
    }

    /** The article that a pressed or numbered choice names. */
    public static Optional<String> pickedArticle(Conversation conversation, InboundMessage message) {
        return Heard.of(message, conversation.state()).pickedAfter(Picks.ARTICLE);
    }

    /** Whether words of abuse are among the message's. */
    public static boolean insults(InboundMessage message) {
        return DialogueActs.insulting(Heard.of(message.text()));
    }

    /** Whether the message asks for a code with which this conversation can go on at another door. */
    public static boolean leaves(Conversation conversation, InboundMessage message) {
        return Elsewhere.leaves(conversation, message);
    }

    /** Whether the message asks for a code that proves here that a ticket is theirs. */
    public static boolean asksForACode(Conversation conversation, InboundMessage message) {
        return StatusAnswers.asksForACode(conversation, message);
    }

    /** The code that was typed to go on here with what was begun at another door. */
    public static Optional<Passcode> typedCode(Conversation conversation, InboundMessage message) {
        return Elsewhere.comes(conversation, message);
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
