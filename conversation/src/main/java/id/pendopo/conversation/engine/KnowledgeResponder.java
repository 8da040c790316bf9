package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Picked;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.knowledge.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Responds with what the knowledge base found: each question gets its answer, each answer its citation. */
final class KnowledgeResponder implements Responder {

    /** What is repeated of the citizen's own words, in characters. */
    private static final int LONGEST = 60;

    @Override
    public Set<Need> needs(Hearing hearing) {
        Optional<Need> picked = hearing.heard().pickedAfter(ChoiceIds.ARTICLE).map(Need.OneArticle::new);
        return picked.map(Set::of).orElseGet(() -> hearing.worded() ? Set.of(Need.Plain.ANSWERS) : Set.of());
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        List<Answer.Found> found = context.facts().found();
        return found.isEmpty() || perhapsAReport(context, found)
                ? Optional.empty()
                : Optional.of(learning(context, answered(context, found)));
    }

    /** Of the few articles that a question could mean, the citizen picked this one; whoever picks another was mistaken. */
    private static Decision learning(TurnContext context, Decision answered) {
        State state = context.state();
        Optional<String> article = context.heard().pickedAfter(ChoiceIds.ARTICLE);
        boolean offered =
                context.heard().pick().filter(state.options()::contains).isPresent();
        Optional<Picked> wrong = state.picked().filter(_ -> article.isPresent() && !offered);
        Optional<Picked> right = article.flatMap(slug -> (offered ? state.question() : wrong.map(Picked::question))
                .map(question ->
                        new Picked(question, slug, context.conversation().language())));
        Decision mended = wrong.map(pick -> answered.command(new Command.Learn(pick, false)))
                .orElse(answered);
        return right.map(pick -> mended.command(new Command.Learn(pick, true)).state(after -> after.picking(right)))
                .orElse(mended);
    }

    /** Two words such as "jalan rusak" may be like an article and yet tell of something that should be mended. */
    static boolean perhapsAReport(TurnContext context, List<Answer.Found> found) {
        return found.stream().allMatch(answer -> answer.confidence() < Confidence.ANSWER_TO_A_COMPLAINT)
                && ReportStartResponder.complains(context, Confidence.SUGGESTED);
    }

    private static Decision answered(TurnContext context, List<Answer.Found> found) {
        Optional<String> left = left(context);
        return Decision.of(context, Ending.ANSWERED, parts(context))
                .state(state -> state.answered(found.getLast().version().slug()).expectingNothing())
                .state(state -> left.map(state::leaving).orElse(state));
    }

    /**
     * Each answer with its source, which fields of one article share that were read in the same place, and last what has no
     * answer.
     */
    static List<Part> parts(TurnContext context) {
        List<Part> parts = new ArrayList<>();
        if (unconfirmed(context)) {
            parts.add(Part.say("rumour.unconfirmed"));
        }
        for (Answer.Found answer : context.facts().found()) {
            Part source = new Part.Source(answer.citation());
            if (!parts.isEmpty() && parts.getLast().equals(source)) {
                parts.removeLast();
            }
            parts.add(new Part.Quote(answer));
            parts.add(source);
        }
        left(context).ifPresent(left -> parts.add(Part.say(way(context), new Arg.Excerpt(left, LONGEST))));
        if (unconfirmed(context)) {
            parts.add(Part.named(Part.option(ChoiceIds.PERSON, "option.person")));
        }
        return parts;
    }

    /** Whether it is asked if something is true, and no field of an article says so. */
    private static boolean unconfirmed(TurnContext context) {
        MessageText heard = context.heard();
        return heard.pick().isEmpty()
                && heard.says(Said.RUMOUR)
                && (heard.says(Said.BAIT)
                        || context.facts().found().stream()
                                .allMatch(answer -> answer.aspect().isEmpty()));
    }

    /** How to go on: what was asked can be asked again, what was told can be reported. */
    private static String way(TurnContext context) {
        return missed(context).allMatch(MessageText::asks) ? "answered.left" : "answered.told";
    }

    private static Optional<String> left(TurnContext context) {
        return missed(context).map(MessageText::text).reduce((before, next) -> before + "; " + next);
    }

    /** Nobody wants to hear that a greeting has no answer. */
    private static Stream<MessageText> missed(TurnContext context) {
        return context.facts().left().stream()
                .map(left -> MessageText.of(context.heard().phrasebook(), left))
                .filter(part -> part.words() > 1 && !DialogueActResponder.phrase(part));
    }
}
