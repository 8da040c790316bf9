package id.pendopo.conversation.facts;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.engine.DialoguePolicy;
import id.pendopo.conversation.engine.Engine;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.Rewording;
import id.pendopo.knowledge.Rewording.Form;
import java.time.Instant;
import java.util.Optional;

/**
 * Has the answer to a typed question reworded in plain language by a language model, where the turn will say that one
 * answer and nothing else: no emergency, command, form, ticket or report is ever shown to a model. Any thread may
 * call.
 */
public final class PlainLanguage {

    private final Engine engine;
    private final Rewording rewording;

    public PlainLanguage(Engine engine, Rewording rewording) {
        this.engine = engine;
        this.rewording = rewording;
    }

    /** The facts with the answer in plainer words, or as they are. May wait for a model, so never in a transaction. */
    public Facts of(Facts facts, Conversation conversation, InboundMessage message, Instant now) {
        Form form = conversation.brief() ? Form.SMS : Form.WEB;
        return only(facts)
                .filter(found -> !conversation.spoken() && rewording.allowed(found, form))
                .filter(_ -> typed(conversation, message) && !rude(facts, message))
                .filter(_ -> answers(engine.decide(conversation, message, facts, now)))
                .map(found -> facts.answering(rewording.plainer(found, message.text(), form)))
                .orElse(facts);
    }

    private static Optional<Answer.Found> only(Facts facts) {
        boolean one = facts.answers().size() == 1 && facts.left().isEmpty();
        return one ? facts.found().stream().findFirst() : Optional.empty();
    }

    private boolean typed(Conversation conversation, InboundMessage message) {
        return message.choice().isEmpty()
                && message.attachments().isEmpty()
                && engine.needs(conversation, message).stream().noneMatch(Need.OneArticle.class::isInstance);
    }

    /** However unsure it is: whoever is angry gets no other words than everybody. */
    private boolean rude(Facts facts, InboundMessage message) {
        return engine.phrasebook().profanity().in(message.text())
                || facts.act().filter(act -> act.label().equals("abuse")).isPresent();
    }

    /** Not within a form, where the same answer is said beside a question of the desk. */
    private static boolean answers(Decision decision) {
        return decision.ending() == Ending.ANSWERED && decision.responder().equals(DialoguePolicy.KNOWLEDGE);
    }
}
