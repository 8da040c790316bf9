package id.pendopo.conversation.engine;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.dialogue.AnswerLanguage;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Finisher;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.engine.DialoguePolicy.Named;
import id.pendopo.conversation.floor.FloorReturn;
import id.pendopo.conversation.understanding.Languages;
import id.pendopo.conversation.understanding.Phrasebook;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The languages in which it understands. */
    public Languages languages() {
        return policy.languages();
    }

    /** What words it understands. */
    public Phrasebook phrasebook() {
        return policy.phrasebook();
    }

    /** What this message leads to. */
    public Decision decide(Conversation conversation, InboundMessage message, Facts facts, Instant now) {
        FloorReturn.Heard heard = heard(conversation, message, now);
        Conversation fresh = FormResponder.forgetting(policy.forms(), heard.conversation(), now);
        Conversation spoken = fresh.in(
                AnswerLanguage.of(policy.languages(), policy.phrasebook(), fresh, heard.message(), facts.language()));
        TurnContext context = TurnContext.of(policy.phrasebook(), spoken, heard.message(), facts, now);
        Decision decision = policy.responders().stream()
                .flatMap(named -> named.part().respond(context).map(decided -> decided.by(named.name())).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the last responder always answers"));
        for (Named<Finisher> finisher : policy.finishers()) {
            decision = finisher.part().finish(context, decision);
        }
        return decision;
    }

    /** How a message is understood: to whom it speaks, and what it means there. */
    public FloorReturn.Heard heard(Conversation conversation, InboundMessage message, Instant now) {
        return policy.returns().heard(policy.phrasebook(), conversation, message, now);
    }

    /** What the responders want to look at, together, of a message as it is {@linkplain #heard understood}. */
    public Set<Need> needs(Conversation conversation, InboundMessage message) {
        Hearing hearing = Hearing.of(policy.phrasebook(), conversation, message);
        return policy.responders().stream()
                .flatMap(named -> named.part().needs(hearing).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same without asides, for a line where they would cost another message. */
    public static Decision briefer(Decision decision) {
        Decision briefer = TranslationNotice.silently(decision);
        for (Part.Aside aside : asides(briefer)) {
            briefer = briefer.without(aside);
        }
        return briefer;
    }

    private static List<Part.Aside> asides(Decision decision) {
        return decision.replies().stream()
                .flatMap(reply -> reply.parts().stream())
                .filter(Part.Aside.class::isInstance)
                .map(Part.Aside.class::cast)
                .toList();
    }
}
