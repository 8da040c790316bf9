package id.pendopo.conversation.turn;

import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.understanding.Emergencies;
import id.pendopo.conversation.understanding.GlobalCommand;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.knowledge.UnansweredQuestions;
import id.pendopo.knowledge.UnansweredQuestions.Why;
import id.pendopo.ui.CountryPack;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Filter of unanswered queries: notes for editors what an article could answer, and leaves out commands, answers to the desk
 * and calls for help, which no article is missing for.
 */
@Component
class UnansweredNotes {

    /** Acts of a talk, by their labels in the training lines; no question is among them. */
    private static final Set<String> ANSWERS = Set.of("affirm", "deny", "emergency");

    private final UnansweredQuestions unanswered;
    private final Phrasebook phrasebook;
    private final Emergencies emergencies;

    UnansweredNotes(UnansweredQuestions unanswered, Phrasebook phrasebook, CountryPack pack) {
        this.unanswered = unanswered;
        this.phrasebook = phrasebook;
        this.emergencies = new Emergencies(pack);
    }

    /** Within the turn's transaction. */
    void note(Decision decision, Facts facts, String kind) {
        Optional<Why> why = switch (decision.ending()) {
            case ESCALATED, ANSWERED -> Optional.of(Why.UNKNOWN);
            case CLARIFIED -> Optional.of(Why.AMBIGUOUS);
            default -> Optional.empty();
        };
        decision.after()
                .state()
                .question()
                .filter(question -> why.isPresent() && missesAnArticle(MessageText.of(phrasebook, question), facts))
                .ifPresent(
                        question -> unanswered.note(question, decision.after().language(), kind, why.orElseThrow()));
    }

    private boolean missesAnArticle(MessageText words, Facts facts) {
        boolean command = GlobalCommand.exactly(words.said()).isPresent() || words.is(Said.FORM_CHANGE);
        boolean answer = words.yes().isPresent()
                || !words.asks()
                        && facts.act()
                                .filter(act -> ANSWERS.contains(act.label()) && act.confidence() >= Confidence.ACT)
                                .isPresent();
        return !command
                && !answer
                && emergencies
                        .in(words.said(), facts.danger(), Emergencies.DANGER)
                        .isEmpty();
    }
}
