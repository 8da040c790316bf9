package id.pendopo.conversation.engine;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Finisher;
import id.pendopo.conversation.dialogue.Passcode;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.engine.DialoguePolicy.Named;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.GlobalCommand;
import id.pendopo.conversation.understanding.Languages;
import id.pendopo.conversation.understanding.MessageText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The dialogue manager: asks the responders of a policy in order, the first that answers wins, and has the decision
 * finished. Pure; any thread may call.
 */
public final class Engine {

    private final DialoguePolicy policy;

    public Engine(DialoguePolicy policy) {
        this.policy = policy;
    }

    /** The names of those who may answer, in the order in which they are asked. */
    public List<String> order() {
        return policy.responders().stream().map(Named::name).toList();
    }

    /** What this message leads to. */
    public Decision decide(Conversation conversation, InboundMessage message, Facts facts, Instant now) {
        Conversation fresh = FormResponder.forgetting(policy.report(), conversation, now);
        Conversation spoken = fresh.in(language(fresh, message, facts.language()));
        TurnContext context = TurnContext.of(spoken, message, facts, now);
        Decision decision = policy.responders().stream()
                .flatMap(named -> named.part().respond(context).map(decided -> decided.by(named.name())).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the last responder always answers"));
        for (Named<Finisher> finisher : policy.finishers()) {
            decision = finisher.part().finish(context, decision);
        }
        return decision;
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
}
